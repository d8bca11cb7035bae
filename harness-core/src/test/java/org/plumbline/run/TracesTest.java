package org.plumbline.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
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

    private static Bench bench() {
        Bench plain = Rig.bench(Map.of());
        Instrument gauge = plain.instruments().get(0);
        SignalSpec level = new SignalSpec(
                "true-level",
                "gauge",
                Rig.M,
                null,
                null,
                new ErrorLimits(0.03, Distribution.TRIANGULAR),
                Sampling.UNKNOWN,
                Settings.of(Map.of()));
        Instrument stated = new Instrument(
                gauge.name(),
                gauge.manufacturer(),
                gauge.model(),
                gauge.serialNumber(),
                new Calibration("C-2", LocalDate.of(2026, 11, 30), new Quantity(0.05, Rig.M), 2.5, 7),
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
