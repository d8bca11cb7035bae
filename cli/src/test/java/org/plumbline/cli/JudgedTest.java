package org.plumbline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.plumbline.capture.UncertaintyJson;
import org.plumbline.measure.Measurement;
import org.plumbline.measure.Uncertainty;
import org.plumbline.quantity.Unit;
import org.plumbline.text.Text;
import org.plumbline.verdict.Judgement;
import org.plumbline.verdict.Verdict;

final class JudgedTest {

    private static Measurement reaching(double below, double above) {
        Uncertainty uncertainty = new Uncertainty(
                List.of(), 0.25, Double.POSITIVE_INFINITY, 2, 0.5, below, above, Uncertainty.COVERAGE, null);
        return new Measurement(Text.same("q"), 9.5, Unit.S, false, uncertainty, 0, 1, 1, List.of(), null);
    }

    private static Judged now(Measurement measurement) {
        return Judged.of(new Judgement(0, "X-1", "gap", measurement, null, Verdict.INCONCLUSIVE, Text.same("")));
    }

    /** As results.json has it. */
    private static ObjectNode then(Measurement measurement) {
        ObjectNode node = new ObjectMapper().createObjectNode();
        node.put("verdict", "inconclusive");
        ObjectNode measured = node.putObject("measurement")
                .put("value", measurement.value())
                .put("unit", "s")
                .put("expandedUncertainty", 0.5)
                .put("coverageFactor", 2);
        UncertaintyJson.put(measured, measurement.uncertainty());
        return node;
    }

    @Test
    void isAnotherOneWhereAnEndOfItsIntervalIs() {
        Judged then = Judged.of(then(reaching(0.1, 0.5)));
        assertThat(then.sameAs(now(reaching(0.1, 0.5)))).isTrue();
        assertThat(then.sameAs(now(reaching(0.5, 0.1)))).isFalse();
        assertThat(then.sameAs(now(reaching(0.2, 0.5)))).isFalse();
        assertThat(now(reaching(0.5, 0.1)).sameAs(now(reaching(0.5, 0.2)))).isFalse();
    }

    @Test
    void hasNoEndsWhereItsUncertaintyIsNotKnown() {
        ObjectNode node = then(reaching(0.1, 0.5));
        ObjectNode measured = (ObjectNode) node.path("measurement");
        measured.putNull("expandedUncertainty").putNull("below").putNull("above");
        measured.putArray("undeclared").add("depth");
        Judged then = Judged.of(node);
        assertThat(then.sameAs(now(reaching(0.3, 0.5).withUndeclared(List.of("depth")))))
                .isTrue();
        assertThat(then.sameAs(now(reaching(0.3, 0.5)))).isFalse();
    }
}
