package org.plumbline.run;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.plumbline.text.Text;
import org.plumbline.verdict.Verdict;

/**
 * What the judge said of one signal of which the right verdict was known beforehand.
 *
 * @param name what was judged, and which signal it was given
 * @param step the step of the vocabulary that it stands for, as an expression
 * @param expected the right verdict
 * @param because what the reason must have in it where that is inconclusive; null for any
 * @param found the judge's
 * @param reason the judge's; null for a pass
 */
public record CanaryResult(
        Text name,
        Text step,
        Verdict expected,
        @Nullable Text because,
        Verdict found,
        @Nullable Text reason) {

    /** Whether the judge was right, for the right reason. */
    public boolean right() {
        return found == expected && (because == null || reason != null && isIn(reason, because));
    }

    private static boolean isIn(Text reason, Text part) {
        return reason.zh().contains(part.zh()) && reason.en().contains(part.en());
    }

    /** How the judge did, in one line; empty where it was not tested. */
    public static Optional<Text> summary(List<CanaryResult> canaries) {
        long wrong = canaries.stream().filter(canary -> !canary.right()).count();
        if (canaries.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(
                wrong == 0
                        ? new Text("%d 个已知结论的信号全部判定正确", "%d canaries judged rightly").with(canaries.size())
                        : new Text("%d 个已知结论的信号中有 %d 个判错", "of %d canaries %d judged wrongly")
                                .with(canaries.size(), wrong));
    }

    /** What a wrong judgement means for the run, in one sentence. */
    public Text misjudged() {
        String zhBecause =
                because == null ? "" : "（理由含“%s”）".formatted(because.zh().strip());
        String enBecause = because == null
                ? ""
                : " (because of \"%s\")".formatted(because.en().strip());
        String zhWhy = reason == null ? "" : "（%s）".formatted(reason.zh());
        String enWhy = reason == null ? "" : " (%s)".formatted(reason.en());
        return new Text(
                "判定自检未通过，本次运行无效: “%s”应判为%s%s，实判为%s%s；步骤: %s"
                        .formatted(
                                name.zh(),
                                expected.word().zh(),
                                zhBecause,
                                found.word().zh(),
                                zhWhy,
                                step.zh()),
                "the judge failed its self-check, the run is void: \"%s\" should be %s%s and was judged %s%s; step: %s"
                        .formatted(
                                name.en(),
                                expected.word().en(),
                                enBecause,
                                found.word().en(),
                                enWhy,
                                step.en()));
    }
}
