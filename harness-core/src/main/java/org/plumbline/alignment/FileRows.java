package org.plumbline.alignment;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.LongUnaryOperator;
import org.jspecify.annotations.Nullable;
import org.plumbline.bench.SignalSpec;
import org.plumbline.channel.DecodeSink;
import org.plumbline.channel.FileDecoder;
import org.plumbline.channel.FrameError;
import org.plumbline.channel.Packet;
import org.plumbline.channel.Value;
import org.plumbline.text.Text;
import org.plumbline.timeline.Direction;
import org.plumbline.timeline.Observation;

/** One way through a file, each row as the observations that it would have made. */
final class FileRows implements DecodeSink {

    private final String channel;
    private final FileDecoder.Rows rows;
    private final LongUnaryOperator clock;
    private final List<Observation> row = new ArrayList<>();
    private final List<Fault> faults = new ArrayList<>();
    private long now;

    /** @param signal whose value alone cannot be read; null for the whole row */
    private record Fault(@Nullable String signal, Observation.FrameFault noted) {}

    /** @param clock gives observations their time from that of the file's clock, in nanoseconds */
    FileRows(String channel, FileDecoder.Rows rows, LongUnaryOperator clock) {
        this.channel = channel;
        this.rows = rows;
        this.clock = clock;
    }

    /** The observations of the next row, its frame first; none after the last. Reused by the next call. */
    List<Observation> next() {
        row.clear();
        faults.clear();
        rows.next(this);
        return row;
    }

    /** Why nobody knows what the row given last says of a signal, where that is so. */
    Optional<Observation.FrameFault> hidden(String signal) {
        return faults.stream()
                .filter(fault -> fault.signal() == null || fault.signal().equals(signal))
                .map(Fault::noted)
                .findFirst();
    }

    /** The line of the row given last. */
    int line() {
        return rows.line();
    }

    @Override
    public void frame(long time, Packet frame) {
        now = clock.applyAsLong(time);
        row.add(new Observation.Frame(now, channel, Direction.RECEIVED, frame));
    }

    @Override
    public void sample(SignalSpec signal, Value value) {
        row.add(new Observation.Sample(now, signal.name(), value));
    }

    @Override
    public void error(FrameError kind, Text detail) {
        fault(null, kind, detail);
    }

    @Override
    public void unreadable(SignalSpec signal, Text detail) {
        fault(signal.name(), FrameError.VALUE, detail);
    }

    private void fault(@Nullable String signal, FrameError kind, Text detail) {
        Fault fault = new Fault(signal, new Observation.FrameFault(now, channel, kind, detail));
        faults.add(fault);
        row.add(fault.noted());
    }
}
