package org.plumbline.alignment;

import java.util.ArrayList;
import java.util.List;
import java.util.function.LongUnaryOperator;
import org.plumbline.bench.SignalSpec;
import org.plumbline.channel.DecodeSink;
import org.plumbline.channel.FileDecoder;
import org.plumbline.channel.FrameError;
import org.plumbline.channel.Packet;
import org.plumbline.channel.Value;
import org.plumbline.timeline.Direction;
import org.plumbline.timeline.Observation;

/** One way through a file, each row as the observations that it would have made. */
final class FileRows implements DecodeSink {

    private final String channel;
    private final FileDecoder.Rows rows;
    private final LongUnaryOperator clock;
    private final List<Observation> row = new ArrayList<>();
    private long now;

    /** @param clock gives observations their time from that of the file's clock, in nanoseconds */
    FileRows(String channel, FileDecoder.Rows rows, LongUnaryOperator clock) {
        this.channel = channel;
        this.rows = rows;
        this.clock = clock;
    }

    /** The observations of the next row, its frame first; none after the last. Reused by the next call. */
    List<Observation> next() {
        row.clear();
        rows.next(this);
        return row;
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
    public void error(FrameError kind, String detail) {
        row.add(new Observation.FrameFault(now, channel, kind, detail));
    }
}
