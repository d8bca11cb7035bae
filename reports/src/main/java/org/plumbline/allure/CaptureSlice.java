package org.plumbline.allure;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.plumbline.bench.ChannelSpec;
import org.plumbline.bench.SignalSpec;
import org.plumbline.channel.Value;
import org.plumbline.measure.Measurement;
import org.plumbline.quantity.Unit;
import org.plumbline.run.TrialResult;
import org.plumbline.text.Language;
import org.plumbline.text.Text;
import org.plumbline.timeline.Observation;
import org.plumbline.timeline.Timeline;
import org.plumbline.verdict.Judgement;

/**
 * What a trial saw, as CSV: the signals that were measured (all, where none was), commands, also those that
 * failed, channel events and faulty frames, from the earliest stretch that it used to its end. The whole is in the capture.
 */
final class CaptureSlice {

    /** More would make the report too large to open. */
    private static final int MOST = 5000;

    private static final String HEADER = "time_s,kind,name,value,unit\n";

    private final FinishedTrial trial;
    private final Timeline timeline;
    private final Language language;
    private final long from;
    private final long to;
    private final List<Row> rows = new ArrayList<>();
    private long count;

    private record Row(long time, String kind, String name, String value, String unit) {}

    private CaptureSlice(FinishedTrial trial, Language language) {
        this.trial = trial;
        this.timeline = trial.session().timeline();
        this.language = language;
        this.from = Math.min(
                trial.result().from(),
                measurements(trial.result()).stream()
                        .mapToLong(Measurement::from)
                        .min()
                        .orElse(Long.MAX_VALUE));
        this.to = trial.result().to();
    }

    /** Empty where the trial took no time or saw nothing. */
    static Optional<String> of(FinishedTrial trial, Language language) {
        CaptureSlice slice = new CaptureSlice(trial, language);
        if (slice.to <= slice.from) {
            return Optional.empty();
        }
        slice.gather();
        return slice.rows.isEmpty() ? Optional.empty() : Optional.of(slice.csv());
    }

    private static List<Measurement> measurements(TrialResult result) {
        return result.judgements().stream()
                .map(Judgement::measurement)
                .filter(Objects::nonNull)
                .toList();
    }

    private void gather() {
        Set<String> measured = measurements(trial.result()).stream()
                .flatMap(measurement -> measurement.signals().stream())
                .collect(Collectors.toSet());
        trial.session().bench().signals().stream()
                .filter(signal -> measured.isEmpty() || measured.contains(signal.name()))
                .forEach(this::samples);
        first(timeline.commands(from, to), command -> command("command", command));
        first(timeline.failedCommands(from, to), command -> command("command failed", command));
        first(timeline.events(from, to), this::event);
        trial.session().bench().channels().stream()
                .map(ChannelSpec::name)
                .forEach(channel -> first(timeline.faults(channel, from, to), this::fault));
        rows.sort(Comparator.comparingLong(Row::time));
    }

    /** Each kind is in order of time: what comes after so many of it cannot be among the first of all. */
    private <T> void first(List<T> entries, Consumer<T> add) {
        count += entries.size();
        entries.stream().limit(MOST).forEach(add);
    }

    private void fault(Observation.FrameFault fault) {
        String detail = fault.detail().in(language);
        rows.add(new Row(fault.time(), "fault", fault.channel(), (fault.kind().key() + " " + detail).strip(), ""));
    }

    private void samples(SignalSpec signal) {
        String unit = signal.unit().equals(Unit.ONE) ? "" : signal.unit().symbol();
        first(
                timeline.samples(signal.name(), from, to),
                sample -> rows.add(new Row(sample.time(), "sample", sample.signal(), plain(sample.value()), unit)));
    }

    private static String plain(Value value) {
        return value.shown();
    }

    private void command(String kind, Observation.Command command) {
        String parameters = command.parameters().entrySet().stream()
                .map(entry -> entry.getKey() + "=" + entry.getValue())
                .sorted()
                .collect(Collectors.joining(" "));
        rows.add(new Row(command.time(), kind, command.command(), parameters, ""));
    }

    private void event(Observation.ChannelEvent event) {
        String detail = event.detail().in(language);
        String kind = event.kind().name().toLowerCase(Locale.ROOT);
        rows.add(new Row(event.time(), "channel", event.channel(), (kind + " " + detail).strip(), ""));
    }

    private String csv() {
        StringBuilder csv = new StringBuilder(HEADER);
        rows.stream().limit(MOST).forEach(row -> csv.append(seconds(row.time()))
                .append(',')
                .append(row.kind())
                .append(',')
                .append(cell(row.name()))
                .append(',')
                .append(cell(row.value()))
                .append(',')
                .append(cell(row.unit()))
                .append('\n'));
        if (count > MOST) {
            Text rest = new Text("其余 %d 行见 data/capture 中的原始记录", "%d more rows are in the capture in data/capture");
            csv.append(",,,").append(cell(rest.with(count - MOST).in(language))).append(",\n");
        }
        return csv.toString();
    }

    private static String seconds(long time) {
        return BigDecimal.valueOf(time, 9).toPlainString();
    }

    /** RFC 4180, section 2. */
    private static String cell(String words) {
        boolean quoted = words.chars().anyMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
        return quoted ? '"' + words.replace("\"", "\"\"") + '"' : words;
    }
}
