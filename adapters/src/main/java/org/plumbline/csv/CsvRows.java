package org.plumbline.csv;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvParser;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.plumbline.channel.DecodeSink;
import org.plumbline.channel.FileDecoder;
import org.plumbline.channel.FrameError;
import org.plumbline.channel.Packet;
import org.plumbline.channel.Value;
import org.plumbline.error.InputException;
import org.plumbline.error.Place;
import org.plumbline.error.Problem;
import org.plumbline.text.Text;

/** One way through a file. A line is a row, so that a quote that is never closed spoils one row and not the rest. */
final class CsvRows implements FileDecoder.Rows {

    /** In characters: what is longer is no row, and its cells would take many times its size. */
    private static final int LONGEST = 1 << 20;

    private static final ObjectReader CELLS =
            new CsvMapper().readerFor(String[].class).with(CsvParser.Feature.TRIM_SPACES);

    private final CsvLayout layout;
    private final CsvLines lines;
    private final ObjectReader cells;
    private final List<CsvColumn> columns;
    private final int[] places;
    private final int timePlace;

    /**
     * How many cells a row has, empty ones at the end not counted: as the header, without one as the first row. A row with
     * fewer was cut off; one with more has a separator inside of a value, and nobody knows which.
     */
    private final int width;

    /** The last place of a number, or of the time, that is read: a text may well be empty. */
    private final int lastNumber;

    /** Whether some row surely has too many cells: then a comma in a number is likely in the others, too. */
    private final boolean moved;

    /** How many cells a row has, empty ones at the end counted, in which no two can be one number: so the rows end here. */
    private final int usual;

    private long days;
    private long last;
    private boolean any;

    CsvRows(CsvLayout layout, List<CsvColumn> columns, CsvLines lines) {
        this.layout = layout;
        this.lines = lines;
        this.columns = columns;
        this.cells = CELLS.with(CsvSchema.emptySchema().withColumnSeparator(layout.separator()));
        String[] header = header();
        requireRow();
        CsvHeader names = new CsvHeader(lines.file(), layout.headerLine(), header);
        this.timePlace = names.place(layout.timeColumn());
        this.places = columns.stream()
                .mapToInt(column -> names.place(column.column()))
                .toArray();
        this.lastNumber = IntStream.range(0, places.length)
                .filter(i -> columns.get(i).number())
                .map(i -> places[i])
                .reduce(timePlace, Math::max);
        int most = Math.max(timePlace, IntStream.of(places).max().orElse(0));
        String[] model = layout.headerLine() == 0 ? firstRow() : header;
        this.width = Math.max(filled(model), most + 1);
        RowEnds ends = layout.separator() == ',' ? rowEnds() : new RowEnds();
        this.moved = ends.tooLong;
        this.usual = ends.fewest == Integer.MAX_VALUE ? width : ends.fewest;
        this.last = firstTime();
    }

    private static int filled(String[] cells) {
        int filled = cells.length;
        while (filled > 0 && cells[filled - 1].isBlank()) {
            filled--;
        }
        return filled;
    }

    /** How the rows end: whether one has too many filled cells, and the fewest cells of those without a number that may be split. */
    private static final class RowEnds {
        private boolean tooLong;
        private int fewest = Integer.MAX_VALUE;
    }

    /** In one way through all rows. */
    private RowEnds rowEnds() {
        RowEnds ends = new RowEnds();
        ahead(row -> {
            if (filled(row) > width) {
                ends.tooLong = true;
            } else if (row.length >= width
                    && SplitNumber.secondHalves(row).findAny().isEmpty()) {
                ends.fewest = Math.min(ends.fewest, row.length);
            }
            return Optional.empty();
        });
        return ends;
    }

    private String[] header() {
        String[] header = {};
        while (lines.line() < layout.firstRow() - 1 && lines.hasNext()) {
            String text = lines.next();
            if (lines.line() == layout.headerLine()) {
                header = split(text).orElse(header);
            }
        }
        return header;
    }

    private void requireRow() {
        CsvLines ahead = lines.rest();
        while (ahead.hasNext()) {
            if (isRow(ahead.next())) {
                return;
            }
        }
        throw new InputException(new Problem(
                lines.place(layout.firstRow()),
                new Text("从该行起没有数据", "from this line on there are no data"),
                new Text(
                        "请导出有数据的文件，或核对 header-line、first-row 与 comment",
                        "export a file with data, or compare header-line, first-row and comment with it")));
    }

    private String[] firstRow() {
        return ahead(Optional::of).orElse(new String[0]);
    }

    /** Rows before it that cannot be read have no other. */
    private long firstTime() {
        return ahead(cells -> time(cells).stream().boxed().findFirst()).orElseThrow(this::unread);
    }

    /** What the first row gives that gives anything. */
    private <T> Optional<T> ahead(Function<String[], Optional<T>> read) {
        CsvLines ahead = lines.rest();
        Optional<T> first = Optional.empty();
        while (first.isEmpty() && ahead.hasNext()) {
            String text = ahead.next();
            first = isRow(text) ? split(text).flatMap(read) : first;
        }
        return first;
    }

    private InputException unread() {
        String[] first = firstRow();
        Place place = lines.place(layout.firstRow());
        return new InputException(isTooLong(first) ? tooLong(place, first.length) : withoutTime(place));
    }

    private Problem tooLong(Place place, int cells) {
        return new Problem(
                place,
                new Text(
                                "从该行起没有一行的单元格数与列名相符（列名 %d 个，首行 %d 个）",
                                "from this line on no row has as many cells as there are names (%d names, %d cells in the first row)")
                        .with(width, cells),
                new Text(
                        "小数或千位的逗号与分隔符相同，或整数行的行尾比列名多一个分隔符、二者无法分清时，请导出以分号或制表符分隔、或行尾没有分隔符的文件；其次核对 separator",
                        "where numbers hold the separator, as decimal or thousands comma, or where rows of whole numbers end with"
                                + " one more separator than the names and cannot be told from that, export with semicolons or"
                                + " tabs, or without separators at the ends of rows; else compare separator"));
    }

    private Problem withoutTime(Place place) {
        return new Problem(
                place,
                new Text("从该行起没有一行能读出时间（列 %s）", "from this line on no row has a time that can be read (column %s)")
                        .with(layout.timeColumn()),
                new Text(
                        "请核对 separator、decimal、time-column、time-unit 与 time-format",
                        "compare separator, decimal, time-column, time-unit and time-format with the file"));
    }

    @Override
    public int line() {
        return lines.line();
    }

    @Override
    public boolean next(DecodeSink sink) {
        while (lines.hasNext()) {
            String text = lines.next();
            if (isRow(text)) {
                row(text, sink);
                return true;
            }
        }
        return false;
    }

    private boolean isRow(String text) {
        String comment = layout.comment();
        return !text.isBlank() && (comment == null || !text.startsWith(comment));
    }

    private void row(String text, DecodeSink sink) {
        Optional<String[]> row = split(text);
        OptionalLong time = row.map(this::time).orElse(OptionalLong.empty());
        if (time.isPresent()) {
            last = increasing(time.getAsLong(), row.orElseThrow()[timePlace]);
            any = true;
        }
        sink.frame(last, Packet.of(lines.bytes()));
        if (text.length() > LONGEST) {
            sink.error(FrameError.LENGTH, said(text.length() + " 个字符", text.length() + " characters"));
        } else if (row.isEmpty()) {
            sink.error(FrameError.SYNTAX, said("引号未闭合，或其后另有内容", "a quote is not closed, or something follows it"));
        } else if (row.get().length < width || isTooLong(row.get())) {
            sink.error(
                    FrameError.LENGTH,
                    said(row.get().length + " 个单元格而非 " + width, row.get().length + " cells instead of " + width));
        } else if (time.isEmpty()) {
            String cell = Shown.of(row.get()[timePlace]);
            sink.error(FrameError.VALUE, said("没有时间: " + cell, "no time: " + cell));
        } else {
            samples(row.get(), sink);
        }
    }

    private Text said(String zh, String en) {
        return said(new Text(zh, en));
    }

    /** With the line before it. */
    private Text said(Text what) {
        return new Text("第 " + line() + " 行: ", "line " + line() + ": ").and(what);
    }

    private void samples(String[] row, DecodeSink sink) {
        for (int i = 0; i < places.length; i++) {
            CsvColumn column = columns.get(i);
            String cell = row[places[i]].strip();
            if (layout.isOverload(cell)) {
                sink.sample(column.signal(), new Value.Literal(cell));
            } else if (!layout.isNoValue(cell)) {
                column.value(cell, layout.decimal())
                        .ifPresentOrElse(
                                value -> sink.sample(column.signal(), value),
                                () -> sink.unreadable(
                                        column.signal(), said(Text.same(column.column() + ": " + Shown.of(cell)))));
            }
        }
    }

    private Optional<String[]> split(String text) {
        try {
            return text.length() > LONGEST ? Optional.empty() : Optional.of(cells.readValue(text));
        } catch (JsonProcessingException e) {
            return Optional.empty();
        }
    }

    /** An empty cell at the end may be the last column's, moved on by a comma in a number, or nothing but the end of the row. */
    private boolean isTooLong(String[] row) {
        return filled(row) > width
                || row.length > usual
                        && layout.separator() == ','
                        && SplitNumber.secondHalves(row).anyMatch(at -> makesSense(row, at));
    }

    /**
     * Whether the row, with a cell joined to the one before it, has what is read: the last number, for whole numbers in a row
     * that ends with a comma are more likely than none there; where commas are known to be in numbers, any signal's.
     */
    private boolean makesSense(String[] row, int joined) {
        return moved
                ? IntStream.of(places)
                        .anyMatch(place -> !cell(row, place, joined).isEmpty())
                : mayBeNumber(cell(row, lastNumber, joined));
    }

    private static String cell(String[] row, int place, int joined) {
        return row[place < joined ? place : place + 1].strip();
    }

    private boolean mayBeNumber(String cell) {
        return layout.isOverload(cell) || cell.chars().anyMatch(Character::isDigit);
    }

    /** In a row with too many cells it may stand elsewhere. */
    private OptionalLong time(String[] row) {
        return timePlace < row.length && !isTooLong(row)
                ? TimeCell.near(layout.time().nanos(row[timePlace].strip()))
                : OptionalLong.empty();
    }

    /** A time of day goes on after midnight. */
    private long increasing(long read, String cell) {
        long time = read + days * TimeCell.DAY;
        if (any && time < last - TimeCell.DAY / 2 && layout.time().ofDay(cell.strip())) {
            days++;
            time += TimeCell.DAY;
        }
        if (any && time <= last) {
            throw new InputException(new Problem(
                    lines.place(),
                    new Text(
                                    "时间“%s”不晚于前一行，仪器的时钟曾被改动，或分辨力不足",
                                    "the time \"%s\" is not after that of the row before: the instrument's clock was set, or its times are too coarse")
                            .with(Shown.of(cell.strip())),
                    new Text("请导出时间递增的文件，或带更多小数位", "export a file of which the times increase, or with more digits")));
        }
        return time;
    }
}
