package org.plumbline.cli;

import java.util.concurrent.atomic.LongAdder;
import java.util.function.Consumer;
import org.plumbline.timeline.LiveClock;
import org.plumbline.timeline.Observation;

/** Says on a terminal, again and again, what has been recorded so far. */
final class RecordProgress implements Consumer<Observation>, AutoCloseable {

    private static final double NANOS = 1e9;
    private static final long TICK = 200_000_000L;
    private static final String OWNER = "record";

    private final Console console;
    private final StatusLine status;
    private final long duration;
    private final LiveClock clock = new LiveClock();
    private final LongAdder frames = new LongAdder();
    private final LongAdder samples = new LongAdder();
    private final LongAdder faults = new LongAdder();
    private volatile long begun = -1;

    /** @param duration of the recording, in nanoseconds */
    RecordProgress(Console console, long duration) {
        this.console = console;
        this.status = new StatusLine(console);
        this.duration = duration;
        if (console.terminal()) {
            tickAt(TICK);
        }
    }

    @Override
    public void accept(Observation observation) {
        if (observation instanceof Observation.Frame) {
            frames.increment();
        } else if (observation instanceof Observation.Sample) {
            samples.increment();
        } else if (observation instanceof Observation.FrameFault) {
            faults.increment();
        } else if (observation instanceof Observation.Mark && begun < 0) {
            begun = clock.now(); // every channel stands
        }
    }

    private void tickAt(long at) {
        clock.schedule(at, () -> {
            status.moving(OWNER, begun < 0 ? console.text("正在打开通道 …", "opening the channels ...") : line());
            tickAt(at + TICK);
        });
    }

    private String line() {
        return summary(clock.now() - begun) + " / %.0f s".formatted(duration / NANOS);
    }

    /** What has arrived until then. */
    String summary(long nanos) {
        return console.text("%4$d 帧，%3$d 个样本，%2$d 处错误，%1$.1f s", "%4$d frames, %3$d samples, %2$d faults in %1$.1f s")
                .formatted(nanos / NANOS, faults.sum(), samples.sum(), frames.sum());
    }

    /** Takes the line away: what is said next stays. */
    void end() {
        clock.close();
        status.moving(OWNER, "");
    }

    @Override
    public void close() {
        end();
    }
}
