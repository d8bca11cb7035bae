package org.plumbline.suite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.plumbline.verdict.Verdict.FAIL;
import static org.plumbline.verdict.Verdict.INCONCLUSIVE;
import static org.plumbline.verdict.Verdict.PASS;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plumbline.measure.Measurement;
import org.plumbline.stage.Published;
import org.plumbline.text.Language;

/** Movements of which the figures follow with pencil and paper; those along the line from published positions. */
class PathStepsTest {

    private static final String[] REQUIREMENTS = {"ST-P01", "ST-P02", "ST-P03"};
    private static final StageRun RUN = new StageRun(Language.EN, REQUIREMENTS);

    private static double mean(ToDoubleFunction<double[]> figure) {
        return Published.POSITIONS.stream().mapToDouble(figure).average().orElseThrow();
    }

    @Test
    void pathAccuracyIsThatOfTheWorstPlane() {
        double expected = Math.hypot(mean(p -> p[1]), mean(p -> p[2] - 600));
        assertThat(RUN.measured("path-accuracy").value()).isCloseTo(expected, within(1e-9));
        assertThat(RUN.measured("path-accuracy").quantity().en()).isEqualTo("path accuracy AT (30 cycles, 5 planes)");
        assertThat(RUN.of("path-accuracy").verdict()).isEqualTo(PASS);
    }

    @Test
    void pathRepeatabilityIsThatOfTheWorstPlane() {
        double y = mean(p -> p[1]);
        double z = mean(p -> p[2]);
        double[] distances = Published.POSITIONS.stream()
                .mapToDouble(p -> Math.hypot(p[1] - y, p[2] - z))
                .toArray();
        double mean = Arrays.stream(distances).average().orElseThrow();
        double s = Math.sqrt(
                Arrays.stream(distances).map(l -> (l - mean) * (l - mean)).sum() / 29);
        assertThat(RUN.measured("path-repeatability").value()).isCloseTo(mean + 3 * s, within(1e-9));
    }

    /** 100 mm/s, in each cycle off by what is published, and over the middle half of the line from 0.5 mm/s less to 0.5 mm/s more. */
    @Test
    void velocityIsThatOfTheMiddleHalf() {
        double mean = mean(p -> p[1]);
        double s = Math.sqrt(mean(p -> (p[1] - mean) * (p[1] - mean)) * 30 / 29);
        assertThat(RUN.measured("velocity-accuracy").value()).isCloseTo(mean, within(1e-9));
        assertThat(RUN.measured("velocity-accuracy").unit().symbol()).isEqualTo("%");
        assertThat(RUN.measured("velocity-repeatability").value()).isCloseTo(3 * s, within(1e-9));
        assertThat(RUN.measured("velocity-fluctuation").value()).isCloseTo(1, within(1e-9));
    }

    /** Where the ends of its part of the path are is not known: neither is the ramp that may be on it. */
    @Test
    void velocityIsNotKnownWhereTheCoordinateIsNot(@TempDir Path folder) throws IOException {
        StageRun bare = StageRun.with("/x, unit: mm, uncertainty: 0.010 mm", "/x, unit: mm", folder, "ST-P01");
        for (String limit : List.of("velocity-accuracy", "velocity-repeatability", "velocity-fluctuation")) {
            assertThat(RUN.measured(limit).undeclared()).isEmpty();
            assertThat(bare.measured(limit).value())
                    .isEqualTo(RUN.measured(limit).value());
            assertThat(bare.measured(limit).undeclared()).containsExactly("x");
            assertThat(bare.of(limit).verdict()).isEqualTo(INCONCLUSIVE);
            assertThat(bare.of(limit).reason().en()).contains("no uncertainty is declared for the signal x, so");
        }
    }

    /** Between the stamps of one channel and another the tool moves: there is no position to compare with the path. */
    @Test
    void coordinatesOfTwoChannelsMakeNoPosition(@TempDir Path folder) throws IOException {
        StageRun apart = StageRun.with("""
                subscribe: [stage/state], codec: json}
                signals:
                  at: {channel: stage, pointer: /at}
                  x: {channel: stage,""", """
                subscribe: [stage/state], codec: json}
                  aside: {transport: mqtt, broker: "tcp://127.0.0.1:1", subscribe: [stage/state], codec: json}
                signals:
                  at: {channel: stage, pointer: /at}
                  x: {channel: aside,""", folder, REQUIREMENTS);
        for (String limit : List.of("path-accuracy", "corner-overshoot", "stabilisation-time")) {
            assertThat(apart.judgements()).doesNotContainKey(limit);
        }
        assertThat(apart.run().trials())
                .extracting(
                        trial -> trial.reason() == null ? "" : trial.reason().en())
                .filteredOn(reason -> reason.contains(
                        "the coordinates \"x\" (channel aside) and \"y\" (channel stage) are not" + " of one channel"))
                .hasSize(3);
    }

    @Test
    void cornersAreOvershotAndRounded() {
        assertThat(RUN.measured("corner-overshoot").value()).isCloseTo(0.3, within(1e-9));
        assertThat(RUN.measured("corner-rounding").value()).isCloseTo(Math.sqrt(2), within(1e-9));
        assertThat(RUN.of("corner-overshoot").verdict()).isEqualTo(PASS);
        assertThat(RUN.of("corner-rounding").verdict()).isEqualTo(FAIL);
        assertThat(RUN.measured("corner-rounding").uncertainty().contributions())
                .extracting(row -> row.name().en())
                .containsExactly("x: declared uncertainty (axes fully correlated)", "the way between two samples");
    }

    @Test
    void stabilisationBeginsWithTheFirstCrossingIntoTheBand() {
        Measurement time = RUN.measured("stabilisation-time");
        assertThat(time.value()).isCloseTo(0.3, within(1e-9));
        assertThat(time.uncertainty().contributions())
                .extracting(row -> row.name().en())
                .containsExactly("time stamps of coming in and of settling", "two sampling intervals");
        assertThat(RUN.of("stabilisation-time").verdict()).isEqualTo(PASS);
    }

    @Test
    void overshootIsTheFarthestAfterIt() {
        assertThat(RUN.measured("overshoot").value()).isCloseTo(0.4, within(1e-9));
        assertThat(RUN.of("overshoot").verdict()).isEqualTo(FAIL);
    }

    @Test
    void chineseScenariosJudgeTheSame() {
        assertThat(new StageRun(Language.ZH, REQUIREMENTS).judgements()).isEqualTo(RUN.judgements());
    }
}
