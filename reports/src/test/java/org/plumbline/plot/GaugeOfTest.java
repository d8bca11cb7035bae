package org.plumbline.plot;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.plumbline.measure.Measurement;
import org.plumbline.measure.Uncertainty;
import org.plumbline.quantity.Unit;
import org.plumbline.text.Language;
import org.plumbline.text.Text;
import org.plumbline.verdict.DecisionRule;
import org.plumbline.verdict.Tolerance;
import org.plumbline.verdict.Verdict;

class GaugeOfTest {

    private static final Unit M = Unit.of("m").orElseThrow();

    private static Measurement measured(double value, double u) {
        return new Measurement(
                new Text("深度", "depth"), value, M, false, Uncertainty.stated(u, 2), 0, 1, 1, List.of("depth"), null);
    }

    private static Tolerance tolerance(@Nullable Double min, @Nullable Double max, DecisionRule rule) {
        return new Tolerance(min, max, M, true, rule);
    }

    private static List<Verdict> verdicts(Gauge gauge) {
        return gauge.zones().stream().map(Gauge.Zone::verdict).toList();
    }

    @Test
    void showsTheGuardBandOnBothSidesOfAnUpperLimit() {
        Gauge gauge = GaugeOf.of(measured(4, 0.5), tolerance(null, 5.0, DecisionRule.GUARDED), Language.ZH)
                .orElseThrow();
        assertThat(gauge.label()).isEqualTo("深度 / m");
        assertThat(gauge.ends()).containsExactly(new Mark(5, "上限 5 m", true));
        assertThat(verdicts(gauge))
                .containsExactly(Verdict.PASS, Verdict.INCONCLUSIVE, Verdict.INCONCLUSIVE, Verdict.FAIL);
        assertThat(gauge.zones().get(1).from()).isEqualTo(4.5);
        assertThat(gauge.zones().get(2).to()).isEqualTo(5.5);
    }

    @Test
    void hasNoGuardBandWithSimpleAcceptance() {
        Gauge gauge = GaugeOf.of(measured(4, 0.5), tolerance(2.0, 5.0, DecisionRule.SIMPLE), Language.EN)
                .orElseThrow();
        assertThat(gauge.ends()).extracting(Mark::label).containsExactly("lower limit 2 m", "upper limit 5 m");
        assertThat(verdicts(gauge)).containsExactly(Verdict.FAIL, Verdict.PASS, Verdict.FAIL);
    }

    /** What is known of U is no interval to draw. */
    @Test
    void hasNoIntervalWhereUIsNotKnown() {
        Measurement measurement = measured(4, 0.5).withUndeclared(List.of("depth"));
        Gauge gauge = GaugeOf.of(measurement, tolerance(2.0, 5.0, DecisionRule.SIMPLE), Language.EN)
                .orElseThrow();
        assertThat(gauge.below()).isZero();
        assertThat(gauge.above()).isZero();
    }

    @Test
    void isEmptyWhereThereIsNothingToShow() {
        assertThat(GaugeOf.of(measured(Double.NaN, 0), tolerance(null, 5.0, DecisionRule.SIMPLE), Language.ZH))
                .isEmpty();
        assertThat(GaugeOf.of(measured(1, 0), tolerance(null, null, DecisionRule.SIMPLE), Language.ZH))
                .isEmpty();
    }
}
