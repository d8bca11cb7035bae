package org.plumbline.timeline;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.plumbline.text.Text;
import org.plumbline.timeline.Observation.CommandSent;

/**
 * Compares the repetitions of a recording with those of the scenario that is judged on it: a device that got a command again
 * and again is not one that did not, or not so often.
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
    private @Nullable Text difference;
    private boolean inTrial;
    private long entered;

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

    /** @throws RecordingEndedException where the recording repeats what the scenario does not, or the other way round */
    void requireSame() {
        if (difference != null) {
            throw new RecordingEndedException(difference);
        }
    }

    void passed(Observation observation) {
        if (!inTrial || difference != null) {
            return;
        }
        if (observation instanceof CommandSent sent && sent.repeated()) {
            compare(sent);
        }
        asked.forEach((command, wanted) -> {
            if (!heard.containsKey(command) && observation.time() > wanted.since() + 2 * wanted.period() + LATE) {
                difference = new Text(
                                "场景每隔 %s s 发送命令 %s，记录中没有",
                                "the scenario sends command %2$s every %1$s s, which the recording does not have")
                        .with(wanted.period() / 1e9, command);
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
            difference = new Text(
                            "记录在 %.3f s 处重复发送命令 %s，场景没有这样做，之后的数据不能用于本场景",
                            "at %.3f s the recording has command %s as one of a repetition, which the scenario does not have so: what"
                                    + " follows does not count for it")
                    .with(sent.time() / 1e9, sent.command());
        }
    }
}
