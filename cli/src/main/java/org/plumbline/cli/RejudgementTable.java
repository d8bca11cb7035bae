package org.plumbline.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.plumbline.benchfile.DeviceCheck;
import org.plumbline.error.Problem;
import org.plumbline.run.RequirementResult;
import org.plumbline.run.RunPlan;
import org.plumbline.text.Language;
import org.plumbline.text.Text;
import org.plumbline.verdict.Verdict;

/** A second judgement for people: what it was judged against, the values, and what changed. */
record RejudgementTable(Rejudgement rejudgement, Language language) {

    List<String> lines() {
        List<String> lines = new ArrayList<>(files().lines());
        rejudgement
                .corrections()
                .forEach(change -> lines.add("  " + in("试验台更正 ", "bench corrected: ") + change.key() + ": "
                        + change.then() + " → " + change.now()));
        RunPlan plan = rejudgement.run().plan();
        DeviceCheck.unused(plan.standard(), plan.bench().device())
                .ifPresent(unused -> lines.add("  " + unused.in(language)));
        rejudgement
                .notes()
                .forEach(note -> lines.add("  "
                        + in(
                                "现在运行会因此被拒绝，记录照样判定: ",
                                "a run would be refused for it now, the recording is judged all the same: ")
                        + place(note) + note.what().in(language)));
        lines.add("");
        lines.addAll(judgements().lines());
        rejudgement.pairs().stream()
                .filter(JudgedPair::limitChanged)
                .map(pair -> pair.bounds(language))
                .distinct()
                .forEach(bounds -> lines.add("  " + in("限值 ", "limit ") + bounds));
        rejudgement.verdicts().forEach((id, old) -> verdict(id, old).ifPresent(lines::add));
        new SelfCheck(rejudgement.run(), language).lines().forEach(lines::add);
        new ClosingTable(language).notPassed(rejudgement.run()).forEach(reason -> lines.add("  " + reason));
        rejudgement.run().incidents().forEach(incident -> lines.add("! " + incident.in(language)));
        if (rejudgement.run().interrupted()) {
            lines.add("! " + in("该次运行未完成", "the run did not go to its end"));
        }
        lines.add(summary().in(language));
        return lines;
    }

    private static String place(Problem note) {
        return note.place() == null ? "" : note.place() + ": ";
    }

    private Columns files() {
        Columns columns = new Columns();
        columns.row(in("判定依据", "judged against"), in("版本", "revision"), "SHA-256", "");
        InputPrints then = rejudgement.then();
        InputPrints now = rejudgement.now();
        for (String name : InputPrints.names(then, now)) {
            if (then.sha256(name).equals(now.sha256(name))) {
                columns.row(name, now.revision(name), now.sha256(name), in("原、现相同", "then and now"));
            } else {
                columns.row(name, then.revision(name), then.sha256(name), in("原", "then"));
                columns.row("", now.revision(name), now.sha256(name), in("现", "now"));
            }
        }
        return columns;
    }

    private Columns judgements() {
        Columns columns = new Columns();
        columns.row(
                in("要求", "requirement"),
                in("限值名称", "limit"),
                in("原测量结果", "measured then"),
                in("原结论", "verdict then"),
                in("现测量结果", "measured now"),
                in("现结论", "verdict now"),
                "");
        rejudgement.pairs().forEach(pair -> columns.row(pair.cells(language)));
        return columns;
    }

    private Optional<String> verdict(String id, Verdict old) {
        Optional<RequirementResult> result = rejudgement.run().requirement(id);
        if (result.isEmpty()) {
            return Optional.of("  %s: %s → %s"
                    .formatted(id, old.word().in(language), in("现标准中没有这项要求", "the standard no longer has it")));
        }
        return result.filter(now -> now.verdict() != old).map(now -> "  %s: %s → %s"
                .formatted(id, old.word().in(language), now.verdict().word().in(language)));
    }

    private Text summary() {
        Text verdict = rejudgement.run().verdict().word();
        int all = rejudgement.pairs().size();
        long changes = rejudgement.changes();
        long requirements = rejudgement.verdicts().entrySet().stream()
                .filter(then -> verdict(then.getKey(), then.getValue()).isPresent())
                .count();
        Text others = requirements == 0
                ? Text.same("")
                : new Text("；%d 项要求的结论有变化", "; requirements with another verdict: %d").with(requirements);
        Text judgements = all == 0
                ? new Text("没有作出任何判定", "nothing was judged")
                : changes == 0
                        ? new Text(
                                        "%d 项判定与原来逐位相同",
                                        all == 1
                                                ? "the one judgement equals the original's to the last digit"
                                                : "all %d judgements equal the original's to the last digit")
                                .with(all)
                        : new Text("%d 项判定中有 %d 项变化", "%d judgements, %d changed").with(all, changes);
        return new Text("结论: %s。%s", "verdict: %s. %s").with(verdict, judgements.and(others));
    }

    private String in(String zh, String en) {
        return new Text(zh, en).in(language);
    }
}
