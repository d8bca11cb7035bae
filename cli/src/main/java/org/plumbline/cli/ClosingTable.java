package org.plumbline.cli;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.plumbline.measure.Measurement;
import org.plumbline.run.RequirementResult;
import org.plumbline.run.Run;
import org.plumbline.standard.Requirement;
import org.plumbline.text.Language;
import org.plumbline.text.Text;
import org.plumbline.verdict.Judgement;
import org.plumbline.verdict.Tolerance;
import org.plumbline.verdict.Verdict;

/** What a run came to: requirement, modality, measured value with U, limit, verdict; then the reasons. */
final class ClosingTable {

    private final Language language;

    ClosingTable(Language language) {
        this.language = language;
    }

    List<String> lines(Run run) {
        boolean repeated = run.plan().repeat() > 1;
        Columns columns = new Columns();
        columns.row(
                in("要求", "requirement"),
                in("能愿词", "modality"),
                in("限值名称", "limit"),
                in("测量结果", "measured"),
                in("限值", "bound"),
                in("结论", "verdict"),
                repeated ? in("翻转率", "flip rate") : "");
        for (RequirementResult result : run.requirements()) {
            boolean applies = result.verdict() != Verdict.NOT_APPLICABLE;
            rows(columns, result, repeated && applies ? run.flips(result).shown() : "");
        }
        return columns.lines();
    }

    /** Every attempt has its rows; the flip rate stands in the first. */
    private void rows(Columns columns, RequirementResult result, String flips) {
        Requirement requirement = result.requirement();
        String modality = requirement.modality().word().in(language);
        if (result.judgements().isEmpty()) {
            columns.row(requirement.id(), modality, "–", "–", "–", word(result.verdict()), flips);
            return;
        }
        boolean first = true;
        for (Judgement judgement : result.judgements()) {
            columns.row(
                    first ? requirement.id() : "",
                    first ? modality : "",
                    judgement.limit(),
                    Optional.ofNullable(judgement.measurement())
                            .map(Measurement::toString)
                            .orElse("–"),
                    Optional.ofNullable(judgement.tolerance())
                            .map(Tolerance::toString)
                            .orElse("–"),
                    word(judgement.verdict()),
                    first ? flips : "");
            first = false;
        }
        if (result.verdict() != worst(result)) {
            columns.row("", "", "–", "–", "–", word(result.verdict()));
        }
    }

    /** The requirement's verdict can be worse than its judgements': a trial was cut short, a limit was not judged. */
    private static Verdict worst(RequirementResult result) {
        return result.judgements().stream().map(Judgement::verdict).reduce(Verdict.NONE, Verdict::worse);
    }

    /** Why requirements are not a pass, and what went wrong with the bench. */
    List<String> reasons(Run run) {
        return Stream.concat(notPassed(run).stream(), run.incidents().stream().map(incident -> incident.in(language)))
                .distinct()
                .toList();
    }

    /** Why requirements are not a pass. */
    List<String> notPassed(Run run) {
        return run.requirements().stream()
                .filter(result -> result.verdict() != Verdict.PASS)
                .flatMap(result -> result.reasons().stream()
                        .map(reason -> result.requirement().id() + ": " + reason.in(language)))
                .distinct()
                .toList();
    }

    /** One sentence for the whole run. A pass is never worded as a statement of safety. */
    String summary(Run run) {
        String sentence =
                switch (run.verdict()) {
                    case PASS -> in("全部适用的“应”类要求均合格", "every applicable \"shall\" requirement passed");
                    case FAIL -> in("有“应”类要求不合格", "some \"shall\" requirements failed");
                    case ERROR -> in("试验台或测试装置出错，结果无效", "bench or harness failed, the result is void");
                    case NONE -> in("没有作出任何判定", "nothing was judged");
                    default -> in("有“应”类要求无法判定", "some \"shall\" requirements could not be decided");
                };
        String cut = run.interrupted() ? in("；运行被用户中断", "; interrupted by its user") : "";
        String open = run.fullyVerified() || run.verdict() == Verdict.ERROR ? "" : in("；未全部验证", "; not fully verified");
        long deviations = run.deviations().size();
        String should = deviations == 0
                ? ""
                : in("；%d 项“宜”类要求有偏离", "; %d \"should\" requirements deviate").formatted(deviations);
        return in("结论: %s", "verdict: %s").formatted(word(run.verdict()))
                + in("。", ". ")
                + sentence
                + should
                + cut
                + open;
    }

    private String word(Verdict verdict) {
        return verdict.word().in(language);
    }

    private String in(String zh, String en) {
        return new Text(zh, en).in(language);
    }
}
