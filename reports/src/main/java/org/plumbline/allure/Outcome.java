package org.plumbline.allure;

import io.qameta.allure.model.Status;
import org.jspecify.annotations.Nullable;
import org.plumbline.text.Language;
import org.plumbline.text.Text;
import org.plumbline.verdict.Verdict;

/**
 * Our verdicts in Allure's words. Allure has no word for inconclusive or none: a result without a status is its
 * "unknown", which stands apart from passed and from skipped in every chart.
 */
enum Outcome {
    FAIL(Verdict.FAIL, Status.FAILED, "failed", new Text("不合格", "Nonconforming (fail)")),
    INCONCLUSIVE(Verdict.INCONCLUSIVE, null, "unknown", new Text("无法判定", "Inconclusive")),
    NONE(Verdict.NONE, null, "unknown", new Text("未判定", "Not judged (none)")),
    ERROR(Verdict.ERROR, Status.BROKEN, "broken", new Text("测试装置或试验台错误", "Harness or bench error")),
    NOT_APPLICABLE(Verdict.NOT_APPLICABLE, Status.SKIPPED, "skipped", new Text("不适用", "Not applicable")),
    PASS(Verdict.PASS, Status.PASSED, "passed", new Text("合格", "Conforming (pass)"));

    private final Verdict verdict;
    private final @Nullable Status status;
    private final String key;
    private final Text category;

    Outcome(Verdict verdict, @Nullable Status status, String key, Text category) {
        this.verdict = verdict;
        this.status = status;
        this.key = key;
        this.category = category;
    }

    static Outcome of(Verdict verdict) {
        for (Outcome outcome : values()) {
            if (outcome.verdict == verdict) {
                return outcome;
            }
        }
        throw new IllegalArgumentException("no outcome for " + verdict);
    }

    /** Allure's status; null is its "unknown". */
    @Nullable
    Status status() {
        return status;
    }

    /** Allure's status as its report and its categories name it. */
    String key() {
        return key;
    }

    /** The name of the category. */
    Text category() {
        return category;
    }

    /** What the message of every result of this kind begins with, so that categories can tell them apart. */
    String prefix(Language language) {
        return verdict.word().in(language) + ": ";
    }
}
