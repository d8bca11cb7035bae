package org.plumbline.csv;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoField;
import java.time.temporal.TemporalAccessor;
import java.time.temporal.TemporalQueries;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.regex.Pattern;
import org.plumbline.bench.Settings;
import org.plumbline.error.InputException;
import org.plumbline.quantity.Unit;
import org.plumbline.text.Text;

/** The time that a cell holds. */
sealed interface TimeCell {

    /** A day, in nanoseconds. */
    long DAY = 86_400_000_000_000L;

    /** In nanoseconds: 142 years, so that a distance of two times and a run's length after it are still numbers of type long. */
    long FARTHEST = 4_500_000_000_000_000_000L;

    /** The time of the file's own clock in nanoseconds, from anywhere; empty where there is none. */
    OptionalLong nanos(String cell);

    /** A time that others can be subtracted from. */
    static OptionalLong near(OptionalLong nanos) {
        return nanos.stream()
                .filter(time -> time >= -FARTHEST && time <= FARTHEST)
                .findAny();
    }

    /** Whether it begins anew at midnight. */
    boolean ofDay(String cell);

    /** @throws InputException where a setting is wrong, with its place */
    static TimeCell of(Settings settings, char decimal) {
        String format = settings.text("time-format").orElse("");
        if (format.isEmpty()) {
            return new Number(unit(settings), decimal);
        }
        if (format.equals("iso")) {
            return new Iso();
        }
        try {
            DateTimeFormatter formatter = DateTimeFormatter.ofPattern(format, Locale.ROOT);
            new Formatted(formatter).read(formatter.format(OffsetDateTime.of(2026, 1, 2, 3, 4, 5, 6, ZoneOffset.UTC)));
            return new Formatted(formatter);
        } catch (IllegalArgumentException | DateTimeException e) {
            throw CsvLayout.wrong(
                    settings,
                    "time-format",
                    new Text("时间格式 %s 有误，或其中没有时刻", "the format %s is wrong, or holds no time of day").with(format),
                    new Text(
                            "请写 iso，或如 HH:mm:ss.SSS、yyyy/MM/dd HH:mm:ss 的格式",
                            "write iso, or a pattern such as HH:mm:ss.SSS or yyyy/MM/dd HH:mm:ss"));
        }
    }

    private static BigDecimal unit(Settings settings) {
        String symbol = settings.text("time-unit").orElse("s");
        return Unit.of(symbol)
                .filter(unit -> unit.isCommensurableWith(Unit.S))
                .map(unit -> BigDecimal.valueOf(unit.convert(1, Unit.S)).movePointRight(9))
                .orElseThrow(() -> CsvLayout.wrong(
                        settings,
                        "time-unit",
                        new Text("%s 不是时间的单位", "%s is no unit of time").with(symbol),
                        new Text("请写 s、ms、us、min 或 h", "write s, ms, us, min or h")));
    }

    /** A number of that many nanoseconds each. */
    record Number(BigDecimal unit, char decimal) implements TimeCell {

        private static final Pattern FORM = Pattern.compile("[-+]?\\d{1,20}(?:\\.\\d{0,20})?(?:[eE][-+]?\\d{1,2})?");

        @Override
        public OptionalLong nanos(String cell) {
            String number = CsvLayout.withPoint(cell, decimal);
            if (!FORM.matcher(number).matches()) {
                return OptionalLong.empty();
            }
            try {
                return OptionalLong.of(new BigDecimal(number)
                        .multiply(unit)
                        .setScale(0, RoundingMode.HALF_EVEN)
                        .longValueExact());
            } catch (ArithmeticException e) {
                return OptionalLong.empty(); // farther away than a long can tell
            }
        }

        @Override
        public boolean ofDay(String cell) {
            return false;
        }
    }

    /** As ISO 8601 has it: date and time of day with or without an offset, or the time of day alone. */
    record Iso() implements TimeCell {

        @Override
        public OptionalLong nanos(String cell) {
            String text = cell.replace(' ', 'T').replace(',', '.');
            try {
                TemporalAccessor read = ofDay(cell)
                        ? LocalTime.parse(text)
                        : DateTimeFormatter.ISO_DATE_TIME.parseBest(text, OffsetDateTime::from, LocalDateTime::from);
                return OptionalLong.of(Formatted.of(read));
            } catch (DateTimeException | ArithmeticException e) {
                return OptionalLong.empty();
            }
        }

        @Override
        public boolean ofDay(String cell) {
            return cell.indexOf('-') < 0;
        }
    }

    /** By a pattern of its own. */
    record Formatted(DateTimeFormatter format) implements TimeCell {

        @Override
        public OptionalLong nanos(String cell) {
            try {
                return OptionalLong.of(read(cell));
            } catch (DateTimeException | ArithmeticException e) {
                return OptionalLong.empty();
            }
        }

        long read(String cell) {
            return of(format.parse(cell));
        }

        static long of(TemporalAccessor read) {
            long ofDay = read.getLong(ChronoField.NANO_OF_DAY);
            if (!read.isSupported(ChronoField.EPOCH_DAY)) {
                return ofDay;
            }
            long offset = read.isSupported(ChronoField.OFFSET_SECONDS) ? read.getLong(ChronoField.OFFSET_SECONDS) : 0;
            long days = Math.multiplyExact(read.getLong(ChronoField.EPOCH_DAY), DAY);
            return Math.addExact(days, ofDay - offset * 1_000_000_000L);
        }

        @Override
        public boolean ofDay(String cell) {
            return format.parse(cell).query(TemporalQueries.localDate()) == null;
        }
    }
}
