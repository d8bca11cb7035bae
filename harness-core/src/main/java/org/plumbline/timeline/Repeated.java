package org.plumbline.timeline;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.plumbline.text.Text;
import org.plumbline.timeline.Observation.CommandSent;
import org.plumbline.timeline.Observation.Repetition;

/**
 * Compares the repetitions of a recording with those of the scenario that is judged on it: a device that got a command again
 * and again is not one that did not, or not so often. Where the recording says when they began and ended, that is compared;
 * in older ones, what was sent.
 */
final class Repeated {

    /** What had begun before the end of a repetition may still have gone out. */
    private static final long GRACE = 200_000_000L;

    /** A harness that is held up sends late. */
    private static final long LATE = 2_000_000_000L;

    private record Asked(long period, long since) {}

    private final Map<String, Asked> asked = new HashMap<>();
    private final Map<String, Asked> heard = new HashMap<>();
    private final Map<String, Long> stopped = new HashMap<>();
    private final Map<String, Repetition> inForce = new HashMap<>();
    private final Recording recording;
    private final boolean noted;
    private @Nullable Boolean sends;
    private @Nullable Text difference;
    private boolean inTrial;
    private long entered;

    Repeated(Recording recording) {
        this.recording = recording;
        noted = recording.acts().stream().anyMatch(act -> act.observation() instanceof Repetition);
    }

    /** Whether the recording says when repetitions began; an older one holds only what they sent. */
    boolean tells() {
        if (noted) {
            return true;
        }
        Boolean known = sends;
        if (known == null) {
            known = sends();
            sends = known;
        }
        return !known;
    }

    private boolean sends() {
        try (Recording.Passage passage = recording.open()) {
            for (Observation next = passage.next(); next != null; next = passage.next()) {
                if (next instanceof CommandSent sent && sent.repeated()) {
                    return true;
                }
            }
            return false;
        }
    }

    void begins(String command, long period, long now) {
        asked.put(command, new Asked(period, now));
        heard.remove(command);
    }

    void stops(String command, long now) {
        asked.remove(command);
        stopped.put(command, now);
    }

    /** The recording is now in the scenario that is judged. */
    void enter(long now) {
        inTrial = true;
        entered = now;
    }

    /** What comes next is of another scenario, or of none. */
    void leave() {
        inTrial = false;
        difference = null;
        asked.clear();
        stopped.clear();
    }

    /** The recording begins again. */
    void rewound() {
        inForce.clear();
    }

    /** @throws RecordingEndedException where the recording repeats what the scenario does not, or the other way round */
    void requireSame() {
        if (difference != null) {
            throw new RecordingEndedException(difference);
        }
        inForce.forEach((command, repetition) -> {
            Asked wanted = asked.get(command);
            if (wanted == null || wanted.period() != repetition.period()) {
                throw new RecordingEndedException(otherwise(repetition.time(), command));
            }
        });
    }

    void passed(Observation observation) {
        if (observation instanceof Repetition repetition) {
            if (repetition.begins()) {
                inForce.put(repetition.command(), repetition);
            } else {
                inForce.remove(repetition.command());
            }
        }
        if (noted || !inTrial || difference != null) {
            return;
        }
        if (observation instanceof CommandSent sent && sent.repeated()) {
            compare(sent);
        }
        asked.forEach((command, wanted) -> {
            if (!heard.containsKey(command) && observation.time() > wanted.since() + 2 * wanted.period() + LATE) {
                difference = missing(command, wanted.period());
            }
        });
    }

    private void compare(CommandSent sent) {
        Asked wanted = asked.get(sent.command());
        boolean same = wanted != null && (sent.period() == 0 || sent.period() == wanted.period());
        long over = Math.max(entered, stopped.getOrDefault(sent.command(), entered)) + GRACE;
        if (same) {
            heard.put(sent.command(), wanted);
        } else if (wanted != null || sent.time() > over) {
            difference = otherwise(sent.time(), sent.command());
        }
    }

    static Text missing(String command, long period) {
        return new Text(
                        "场景每隔 %s s 发送命令 %s，记录中没有",
                        "the scenario sends command %2$s every %1$s s, which the recording does not have")
                .with(period / 1e9, command);
    }

    private static Text otherwise(long time, String command) {
        return new Text(
                        "记录在 %.3f s 处重复发送命令 %s，场景没有这样做，之后的数据不能用于本场景",
                        "at %.3f s the recording has command %s as one of a repetition, which the scenario does not have so: what"
                                + " follows does not count for it")
                .with(time / 1e9, command);
    }
}
