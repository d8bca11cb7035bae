package org.plumbline.canary;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What the canary device shows at one instant: nothing here is left to chance.
 *
 * @param since nanoseconds since {@code go}; negative before it
 * @param visits how often it went, since the behaviour was chosen
 * @param origin where it was before it went, and is where it did not
 * @param ticks how many reports there have been, silent ones counted
 */
record CanaryPhase(CanarySignal signal, long since, int visits, String origin, long ticks) {

    private static final long SECOND = 1_000_000_000L;
    private static final long EARLY = SECOND / 5;
    private static final long SOON = SECOND * 3 / 10;
    private static final long LATE = SECOND * 9 / 5;

    /** For more than a second after {@code go}: longer than any limit of completeness. */
    boolean silent() {
        return switch (signal) {
            case HOLE, BLURRED -> since > EARLY && since < LATE;
            case LATER_HOLE -> since > SECOND * 17 / 20 && since < SECOND * 41 / 20;
            default -> false;
        };
    }

    /** A frame that is none, one second after {@code go}. */
    Optional<String> fault() {
        return bad() && once() ? Optional.of(CanaryCodec.FAULT) : Optional.empty();
    }

    Map<String, Object> values() {
        Map<String, Object> values = new LinkedHashMap<>();
        reactions(values);
        levels(values);
        counters(values);
        places(values);
        ways(values);
        roughness(values);
        values.put("gap", bad() && once() ? 0.8 : 1.6);
        return values;
    }

    private void reactions(Map<String, Object> values) {
        boolean reacted = since >= reaction();
        values.put("alarm", reacted);
        values.put("speed", reacted ? signal == CanarySignal.HOVERING ? 0.4995 : 0 : 1);
        values.put("state", bad() && once() ? "wrong" : "fine");
        values.put("outcome", fails() ? "failed" : "done");
    }

    /** Never; four times in five, which refutes four successes in five; once, which leaves them unproven. */
    private boolean fails() {
        return bad() && ticks % 5 != 0 || signal == CanarySignal.FEW && once();
    }

    private long reaction() {
        return switch (signal) {
            case BAD -> SECOND * 3 / 2;
            case DOUBTFUL -> SECOND;
            default -> SOON;
        };
    }

    private void levels(Map<String, Object> values) {
        values.put("level", bad() ? 1.3 : 1.02);
        values.put("spread", spread());
        values.put("bare", spread());
        values.put("peak", bad() && once() ? 1.5 : 0.5);
        values.put("trough", bad() && once() ? -0.5 : 0.5);
        values.put("top", bad() ? 1.5 : nearLimit() ? 0.99 : 0.5);
        values.put("edge", bad() ? 1.01 : 0.99);
        values.put("beyond", bad() ? 1.5 : 1.01);
        values.put("swing", swing());
        values.put("position", since < SOON ? 0 : bad() ? 0.3 : 0.02);
    }

    /** A single sample is far out where the 95th percentile is small, one of eight is where it is not. */
    private double spread() {
        boolean out = bad() ? ticks % 8 == 0 : once();
        return out ? 1.3 : 1.02;
    }

    private double swing() {
        double overshoot = bad() ? 1.5 : 1.02;
        return since < SOON ? 0 : since < 2 * SOON ? overshoot : 1;
    }

    private void counters(Map<String, Object> values) {
        boolean after = bad() && since >= SECOND;
        values.put("counter", ticks + (after ? 1 : 0));
        values.put("stamp", ticks - (after ? 1 : 0));
        values.put("turn", held() ? ticks - (since - EARLY) / CanaryDevice.STEP : ticks);
    }

    /** How old the data are, in milliseconds. */
    long age() {
        return switch (signal) {
            case BAD -> once() ? 1_500 : 300;
            case DOUBTFUL -> once() ? 1_000 : 300;
            default -> 300;
        };
    }

    /** One falls silent for as long as another signal does not change, one comes at times of its own, one once or thrice. */
    Map<String, Long> beats() {
        Map<String, Long> beats = new LinkedHashMap<>();
        if (!held()) {
            beats.put(CanaryBench.BEAT, ticks);
        }
        if (paces()) {
            beats.put("pace", ticks);
        }
        if (once() || bad() && (since == SECOND / 2 || since == SECOND * 3 / 2)) {
            beats.put("login", bad() && once() ? 1L : 0);
        }
        if (since == reaction()) {
            beats.put("event", 1L);
        }
        return beats;
    }

    private boolean held() {
        return since > EARLY && since < heldUntil();
    }

    private long heldUntil() {
        return switch (signal) {
            case BAD -> LATE;
            case DOUBTFUL -> SECOND * 6 / 5;
            default -> 0;
        };
    }

    /** Three arrivals: one on either side and one between. */
    private void places(Map<String, Object> values) {
        int side = visits % 3 - 1;
        boolean there = since >= 0;
        values.put("at", there ? "p1" : origin);
        values.put("x", there ? bad() ? 5 + side + fromAway() : 1.01 + 0.001 * side : 0);
        values.put("y", 0);
        values.put("z", 0);
        values.put("warm", there ? 1.01 + 0.001 * side + (bad() ? visits : 0) : 0);
        values.put("loose", there ? side * (bad() ? visits * visits : 0.001) : 0);
        values.put("yaw", there ? bad() ? 1.5 + side * 0.2 : 0.01 + 0.001 * side : 0);
    }

    /** A straight line and how fast it is followed, lines with a corner that is overshot or cut, and an arrival that comes to rest late. */
    private void ways(Map<String, Object> values) {
        double t = Math.max(0, since) / (double) SECOND;
        int side = visits % 3 - 1;
        values.put("path-x", Math.min(4, t));
        double uneven = ticks % 2 == 0 ? 0.3 : -0.3;
        values.put("path-speed", t > 0 && t < 4 ? bad() ? 2 + 0.5 * side + uneven : 1 + 0.001 * side : 0);
        values.put("path-y", since >= 0 && bad() ? 2 + 0.5 * side : 0);
        double first = Math.min(1, t);
        double second = Math.max(0, Math.min(1, t - 1));
        values.put("corner-x", bad() && second > 0 && second < 0.25 ? first + 0.5 : first);
        values.put("corner-y", second);
        values.put("round-x", bad() ? Math.min(1, 0.5 + t / 4) : first);
        values.put("round-y", bad() ? Math.min(1, t / 4) : second);
        boolean late = bad() && since >= SECOND / 2 && since < SECOND * 17 / 10;
        values.put("rest", since < SOON ? 0 : late ? 1.5 : signal == CanarySignal.HOVERING ? 1.0995 : 1);
    }

    private void roughness(Map<String, Object> values) {
        values.put("hum", (ticks * 7 % 13 - 6) / 6.0 * (bad() ? 1 : 0.01));
        values.put("grain", ticks % 5 * (bad() ? 0.5 : 0.01));
    }

    /** Five times a second; once a second; or every 2 s, but now sooner and now later. */
    private boolean paces() {
        return switch (signal) {
            case DOUBTFUL -> ticks % 10 == 0;
            case BAD -> ticks % 40 == 0 || ticks % 40 == 15;
            default -> ticks % 2 == 0;
        };
    }

    /** First a blow, then a clamp. */
    double force() {
        if (since < SOON) {
            return 0;
        }
        return (bad() ? 2 : 1) * (since < 2 * SOON ? 200 : 100);
    }

    /** What the instrument with a range and a declared interval shows: at the end of its range once, in the first stay. */
    double metered() {
        return signal == CanarySignal.OFF_SCALE && once() && visits <= 1 ? CanaryBench.RANGE : bad() ? 1.5 : 0.5;
    }

    /** Whether the instrument's frame is lost. */
    boolean meterLost() {
        return signal == CanarySignal.SPARSE && since >= 0 && ticks % 2 == 0;
    }

    /** Whether that behaviour has its one moment now. */
    boolean happens(CanarySignal wanted) {
        return signal == wanted && once();
    }

    /** By how much the wall clock is set: for half a second; before and after that it is looked at, too. */
    OptionalLong clockSet() {
        long by =
                switch (signal) {
                    case STEPPED -> -SECOND * 3 / 10;
                    case SLEPT -> 2 * SECOND;
                    default -> 0;
                };
        boolean looks = since == EARLY || once() || since == SECOND * 3 / 2;
        return by != 0 && looks ? OptionalLong.of(once() ? by : 0) : OptionalLong.empty();
    }

    /** Before the reaction that is waited for. */
    boolean breaks() {
        return signal == CanarySignal.RECONNECTED && since == EARLY;
    }

    private boolean nearLimit() {
        return signal == CanarySignal.DOUBTFUL || signal == CanarySignal.CONDITIONAL;
    }

    private double fromAway() {
        return origin.equals(CanaryDevice.AWAY) ? 10 : 0;
    }

    private boolean bad() {
        return signal == CanarySignal.BAD;
    }

    private boolean once() {
        return since == SECOND;
    }
}
