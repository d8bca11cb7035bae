package org.plumbline.suite;

import java.time.Instant;
import java.util.function.Supplier;
import org.plumbline.capture.Capture;
import org.plumbline.run.RunPlan;
import org.plumbline.timeline.Clock;
import org.plumbline.timeline.LiveClock;
import org.plumbline.timeline.Observation.WallClock;
import org.plumbline.timeline.Replay;
import org.plumbline.timeline.VirtualClock;

/** The clock of a run: live, virtual, or a recording. */
record Clockwork(Clock clock) implements AutoCloseable {

    static Clockwork of(RunRequest request, Preparation.Prepared prepared) {
        Capture capture = prepared.capture();
        StandIns standIns = prepared.standIns();
        if (capture != null && standIns != null) {
            Replay replay = new Replay(capture.recording(), standIns.names());
            if (request.before().interrupted() || capture.end().interrupted()) {
                replay.brokeOff(capture.brokeOff());
            }
            return new Clockwork(replay);
        }
        return new Clockwork(request.virtual() ? new VirtualClock() : new LiveClock());
    }

    /** When it began, UTC by the computer's wall clock; in virtual time and in a replay as the plan has it. */
    Instant started(RunPlan plan) {
        if (clock instanceof LiveClock) {
            WallClock read = WallClock.of(clock);
            return Instant.ofEpochSecond(0, read.utc() - read.time());
        }
        return plan.started();
    }

    /** @param why what every wait ends with */
    void interrupt(Supplier<RuntimeException> why) {
        if (clock instanceof LiveClock live) {
            live.interrupt(why);
        }
    }

    @Override
    public void close() {
        if (clock instanceof LiveClock live) {
            live.close();
        } else if (clock instanceof Replay replay) {
            replay.close();
        }
    }
}
