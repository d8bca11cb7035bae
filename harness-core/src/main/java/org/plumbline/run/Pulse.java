package org.plumbline.run;

import org.jspecify.annotations.Nullable;
import org.plumbline.timeline.LiveClock;
import org.plumbline.timeline.Observation.Stall;
import org.plumbline.timeline.Observation.WallClock;
import org.plumbline.timeline.Timeline;

/**
 * Notices when the harness itself is held up. A beat that comes late tells of what stops every thread, such as garbage
 * collection; a beat shorter than the period can go unnoticed. The operating system tells how long threads waited for a
 * processor on a busy computer. Beside that it reads the computer's wall clock, which may be set while the run goes on. A simulated device in the same process is held up with the harness.
 */
final class Pulse implements AutoCloseable {

    private static final long PERIOD = 5_000_000L;
    private static final long NOTICED = 1_000_000L;

    /** A quiet computer waits less, now and then; noting that would fill a capture. */
    private static final long PRESSED = 5_000_000L;

    private static final long WALL_PERIOD = 1_000_000_000L;

    /** How many beats make a look at the processors. */
    private static final int BEATS = 10;

    private final Timeline timeline;
    private final LiveClock clock = new LiveClock();
    private final ProcessorWait processors;
    private final ProcessorPressure pressure;
    private final Runnable watch;
    private long looked;
    private int beats;
    private boolean closed;
    private @Nullable WallClock shown;

    /** @param watch done now and then as well, twenty times a second */
    Pulse(Timeline timeline, Runnable watch) {
        this(timeline, watch, new ProcessorWait(), new ProcessorPressure());
    }

    Pulse(Timeline timeline, Runnable watch, ProcessorWait processors, ProcessorPressure pressure) {
        this.timeline = timeline;
        this.watch = watch;
        this.processors = processors;
        this.pressure = pressure;
        this.looked = timeline.clock().now();
        lookAtWallClock();
        beatAt(clock.now() + PERIOD);
    }

    private void beatAt(long at) {
        clock.schedule(at, () -> {
            long late = clock.now() - at;
            if (late > NOTICED) {
                timeline.append(new Stall(timeline.clock().now(), late, late));
            }
            if (++beats % BEATS == 0) {
                look();
                watch.run();
            }
            beatAt(Math.max(at, clock.now()) + PERIOD);
        });
    }

    /** Puts on the timeline what is known until now. A wait that ended since the last look may have begun long before. */
    synchronized void look() {
        long waited = closed ? 0 : processors.since();
        long now = timeline.clock().now();
        ProcessorPressure.Wait pressed = pressure.longest(now - looked);
        if (waited > NOTICED) {
            timeline.append(new Stall(now, now - looked + waited, waited));
        }
        if (pressed.waited() >= PRESSED) {
            timeline.append(new Stall(now, pressed.within(), 0, pressed.waited()));
        }
        looked = now;
        if (!closed) {
            lookAtWallClock();
        }
    }

    /** Now and then; at once where it has stepped, so that what is judged next knows. */
    private void lookAtWallClock() {
        WallClock before = shown;
        WallClock read = WallClock.of(timeline.clock());
        if (before == null
                || read.time() - before.time() >= WALL_PERIOD
                || read.since(before).isPresent()) {
            timeline.append(read);
            shown = read;
        }
    }

    @Override
    public synchronized void close() {
        closed = true;
        clock.close();
        processors.close();
    }
}
