package org.plumbline.verdict;

import java.util.Locale;
import org.plumbline.text.Text;

/** What a decision rule says of one value (ILAC-G8:09/2019, 4.2). In the order in which they get worse. */
public enum Statement {
    /** Conforms. */
    PASS(Verdict.PASS, Verdict.PASS.word()),
    /** Within the limit, but not by the guard band. */
    CONDITIONAL_PASS(Verdict.INCONCLUSIVE, new Text("有条件合格", "conditional pass")),
    /** Too near to the limit for the rule. */
    INCONCLUSIVE(Verdict.INCONCLUSIVE, Verdict.INCONCLUSIVE.word()),
    /** Beyond the limit, but not by the guard band. */
    CONDITIONAL_FAIL(Verdict.INCONCLUSIVE, new Text("有条件不合格", "conditional fail")),
    /** Does not conform. */
    FAIL(Verdict.FAIL, Verdict.FAIL.word());

    private final Verdict verdict;
    private final Text word;

    Statement(Verdict verdict, Text word) {
        this.verdict = verdict;
        this.word = word;
    }

    /** The verdict that it counts as: a conditional one shows neither. */
    public Verdict verdict() {
        return verdict;
    }

    /** The key in files: {@code pass}, {@code conditional-pass}, ... */
    public String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The word that people read. */
    public Text word() {
        return word;
    }

    Statement worse(Statement other) {
        return compareTo(other) >= 0 ? this : other;
    }
}
