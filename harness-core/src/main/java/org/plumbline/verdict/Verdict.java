package org.plumbline.verdict;

import java.util.Locale;
import org.plumbline.text.Text;

/**
 * What a trial, a requirement or a run came to: none &lt; pass &lt; inconclusive &lt; fail &lt; error, and not-applicable
 * beside them (ISO/IEC 9646-1, TTCN-3). Verdicts are combined by {@link #worse} alone, so none can be lowered.
 */
public enum Verdict {
    /** The requirement does not apply to the device; the neutral element. */
    NOT_APPLICABLE(new Text("不适用", "not applicable")),
    /** Nothing was judged. Never read as a pass. */
    NONE(new Text("未判定", "none")),
    /** The measured value conforms under the decision rule. */
    PASS(new Text("合格", "pass")),
    /** Neither conformity nor nonconformity is shown. */
    INCONCLUSIVE(new Text("无法判定", "inconclusive")),
    /** Nonconformity is shown. */
    FAIL(new Text("不合格", "fail")),
    /** The harness or the bench failed. */
    ERROR(new Text("错误", "error"));

    private final Text word;

    Verdict(Text word) {
        this.word = word;
    }

    /** The word that people read. */
    public Text word() {
        return word;
    }

    /** The key in files: {@code not-applicable}, {@code none}, {@code pass}, ... */
    public String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The worse of the two. Associative, commutative, idempotent. */
    public Verdict worse(Verdict other) {
        return compareTo(other) >= 0 ? this : other;
    }

    /** The verdict with that key. */
    public static Verdict ofKey(String key) {
        for (Verdict verdict : values()) {
            if (verdict.key().equals(key)) {
                return verdict;
            }
        }
        throw new IllegalArgumentException("no verdict is called " + key);
    }
}
