package org.plumbline.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.plumbline.measure.Extreme;
import org.plumbline.measure.Measurement;
import org.plumbline.quantity.Unit;
import org.plumbline.standard.Bound;
import org.plumbline.standard.Limit;
import org.plumbline.standard.Modality;
import org.plumbline.standard.Requirement;
import org.plumbline.verdict.DecisionRule;
import org.plumbline.verdict.Judgement;
import org.plumbline.verdict.Verdict;

/** A command that the device refuses one second after it; the level, or alarm, of 4 shall be 5 at most. */
class DeclinedTest {

    private final Rig rig = new Rig();

    @AfterEach
    void close() {
        rig.close();
    }

    /** Only what comes with events can be what the refusal said, where more than its frame was read at once. */
    @ParameterizedTest
    @CsvSource({
        "alarm, 1, alarm=4; no,         pass",
        "level, 1, level=4; no,         inconclusive",
        "level, 1, no; level=4,         inconclusive",
        "alarm, 0.9, alarm=4,           inconclusive",
        "level, 0.9, level=4,           inconclusive"
    })
    void isNoReasonToDoubtWhatItSaysItself(String signal, double at, String frames, String verdict) {
        Trial trial = rig.trial();
        rig.session.send("go", Map.of("where", "up"));
        for (String frame : frames.split("; ")) {
            rig.at(at, frame);
        }
        if (at < 1) {
            rig.at(1, "no");
        }
        rig.until(2);
        assertThat(judged(trial, signal).verdict()).isEqualTo(Verdict.valueOf(verdict.toUpperCase(Locale.ROOT)));
    }

    private Judgement judged(Trial trial, String signal) {
        Measurement measurement = Extreme.maximum(new Traces(rig.session).of(signal, 0, Rig.s(2)));
        trial.measured("limit", measurement);
        Unit unit = measurement.unit();
        Limit limit = new Limit("limit", unit, null, Bound.of(5, unit), DecisionRule.SIMPLE, true, "proposal", null);
        Requirement requirement = Rig.requirement("X-1", Modality.SHALL, "", limit);
        Judgement judgement =
                new Judge(Rig.bench(Map.of()), RunPlan.VIRTUAL_START).judge(Rig.s(2), requirement, limit, measurement);
        return new Declined(rig.session).weigh(judgement, trial);
    }
}
