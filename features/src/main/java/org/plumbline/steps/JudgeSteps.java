package org.plumbline.steps;

import io.cucumber.java.en.Then;
import io.cucumber.java.zh_cn.那么;
import java.util.List;
import org.plumbline.error.InputException;
import org.plumbline.error.Problem;
import org.plumbline.run.BusyComputer;
import org.plumbline.run.Declined;
import org.plumbline.run.Judge;
import org.plumbline.run.Session;
import org.plumbline.run.Trial;
import org.plumbline.run.Unheard;
import org.plumbline.standard.Requirement;
import org.plumbline.text.Text;
import org.plumbline.verdict.Judgement;

/** The step that judges. A failed judgement does not end the scenario: every judgement that can be made is made. */
public final class JudgeSteps {

    private final TrialHolder holder;

    /** Steps for the holder's trial. */
    public JudgeSteps(TrialHolder holder) {
        this.holder = holder;
    }

    @那么("{string} 应符合限值/宜符合限值")
    @Then("{string} shall/should be within its limit")
    public void judge(String limit) {
        Trial trial = holder.trial();
        Session session = trial.session();
        Requirement requirement = requirement(trial, limit);
        if (requirement.applies().holds(session.bench().device()::declares)) {
            Judgement judgement = holder.judge()
                    .judge(
                            session.now(),
                            requirement,
                            requirement.limits().get(limit),
                            trial.measurement(limit).orElse(null),
                            trial.awaited(limit).orElse(Judge.NOT_TAKEN));
            Judgement weighed = BusyComputer.weigh(judgement, session.timeline()::pressure);
            trial.judged(new Declined(session).weigh(new Unheard(session).named(weighed), trial));
        }
    }

    private static Requirement requirement(Trial trial, String limit) {
        List<String> tagged = trial.scenario().requirements();
        return trial.session()
                .standard()
                .requirementOfLimit(limit)
                .filter(requirement -> tagged.contains(requirement.id()))
                .orElseThrow(() -> new InputException(Problem.of(
                        new Text(
                                        "限值“%s”不属于本场景标记的要求 %s",
                                        "no requirement of this scenario (%2$s) has the limit \"%1$s\"")
                                .with(limit, String.join(", ", tagged)),
                        new Text("请在标签或限值名称中改正", "correct the tags or the limit's name"))));
    }
}
