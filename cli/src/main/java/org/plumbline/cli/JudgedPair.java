package org.plumbline.cli;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.plumbline.text.Language;
import org.plumbline.text.Text;
import org.plumbline.verdict.Verdict;

/**
 * One judgement then and now.
 *
 * @param then null where it was not judged before
 * @param now null where it is not judged now
 */
record JudgedPair(
        String requirement,
        String limit,
        @Nullable Judged then,
        @Nullable Judged now) {

    boolean changed() {
        return then == null ? now != null : !then.sameAs(now);
    }

    /** Whether both were judged, against another limit or by another rule. */
    boolean limitChanged() {
        return then != null && now != null && !Objects.equals(then.tolerance(), now.tolerance());
    }

    /** Requirement and limit, old and new bound. */
    String bounds(Language language) {
        return "%s %s: %s → %s".formatted(requirement, limit, bound(then, language), bound(now, language));
    }

    private static String bound(@Nullable Judged judged, Language language) {
        return judged == null ? "–" : judged.bound(language);
    }

    /** Its cells in the table. */
    String[] cells(Language language) {
        return new String[] {
            requirement,
            limit,
            measured(then),
            word(then, language),
            measured(now),
            word(now, language),
            changed() ? new Text("← 有变化", "<- changed").in(language) : ""
        };
    }

    private static String measured(@Nullable Judged judged) {
        return judged == null ? "–" : judged.measured();
    }

    private static String word(@Nullable Judged judged, Language language) {
        return (judged == null ? Verdict.NONE : judged.verdict()).word().in(language);
    }
}
