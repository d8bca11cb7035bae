package org.plumbline.capture;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.plumbline.ics.Applicability;
import org.plumbline.measure.Measurement;
import org.plumbline.quantity.Unit;
import org.plumbline.run.RunPlan;
import org.plumbline.standard.Bound;
import org.plumbline.standard.Completeness;
import org.plumbline.standard.Limit;
import org.plumbline.standard.Modality;
import org.plumbline.standard.Requirement;
import org.plumbline.standard.Standard;
import org.plumbline.text.Text;
import org.plumbline.timeline.Observation.Stall;
import org.plumbline.verdict.DecisionRule;
import org.plumbline.verdict.Judgement;
import org.plumbline.verdict.Verdict;

final class RecordedJudgementsTest {

    private static final long SECOND = 1_000_000_000L;

    private final RecordedJudgements judgements = new RecordedJudgements(plan());

    private static RunPlan plan() {
        Limit gap =
                new Limit("gap", Unit.S, null, Bound.of(0.35, Unit.S), DecisionRule.GUARDED, true, "proposal", null);
        Requirement requirement = new Requirement(
                "X-1",
                "1",
                "basic",
                Modality.SHALL,
                Text.same("x"),
                new Applicability.Always(),
                Map.of("gap", gap),
                List.of());
        Standard standard = new Standard(
                "X",
                Text.same("x"),
                "local",
                "draft",
                "1",
                List.of(),
                List.of(),
                Map.of(),
                Map.of(),
                List.of(),
                Completeness.DEFAULT,
                List.of(requirement));
        return new RunPlan(
                "run-1",
                "x",
                RunPlan.VIRTUAL_START,
                "live",
                standard,
                CaptureTest.bench(name -> null),
                List.of(),
                List.of(),
                null,
                null);
    }

    private Verdict recorded(String verdict) {
        return judgements.read(9 * SECOND, node("gap", verdict)).verdict();
    }

    private static ObjectNode node(String limit, String verdict) {
        ObjectNode node = new ObjectMapper().createObjectNode();
        node.put("requirement", "X-1").put("limit", limit).put("verdict", verdict);
        node.put("value", 0.45).put("unit", "s").put("U", 0.02).put("k", 2);
        node.put("from", SECOND).put("to", 9 * SECOND).put("samples", 40);
        return node.put("zh", "太大").put("en", "too large");
    }

    /** 0.45 s ± 0.02 s exceeds 0.35 s, unless the U of one of its signals is not in that. */
    @Test
    void whatWasNotDeclaredIsNotKnownLater() {
        ObjectNode node = node("gap", "inconclusive");
        node.putArray("signals").add("level").add("clock");
        node.putArray("undeclared").add("clock");
        node.putObject("remark").put("zh", "此后可能").put("en", "may be from then on");
        Judgement judgement = judgements.read(9 * SECOND, node);
        assertThat(judgement.verdict()).isEqualTo(Verdict.INCONCLUSIVE);
        assertThat(judgement.measurement())
                .extracting(Measurement::signals, Measurement::undeclared, Measurement::remark)
                .containsExactly(List.of("level", "clock"), List.of("clock"), new Text("此后可能", "may be from then on"));
    }

    @Test
    void theMeasurementIsJudgedAgainAndTheWorseStands() {
        assertThat(recorded("pass")).isEqualTo(Verdict.FAIL);
        assertThat(recorded("inconclusive")).isEqualTo(Verdict.FAIL);
    }

    @Test
    void oneOnALimitThatTheStandardDoesNotHaveIsKeptAndNoPass() {
        Judgement failed = judgements.read(9 * SECOND, node("gone", "fail"));
        assertThat(failed.verdict()).isEqualTo(Verdict.FAIL);
        assertThat(failed.requirement()).isEqualTo("X-1");
        assertThat(failed.limit()).isEqualTo("gone");
        assertThat(failed.measurement().value()).isEqualTo(0.45);
        assertThat(failed.reason())
                .isEqualTo(new Text(
                        "太大；标准中没有 X-1 的限值 gone，无法重新判定",
                        "too large; the standard has no limit gone of X-1, so that it cannot be judged again"));
        assertThat(judgements.read(9 * SECOND, node("gone", "pass")).verdict()).isEqualTo(Verdict.INCONCLUSIVE);
    }

    @Test
    void aBusyComputerStaysNoFaultOfTheDevice() {
        judgements.heldUp(new Stall(5 * SECOND, 0, 0, 2 * SECOND));
        assertThat(recorded("inconclusive")).isEqualTo(Verdict.INCONCLUSIVE);
        assertThat(recorded("fail")).isEqualTo(Verdict.FAIL);
    }
}
