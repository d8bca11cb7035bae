package org.plumbline.timeline;

import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.plumbline.channel.FrameError;
import org.plumbline.channel.Packet;
import org.plumbline.channel.Value;
import org.plumbline.error.Problem;
import org.plumbline.measure.Timing;
import org.plumbline.text.Text;
import org.plumbline.verdict.Judgement;
import org.plumbline.verdict.Verdict;

/** One thing that happened. {@link #time} is in nanoseconds since the run's start. */
public sealed interface Observation {

    /** When: for what arrived, the reception of its last byte. */
    long time();

    /** One protocol unit on the wire. */
    record Frame(long time, String channel, Direction direction, Packet packet) implements Observation {}

    /** One value of a signal, from the frame before it on the same channel. */
    record Sample(long time, String signal, Value value) implements Observation {}

    /** Something wrong with the frame before it on the same channel. */
    record FrameFault(long time, String channel, FrameError kind, Text detail) implements Observation {}

    /** Something that the device was told to do, whether it went out or not. */
    sealed interface Command extends Observation {

        /** Its name. */
        String command();

        /** Values by name. */
        Map<String, String> parameters();

        /** Whether it changes the device's state. */
        boolean changesState();

        /** Whether it went out by itself, as one of a repetition. */
        boolean repeated();
    }

    /**
     * A command was put on the wire.
     *
     * @param repeated whether it went out by itself, as one of a repetition
     * @param period of that repetition, in nanoseconds; 0 without one, and where it is not known
     */
    record CommandSent(
            long time,
            String command,
            Map<String, String> parameters,
            boolean changesState,
            boolean repeated,
            long period)
            implements Command {

        /** A command of a repetition whose period is not known, or of a step. */
        public CommandSent(
                long time, String command, Map<String, String> parameters, boolean changesState, boolean repeated) {
            this(time, command, parameters, changesState, repeated, 0);
        }

        /** A command that a step sent. */
        public CommandSent(long time, String command, Map<String, String> parameters, boolean changesState) {
            this(time, command, parameters, changesState, false);
        }
    }

    /**
     * A command that a step sent did not go out, or not as a whole; some of it may have reached the device.
     *
     * @param time when that was known
     * @param problem why
     */
    record CommandFailed(
            long time, String command, Map<String, String> parameters, boolean changesState, Problem problem)
            implements Command {

        @Override
        public boolean repeated() {
            return false;
        }
    }

    /**
     * A step began to send a command again and again, or it ended.
     *
     * @param period nanoseconds; 0 where it ended
     */
    record Repetition(long time, String command, long period) implements Observation {

        /** Whether it began. */
        public boolean begins() {
            return period > 0;
        }
    }

    /**
     * A channel was opened, lost, restored or closed, or lost some of what it carried.
     *
     * @param since it happened between then and {@code time}, both in nanoseconds since the run's start
     */
    record ChannelEvent(long time, String channel, Kind kind, Text detail, long since) implements Observation {

        /** What happened at one moment. */
        public ChannelEvent(long time, String channel, Kind kind, Text detail) {
            this(time, channel, kind, detail, time);
        }

        /** What happened to the channel. */
        public enum Kind {
            /** It stands for the first time. */
            OPENED,
            /** It broke, {@code since} then at the earliest. */
            LOST,
            /** It stands again. */
            RESTORED,
            /** The harness closed it. */
            CLOSED,
            /** It goes on, but something that had arrived was thrown away before it was read, or may have been in a {@link Stall}. */
            OVERRUN,
            /** It goes on, but frames that have arrived, {@code since} then, are not told from the rest of one before them. */
            HELD_BACK,
            /** What was held back {@code since} then follows. */
            RELEASED,
            /** Nothing has come {@code since} then, and nobody can tell whether it still stands. */
            SILENT,
            /**
             * Something was sent, {@code since} then, of which the far side says that there is nobody whom it is for; of a
             * repetition, unless that was so before.
             */
            UNHEARD,
            /**
             * A command was sent, {@code since} then, that the far side refuses, does not answer, or answers unreadably; of a
             * repetition once in a trial, from the second on end.
             */
            DECLINED
        }
    }

    /**
     * A trial or one of its steps began or ended.
     *
     * @param trial the trial's id
     * @param scenario what the scenario is found again by: its feature file and name
     * @param step empty for the trial itself
     */
    record Boundary(long time, String trial, String scenario, String step, boolean begins) implements Observation {

        /** Whether a trial begins there, and not one of its steps. */
        public boolean beginsTrial() {
            return begins && step.isEmpty();
        }

        /** Whether a trial ends there, and not one of its steps. */
        public boolean endsTrial() {
            return !begins && step.isEmpty();
        }
    }

    /**
     * A trial or one of its steps began or ended that was judged on a recording which does not hold it: no replay finds it.
     *
     * @param boundary with the time up to which the recording had been looked at
     */
    record JudgedStep(Boundary boundary) implements Observation {

        @Override
        public long time() {
            return boundary.time();
        }
    }

    /**
     * The run looked.
     *
     * @param until when the wait was to end that this look ended, however late it came; negative where it ended none
     */
    record Mark(long time, long until) implements Observation {

        /** A look that no wait came before. */
        public Mark(long time) {
            this(time, -1);
        }

        /** Whether it ended a wait until that time; one that does not say so, if it came after it. */
        boolean ends(long wait) {
            return until == wait || until < 0 && time >= wait;
        }
    }

    /** A trial began: which attempt at which scenario. */
    record TrialBegun(long time, String trial, String scenario, int attempt) implements Observation {}

    /** A trial ended; {@code reason} is the first cause of its verdict, null for a pass. */
    record TrialEnded(
            long time,
            String trial,
            Verdict verdict,
            @Nullable Text reason) implements Observation {}

    /** A judgement was made in a trial. */
    record Judged(long time, String trial, Judgement judgement) implements Observation {}

    /**
     * The harness itself was held up: garbage collection, a busy computer. Stamps in that stretch may be late.
     *
     * @param time its end
     * @param duration how long before its end it may have begun, nanoseconds
     * @param lateness by how much a stamp in it may be late, nanoseconds
     * @param pressure how long on end something on the computer may have had to wait for a processor, nanoseconds: somewhere
     *     within the duration, right before its end where that is shorter
     */
    record Stall(long time, long duration, long lateness, long pressure) implements Observation {

        /** Of which nothing is known but the harness itself. */
        public Stall(long time, long duration, long lateness) {
            this(time, duration, lateness, 0);
        }

        /** How long after its end things are still late, in nanoseconds. */
        static final long AFTER = 2_000_000L;

        /** How long on end within a stretch something may have had to wait, in nanoseconds. */
        public long pressure(long from, long to) {
            long begins = time - Math.max(duration, pressure);
            return Math.max(0, Math.min(pressure, Math.min(to, time) - Math.max(from, begins)));
        }

        boolean covers(long stamp) {
            return stamp >= time - duration && stamp <= time + AFTER;
        }
    }

    /**
     * What the computer's wall clock showed.
     *
     * @param utc nanoseconds since 1970, UTC
     */
    record WallClock(long time, long utc) implements Observation {

        /** What two readings may differ by, in nanoseconds, beside {@link #DRIFT}. */
        private static final double TOLERANCE = Timing.WALL_CLOCK * 1e9;

        /** How far a clock that is steered may go off in a while: 500 in a million, as far as NTP slews (RFC 5905, 12). */
        private static final double DRIFT = 500e-6;

        private static final long CLOSE = 100_000L;
        private static final int READINGS = 5;

        /** Both clocks at one moment: of a few readings the one that nothing came between. */
        public static WallClock of(Clock clock) {
            WallClock best = new WallClock(0, 0);
            long shortest = Long.MAX_VALUE;
            for (int i = 0; i < READINGS && shortest > CLOSE; i++) {
                long before = clock.now();
                long utc = clock.utc();
                long took = clock.now() - before;
                if (took < shortest) {
                    shortest = took;
                    best = new WallClock(before + took / 2, utc);
                }
            }
            return best;
        }

        /**
         * The wall clock was set between two readings, or the computer slept.
         *
         * @param by how far it went beyond the time that passed, in nanoseconds; negative backwards
         */
        public record Step(long by) {

            long size() {
                return Math.abs(by);
            }
        }

        /** The step that it made since an earlier reading, where it is more than its drift may be. */
        public Optional<Step> since(WallClock earlier) {
            long passed = time - earlier.time;
            long by = utc - earlier.utc - passed;
            return Math.abs(by) > TOLERANCE + DRIFT * passed ? Optional.of(new Step(by)) : Optional.empty();
        }
    }
}
