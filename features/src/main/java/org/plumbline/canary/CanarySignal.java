package org.plumbline.canary;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.plumbline.text.Text;
import org.plumbline.verdict.Verdict;

/** How the canary device behaves from a command on, and what every sound judge then says. */
public enum CanarySignal {
    /** Conforms, by more than its uncertainty where the rule asks for that. */
    GOOD(Verdict.PASS, new Text("合格信号", "good signal")),
    /** Does not conform, by more than its uncertainty where the rule asks for that. */
    BAD(Verdict.FAIL, new Text("不合格信号", "bad signal")),
    /** Would conform, but falls silent where it matters. */
    HOLE(Verdict.INCONCLUSIVE, new Text("有中断的信号", "signal with a hole")),
    /** Within its uncertainty of the limit, or from an instrument whose calibration has lapsed. */
    DOUBTFUL(Verdict.INCONCLUSIVE, new Text("存疑信号", "doubtful signal"));

    private final Verdict expected;
    private final Text word;

    CanarySignal(Verdict expected, Text word) {
        this.expected = expected;
        this.word = word;
    }

    /** What a sound judge says. */
    public Verdict expected() {
        return expected;
    }

    /** For people. */
    public Text word() {
        return word;
    }

    /** The command that begins it. */
    public String command() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The one that a command begins; empty for any other command. */
    public static Optional<CanarySignal> of(String command) {
        return Arrays.stream(values())
                .filter(signal -> signal.command().equals(command))
                .findFirst();
    }
}
