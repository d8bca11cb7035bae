package org.plumbline.plot;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.plumbline.measure.Difference;
import org.plumbline.measure.Extreme;
import org.plumbline.measure.Measurement;
import org.plumbline.measure.Percentile;
import org.plumbline.measure.Points;
import org.plumbline.measure.Times;
import org.plumbline.measure.Timing;
import org.plumbline.measure.Trace;
import org.plumbline.quantity.Quantity;
import org.plumbline.quantity.Unit;
import org.plumbline.text.Language;
import org.plumbline.text.Text;
import org.plumbline.uncertainty.Contribution;
import org.plumbline.verdict.DecisionRule;
import org.plumbline.verdict.Tolerance;

class LimitMarksTest {

    private static final Unit M = Unit.of("m").orElseThrow();
    private static final Unit MM = Unit.of("mm").orElseThrow();
    private static final long[] TIMES = {0, 1_000_000_000L};
    private static final double[] VALUES = {3.9, 4.2};
    private static final Trace TRACE = new Trace(
            "depth",
            M,
            null,
            List.of(Contribution.calibration(0.01, 2).named(Text.same("U"))),
            Points.of(TIMES, VALUES));
    private static final Curve CURVE = new Curve("depth", new double[] {0, 1}, VALUES, false);

    private static LimitMarks marks(Measurement measurement, double max, Unit unit) {
        return new LimitMarks(
                measurement.in(unit), new Tolerance(null, max, unit, true, DecisionRule.GUARDED), Language.EN);
    }

    @Nested
    class AcrossAPanel {

        @Test
        void standRoundTheSetPointInTheSignalsUnit() {
            Measurement measurement = Percentile.ofDeviation(
                    TRACE, new Quantity(400, Unit.of("cm").orElseThrow()), 95);
            assertThat(marks(measurement, 100, MM).values(M, List.of(CURVE)))
                    .containsExactly(
                            new Mark(3.9, "− 100 mm", true),
                            new Mark(4, "set point 400 cm", false),
                            new Mark(4.1, "+ 100 mm", true));
        }

        @Test
        void standAtTheLimitOfAValueThatTheSignalTook() {
            assertThat(marks(Extreme.maximum(TRACE), 4.5, M).values(M, List.of(CURVE)))
                    .containsExactly(new Mark(4.5, "upper limit 4.5 m", true));
        }

        @Test
        void areLeftOutWhereTheLimitIsForSomethingElse() {
            Trace reference = new Trace(
                    "true-depth",
                    M,
                    null,
                    List.of(Contribution.calibration(0.01, 2).named(Text.same("U of the reference"))),
                    Points.of(TIMES, new double[] {3.8, 4.2}));
            assertThat(marks(Difference.largest(TRACE, reference, Timing.UNDISTURBED), 0.2, M)
                            .values(M, List.of(CURVE)))
                    .isEmpty();
        }
    }

    @Nested
    class UprightInTime {

        @Test
        void standAtTheLatestTimeOfAReaction() {
            Measurement reaction = Timing.UNDISTURBED.reaction(
                    Text.same("stop"), "mode", 2_000_000_000L, 2_800_000_000L, 2_780_000_000L);
            assertThat(marks(reaction, 1500, Unit.of("ms").orElseThrow()).times())
                    .containsExactly(new Mark(3.5, "upper limit 1500 ms", true));
        }

        @Test
        void areLeftOutForATimeThatDoesNotBeginWithTheStretch() {
            Measurement gap = Timing.UNDISTURBED.largestGap("depth", Times.of(300_000_000L), 0, 1_000_000_000L);
            assertThat(marks(gap, 1, Unit.S).times()).isEmpty();
        }
    }
}
