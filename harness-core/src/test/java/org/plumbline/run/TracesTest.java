package org.plumbline.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.plumbline.bench.Bench;
import org.plumbline.bench.Calibration;
import org.plumbline.bench.ErrorLimits;
import org.plumbline.bench.Instrument;
import org.plumbline.bench.Sampling;
import org.plumbline.bench.Settings;
import org.plumbline.bench.SignalSpec;
import org.plumbline.measure.Extreme;
import org.plumbline.measure.Points;
import org.plumbline.measure.Trace;
import org.plumbline.measure.Uncertainty;
import org.plumbline.quantity.Quantity;
import org.plumbline.uncertainty.Distribution;

/** What certificate and data sheet say goes into the budget as they say it. */
class TracesTest {

    /** u of 0.02 m with seven degrees of freedom, and 0.03 m / sqrt(6) since then. */
    @Test
    void aCertificateKeepsItsDegreesOfFreedomAndADriftItsDistribution() {
        try (Rig rig = new Rig(bench())) {
            Trace trace = new Traces(rig.session).trace("true-level", Points.of(new long[] {0}, new double[] {1}));
            assertThat(trace.contributions())
                    .extracting(
                            row -> row.name().en(),
                            row -> row.standardUncertainty(),
                            row -> row.degreesOfFreedom(),
                            row -> row.distribution())
                    .containsExactly(
                            tuple("true-level: calibration certificate C-2", 0.02, 7.0, Distribution.NORMAL),
                            tuple(
                                    "true-level: error limits",
                                    0.03 / Math.sqrt(6),
                                    Double.POSITIVE_INFINITY,
                                    Distribution.TRIANGULAR));
            Uncertainty uncertainty = Extreme.maximum(trace).uncertainty();
            // (u_c / u)^4 * 7 = 13.37
            assertThat(uncertainty.degreesOfFreedom()).isEqualTo(13);
        }
    }

    /** A step of 0.01 m says how finely it is shown, not how far it is off. */
    @Test
    void aResolutionAloneIsNoUncertainty() {
        Sampling sampling = new Sampling(0.01, null, null, null, false);
        try (Rig rig = new Rig(bench(null, sampling))) {
            Trace trace = new Traces(rig.session).trace("true-level", Points.of(new long[] {0}, new double[] {1}));
            assertThat(Extreme.maximum(trace).undeclared()).containsExactly("true-level");
            assertThat(trace.contributions()).isEmpty();
        }
        try (Rig rig = new Rig(bench(new ErrorLimits(0.03, Distribution.UNIFORM), sampling))) {
            Trace trace = new Traces(rig.session).trace("true-level", Points.of(new long[] {0}, new double[] {1}));
            assertThat(Extreme.maximum(trace).undeclared()).isEmpty();
            assertThat(trace.contributions())
                    .extracting(row -> row.name().en())
                    .containsExactly("true-level: error limits", "true-level: resolution");
        }
    }

    private static Bench bench() {
        return bench(
                new Calibration("C-2", LocalDate.of(2026, 11, 30), new Quantity(0.05, Rig.M), 2.5, 7),
                new ErrorLimits(0.03, Distribution.TRIANGULAR),
                Sampling.UNKNOWN);
    }

    private static Bench bench(@Nullable ErrorLimits limits, Sampling sampling) {
        return bench(null, limits, sampling);
    }

    private static Bench bench(@Nullable Calibration calibration, @Nullable ErrorLimits limits, Sampling sampling) {
        Bench plain = Rig.bench(Map.of());
        Instrument gauge = plain.instruments().get(0);
        SignalSpec level =
                new SignalSpec("true-level", "gauge", Rig.M, null, null, limits, sampling, Settings.of(Map.of()));
        Instrument stated = new Instrument(
                gauge.name(),
                gauge.manufacturer(),
                gauge.model(),
                gauge.serialNumber(),
                calibration,
                gauge.channels(),
                Map.of("true-level", level),
                gauge.commands(),
                gauge.measures());
        return new Bench(
                plain.laboratory(),
                plain.operator(),
                plain.environment(),
                plain.device(),
                List.of(stated),
                plain.seed(),
                plain.simulation(),
                plain.secrets(),
                null,
                null);
    }
}
