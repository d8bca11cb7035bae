package org.plumbline.alignment;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.plumbline.bench.Bench;
import org.plumbline.bench.ChannelSpec;
import org.plumbline.bench.SignalSpec;
import org.plumbline.channel.Adapters;
import org.plumbline.channel.FileDecoder;
import org.plumbline.error.InputException;
import org.plumbline.error.Place;
import org.plumbline.error.Problem;
import org.plumbline.text.Text;
import org.plumbline.timeline.Observation;

/**
 * Holds how a bench that was corrected after its run reads a file against how the recorded one does: each row that gives a
 * value of a signal by that one has to give one. Else a peak that fails could be made no value. What the recorded bench
 * cannot read is open.
 */
public final class CorrectedReading {

    private final Bench recorded;
    private final Bench corrected;
    private final Adapters adapters;
    private final List<InstrumentFile> files;

    /** @param files those that are given for channels */
    public CorrectedReading(Bench recorded, Bench corrected, Adapters adapters, List<InstrumentFile> files) {
        this.recorded = recorded;
        this.corrected = corrected;
        this.adapters = adapters;
        this.files = files;
    }

    /** @throws InputException where a value is gone, with file and line, or the file of a corrected channel is not given */
    public void check() {
        for (ChannelSpec channel : corrected.channels()) {
            if (channel.comesAsFile() && recorded.channel(channel.name()).isPresent() && differs(channel.name())) {
                check(channel);
            }
        }
    }

    private boolean differs(String channel) {
        return !settings(recorded, channel).equals(settings(corrected, channel));
    }

    private static List<String> settings(Bench bench, String channel) {
        return Stream.concat(
                        bench.channel(channel).stream().map(spec -> spec.codec() + " " + spec.settings()),
                        signals(bench, channel).stream().map(signal -> signal.name() + " " + signal.settings()))
                .toList();
    }

    private static List<SignalSpec> signals(Bench bench, String channel) {
        return bench.signals().stream()
                .filter(signal -> signal.channel().equals(channel))
                .toList();
    }

    private void check(ChannelSpec channel) {
        InstrumentFile file = files.stream()
                .filter(each -> each.channel().equals(channel.name()))
                .findFirst()
                .orElseThrow(() -> withoutFile(channel));
        Optional<Problem> gone = gone(file);
        if (gone.isPresent()) {
            throw new InputException(gone.get());
        }
    }

    /** Of the first value. Where it is the corrected bench that cannot read on, it is refused when the file is aligned. */
    private Optional<Problem> gone(InstrumentFile file) {
        try {
            FileRows then = rows(recorded, file);
            Later now = new Later(rows(corrected, file));
            for (List<Observation> row = then.next(); !row.isEmpty(); row = then.next()) {
                for (Observation each : row) {
                    if (each instanceof Observation.Sample sample && !now.tells(sample.signal(), then.line())) {
                        return Optional.of(gone(file, then.line(), sample.signal()));
                    }
                }
            }
        } catch (InputException e) {
            return Optional.empty();
        }
        return Optional.empty();
    }

    private FileRows rows(Bench bench, InstrumentFile file) {
        ChannelSpec channel = bench.channel(file.channel()).orElseThrow();
        FileDecoder decoder = (FileDecoder)
                adapters.codec(channel.codec()).orElseThrow().decoder(channel, signals(bench, channel.name()));
        return new FileRows(channel.name(), decoder.rows(file.path().toString(), file.content()), time -> time);
    }

    /** The corrected reading, followed line by line. */
    private static final class Later {

        private final FileRows rows;
        private List<Observation> row = List.of();
        private boolean ended;

        Later(FileRows rows) {
            this.rows = rows;
        }

        /** Whether there is a row at that line which has a value of the signal. */
        boolean tells(String signal, int line) {
            while (!ended && (row.isEmpty() || rows.line() < line)) {
                row = rows.next();
                ended = row.isEmpty();
            }
            return !ended
                    && rows.line() == line
                    && row.stream()
                            .anyMatch(each -> each instanceof Observation.Sample sample
                                    && sample.signal().equals(signal));
        }
    }

    private static InputException withoutFile(ChannelSpec channel) {
        return new InputException(new Problem(
                channel.settings().place(),
                new Text(
                                "更正了如何读取通道 %s 的文件，却没有给出该文件，无从核对",
                                "how the file of channel %s is read is corrected, but the file to hold that against is not given")
                        .with(channel.name()),
                new Text("请同时写 --file %s=PATH", "add --file %s=PATH").with(channel.name())));
    }

    private static Problem gone(InstrumentFile file, int line, String signal) {
        return new Problem(
                new Place(file.path().toString(), line, 0),
                new Text(
                                "按记录的试验台，此行有信号 \"%s\" 的值，按更正后的却没有",
                                "by the recorded bench this row has a value of the signal \"%s\", by the corrected one it has none")
                        .with(signal),
                new Text(
                                "结果已知之后不能去掉测得的值: 请更正通道 %s 的读取方式，使该行仍有值",
                                "no measured value can be taken away once the result is known: correct the reading of channel %s so"
                                        + " that this row keeps its value")
                        .with(file.channel()));
    }
}
