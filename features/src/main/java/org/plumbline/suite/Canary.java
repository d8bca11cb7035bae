package org.plumbline.suite;

import io.cucumber.core.gherkin.Pickle;
import org.jspecify.annotations.Nullable;
import org.plumbline.canary.CanarySignal;
import org.plumbline.run.CanaryResult;
import org.plumbline.run.ScenarioPlan;
import org.plumbline.run.TrialResult;
import org.plumbline.text.Text;
import org.plumbline.verdict.Verdict;

/**
 * A scenario on the canary bench of which the right verdict is known.
 *
 * @param name what it judges
 * @param wording the step of the vocabulary that it stands for, in its own language
 */
record Canary(Text name, Wording wording, CanarySignal signal, ScenarioPlan plan, Pickle pickle) {

    /** @param trial null where it was not executed */
    CanaryResult result(@Nullable TrialResult trial) {
        Text words = new Text(
                name.zh() + "，" + signal.word().zh(),
                name.en() + ", " + signal.word().en());
        Text step = wording.template().expression();
        return new CanaryResult(
                words,
                step,
                signal.expected(),
                signal.because(),
                trial == null ? Verdict.NONE : trial.verdict(),
                trial == null ? null : trial.reason());
    }
}
