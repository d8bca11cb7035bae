package org.plumbline.suite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.plumbline.verdict.Verdict.FAIL;
import static org.plumbline.verdict.Verdict.INCONCLUSIVE;
import static org.plumbline.verdict.Verdict.PASS;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.plumbline.measure.Measurement;
import org.plumbline.measure.MonteCarloCheck;
import org.plumbline.stage.Published;
import org.plumbline.text.Language;
import org.plumbline.uncertainty.Evaluation;

/** Figures of ISO 9283 and ISO 18646-2 from scenarios, against the same worked out by hand from published positions. */
class PoseStepsTest {

    private static final String[] REQUIREMENTS = {"ST-A01", "ST-A02", "ST-A03", "ST-A04"};
    private static final StageRun RUN = new StageRun(Language.EN, REQUIREMENTS);

    private static final double[] COMMANDED = {400, 0, 600};
    private static final double LARGEST_ROUNDING = 1e-9;

    private static double value(String limit) {
        return RUN.measured(limit).value();
    }

    private static double mean(double[] values) {
        return Arrays.stream(values).average().orElseThrow();
    }

    private static double deviation(double[] values) {
        double mean = mean(values);
        return Math.sqrt(Arrays.stream(values).map(v -> (v - mean) * (v - mean)).sum() / (values.length - 1));
    }

    private static double[] each(List<double[]> positions, ToDoubleFunction<double[]> figure) {
        return positions.stream().mapToDouble(figure).toArray();
    }

    private static double[] barycentre(List<double[]> positions) {
        return IntStream.range(0, 3)
                .mapToDouble(axis -> mean(each(positions, position -> position[axis])))
                .toArray();
    }

    private static double distance(double[] one, double[] other, int axes) {
        return Math.sqrt(IntStream.range(0, axes)
                .mapToDouble(axis -> (one[axis] - other[axis]) * (one[axis] - other[axis]))
                .sum());
    }

    private static double ap(List<double[]> positions, int axes) {
        return distance(barycentre(positions), COMMANDED, axes);
    }

    private static double rp(List<double[]> positions, int axes) {
        double[] barycentre = barycentre(positions);
        double[] distances = each(positions, position -> distance(position, barycentre, axes));
        return mean(distances) + 3 * deviation(distances);
    }

    private static double drift(ToDoubleFunction<List<double[]>> figure) {
        double[] blocks = IntStream.range(0, 3)
                .mapToDouble(block -> figure.applyAsDouble(Published.POSITIONS.subList(10 * block, 10 * block + 10)))
                .toArray();
        return Math.max(Math.abs(blocks[1] - blocks[0]), Math.abs(blocks[2] - blocks[0]));
    }

    @Test
    void ofAMobileBaseInThePlane() {
        assertThat(value("ground-accuracy")).isCloseTo(ap(Published.POSITIONS, 2), within(LARGEST_ROUNDING));
        assertThat(value("ground-repeatability")).isCloseTo(rp(Published.POSITIONS, 2), within(LARGEST_ROUNDING));
        assertThat(RUN.of("ground-accuracy").verdict()).isEqualTo(PASS);
    }

    @Test
    void distancesFromHome() {
        double[] distances = each(Published.POSITIONS, position -> distance(position, new double[3], 3));
        assertThat(value("distance-accuracy")).isCloseTo(mean(distances) - 721, within(LARGEST_ROUNDING));
        assertThat(value("distance-repeatability")).isCloseTo(3 * deviation(distances), within(LARGEST_ROUNDING));
    }

    @Test
    void distanceHasABudgetOfScatterAndTwoSamples() {
        Measurement accuracy = RUN.measured("distance-accuracy");
        double[] distances = each(Published.POSITIONS, position -> distance(position, new double[3], 3));
        assertThat(accuracy.uncertainty().combined())
                .isCloseTo(
                        Math.hypot(deviation(distances) / Math.sqrt(30), 0.005 * Math.sqrt(2)),
                        within(LARGEST_ROUNDING));
        assertThat(accuracy.uncertainty().contributions())
                .extracting(row -> row.evaluation() + " " + row.name().en())
                .containsExactly(
                        Evaluation.B + " x: declared uncertainty (two samples)",
                        Evaluation.A + " scatter of 30 distances");
        assertThat(accuracy.signals()).containsExactly("x", "y", "z");
    }

    @Test
    void barycentresOfTwoDirections() {
        assertThat(value("accuracy-variation")).isCloseTo(0.5, within(LARGEST_ROUNDING));
        assertThat(RUN.of("accuracy-variation").verdict()).isEqualTo(FAIL);
        assertThat(RUN.measured("accuracy-variation").quantity().en())
                .isEqualTo("multi-directional pose accuracy variation vAP (2 directions)");
    }

    @Test
    void driftOverThreeBlocks() {
        assertThat(value("accuracy-drift"))
                .isCloseTo(drift(block -> ap(block, 3)), within(LARGEST_ROUNDING))
                .isPositive();
        assertThat(value("repeatability-drift"))
                .isCloseTo(drift(block -> rp(block, 3)), within(LARGEST_ROUNDING))
                .isPositive();
        assertThat(RUN.of("repeatability-drift").verdict()).isEqualTo(INCONCLUSIVE);
    }

    /** Published as the trap of averaging angles like numbers: mean 180 deg, three standard deviations 4.743416 deg. */
    @Test
    void headingsOnTheCircle() {
        assertThat(value("heading-accuracy")).isCloseTo(2, within(LARGEST_ROUNDING));
        Measurement repeatability = RUN.measured("heading-repeatability");
        assertThat(repeatability.unit().symbol()).isEqualTo("rad");
        assertThat(Math.toDegrees(repeatability.value())).isCloseTo(4.743416490252569, within(LARGEST_ROUNDING));
        MonteCarloCheck check =
                Objects.requireNonNull(repeatability.uncertainty().check());
        assertThat(check.framework() / repeatability.uncertainty().combined()).isCloseTo(2.87, within(0.005));
        assertThat(check.holds()).isFalse();
        assertThat(repeatability.uncertainty().below())
                .isLessThan(repeatability.uncertainty().above() / 4);
        assertThat(RUN.of("heading-repeatability").verdict())
                .as("of five arrivals U reaches far, but to the larger side: even 2.8 deg is more than 0.02 rad")
                .isEqualTo(FAIL);
    }

    @ParameterizedTest
    @ValueSource(strings = {"one-stay", "three-stays", "arrivals"})
    void countTheFirstStayInWhatMustBeWhole(String limit) {
        assertThat(RUN.of(limit).verdict()).isEqualTo(INCONCLUSIVE);
        assertThat(RUN.of(limit).reason().en())
                .isEqualTo(
                        "the instrument's signal true-x reads 500 mm in the stretch, at or beyond its measuring range"
                                + " (> -500 mm, < 500 mm): not judged");
        Measurement measured = RUN.measured(limit);
        assertThat(measured.to() - measured.from())
                .isEqualTo(limit.equals("one-stay") ? 50_000_000L : 50_000_000L + 4 * 210_000_000L);
    }

    @Test
    void chineseScenariosJudgeTheSame() {
        assertThat(new StageRun(Language.ZH, REQUIREMENTS).judgements()).isEqualTo(RUN.judgements());
    }
}
