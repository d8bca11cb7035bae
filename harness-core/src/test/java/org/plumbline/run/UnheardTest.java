package org.plumbline.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.plumbline.run.Rig.s;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.plumbline.measure.Measurement;
import org.plumbline.measure.Uncertainty;
import org.plumbline.quantity.Unit;
import org.plumbline.text.Text;
import org.plumbline.verdict.DecisionRule;
import org.plumbline.verdict.Judgement;
import org.plumbline.verdict.Tolerance;
import org.plumbline.verdict.Verdict;

class UnheardTest {

    private final Rig rig = new Rig();
    private final Unheard unheard = new Unheard(rig.session);

    private void go(double seconds, boolean heard) {
        rig.until(seconds);
        rig.unheard = !heard;
        rig.session.send("go", Map.of("where", "up"));
        rig.look();
    }

    private void beat(double from, double to, boolean heard) {
        rig.until(from);
        rig.unheard = !heard;
        rig.session.repeat("beat", s(1));
        rig.until(to);
        rig.session.stopRepeating();
        rig.look();
    }

    private void assertNothingShown(double sent) {
        assertThatThrownBy(() -> unheard.require("go", s(sent)))
                .isInstanceOfSatisfying(NotReachedException.class, e -> assertThat(e.reason())
                        .isEqualTo(new Text(
                                "命令 go 无人接收（无人），无法证明未反应", "command go reached nobody (nobody): no proof either way")));
    }

    private void assertJudged(double sent) {
        assertThatCode(() -> unheard.require("go", s(sent))).doesNotThrowAnyException();
    }

    @Test
    void showsNothingWhereNobodyEverWasSubscribed() {
        go(1, false);
        assertNothingShown(1);
        beat(2, 4.5, false);
        go(5, false);
        assertNothingShown(5);
        go(6, true);
        assertNothingShown(5);
        assertJudged(6);
    }

    @Test
    void isTheDevicesWhereItWasSubscribedBefore() {
        go(1, true);
        go(2, false);
        assertJudged(2);
    }

    /** Another command to the same address shows it as well. */
    @Test
    void isTheDevicesWhereItHeardARepetition() {
        beat(1, 1.5, true);
        go(2, false);
        assertJudged(2);
    }

    /** It is noted once; when it is noted again somebody had heard it meanwhile. */
    @Test
    void isTheDevicesWhereARepetitionIsNotedAgain() {
        beat(1, 2.5, false);
        beat(3, 4.5, true);
        beat(5, 6.5, false);
        go(7, false);
        assertJudged(7);
    }

    @Test
    void aFailSaysWhatTheBrokerSaid() {
        go(1, true);
        go(2, false);
        assertThat(unheard.named(judgement(s(2), Verdict.FAIL)).reason())
                .isEqualTo(new Text(
                        "原因；代理称命令无人接收（无人），但本次运行中此前有人订阅",
                        "why; the broker says that the command reached nobody (nobody), but earlier in this run somebody"
                                + " was subscribed"));
        assertThat(unheard.named(judgement(s(2), Verdict.FAIL)).verdict()).isEqualTo(Verdict.FAIL);
        assertThat(unheard.named(judgement(s(2), Verdict.PASS)).reason().en()).isEqualTo("why");
        assertThat(unheard.named(judgement(s(1), Verdict.FAIL)).reason().en()).isEqualTo("why");
        assertThat(unheard.named(judgement(s(3), Verdict.FAIL)).reason().en()).isEqualTo("why");
    }

    /** Nobody was ever there: that a bench is wired wrongly is no fault of the device. */
    @Test
    void noFailRestsOnACommandThatNobodyEverHeard() {
        go(1, false);
        Judgement open = unheard.named(judgement(s(1), Verdict.FAIL));
        assertThat(open.verdict()).isEqualTo(Verdict.INCONCLUSIVE);
        assertThat(open.statement()).isNull();
        assertThat(open.measurement())
                .extracting(Measurement::doubt)
                .as("it is no fail either when it is judged again")
                .isEqualTo(
                        new Text("命令 go 无人接收（无人），无法证明未反应", "command go reached nobody (nobody): no proof either way"));
        assertThat(open.reason())
                .isEqualTo(new Text(
                        "原因；命令 go 无人接收（无人），无法证明未反应", "why; command go reached nobody (nobody): no proof either way"));
        assertThat(unheard.named(judgement(s(1), Verdict.PASS)).verdict()).isEqualTo(Verdict.PASS);
        go(2, true);
        go(3, false);
        assertThat(unheard.named(judgement(s(1), Verdict.FAIL)).verdict()).isEqualTo(Verdict.INCONCLUSIVE);
        assertThat(unheard.named(judgement(s(3), Verdict.FAIL)).verdict()).isEqualTo(Verdict.FAIL);
    }

    private static Judgement judgement(long from, Verdict verdict) {
        Measurement measurement = new Measurement(
                Text.same("time"), 2, Unit.S, true, Uncertainty.NONE, from, s(9), 1, List.of("state"), null);
        Tolerance tolerance = new Tolerance(null, 1.0, Unit.S, true, DecisionRule.SIMPLE);
        return new Judgement(s(9), "X-1", "limit", measurement, tolerance, verdict, new Text("原因", "why"));
    }
}
