package org.plumbline.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.plumbline.measure.Extreme;
import org.plumbline.measure.Measurement;
import org.plumbline.quantity.Unit;
import org.plumbline.standard.Bound;
import org.plumbline.standard.Limit;
import org.plumbline.standard.Modality;
import org.plumbline.standard.Requirement;
import org.plumbline.text.Text;
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

    /** The first one answers the question. */
    @Test
    void namesWhatAChannelAsksByItself() {
        try (Rig asking = new Rig(Rig.bench(Map.of(), "safe-state", Map.of("poll", List.of("stamp", "few"))))) {
            asking.at(0.1, "no");
            asking.at(0.15, "no");
            asking.until(0.2);
            assertThat(new Declined(asking.session).words(0, Rig.s(1)))
                    .contains(new Text(
                            "设备未接受通道 wire 的询问（poll: stamp, few；拒绝），不能据此判定",
                            "what channel wire asks by itself (poll: stamp, few) was not accepted by the device (it refuses):"
                                    + " not judged"));
        }
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
