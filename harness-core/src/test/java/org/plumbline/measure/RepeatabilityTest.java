package org.plumbline.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.plumbline.statistics.Summary;
import org.plumbline.text.Text;

class RepeatabilityTest {

    /** One certificate, U = 0.010 mm, in three axes: sqrt(3) times that of one; as independent it would pass at 0.065 mm. */
    @Test
    void anErrorThatTheAxesShareIsTheSumOfWhatItDoesToEach() {
        for (double sign : new double[] {1, -1}) {
            List<Trace> axes = List.of(
                    Samples.of("mm", 0.010, 0.03), Samples.of("mm", 0.010, 0.03 * sign), Samples.of("mm", 0.010, 0.03));
            Measurement accuracy = Repeatability.accuracy(axes, new double[] {0, 0, 0});
            assertThat(accuracy.value()).isCloseTo(0.03 * Math.sqrt(3), within(1e-12));
            assertThat(accuracy.expandedUncertainty()).isCloseTo(0.010 * Math.sqrt(3), within(1e-12));
            assertThat(accuracy.uncertainty().contributions())
                    .singleElement()
                    .extracting(row -> row.name().en())
                    .isEqualTo("U of signal-mm/1 (axes fully correlated)");
        }
    }

    /** 0.3 mm and 0.4 mm off: 0.6 u + 0.8 u. */
    @Test
    void eachAxisCountsByItsShareOfTheDeviation() {
        List<Trace> axes = List.of(Samples.of("mm", 0.010, 0.3), Samples.of("mm", 0.010, -0.4));
        assertThat(Repeatability.accuracy(axes, new double[] {0, 0}).expandedUncertainty())
                .isCloseTo(0.014, within(1e-12));
    }

    /** Both coordinates exactly where they should be: they are off by sqrt(2) |e|, of which 97.725 % lie below 2.278 u. */
    @Test
    void withoutADirectionTheWorstOneCounts() {
        List<Trace> axes = List.of(Samples.of("mm", 0.010, 0), Samples.of("mm", 0.010, 0));
        assertThat(Repeatability.accuracy(axes, new double[] {0, 0}).expandedUncertainty())
                .isCloseTo(2.278 * 0.005 * Math.sqrt(2), within(1e-4));
    }

    /** Thirty arrivals and what another program made of them (six digits); the formulas are those of ISO 9283. */
    @Nested
    class OfThirtyCycles {

        private final List<double[]> attained = attained();
        private final JsonNode expected = json("iso9283_pose_expected.json");

        @Test
        void repeatability() {
            Measurement rp = Repeatability.pose(axes(0.01, attained));
            assertThat(rp.value()).isCloseTo(expected.get("RP_mm").doubleValue(), within(1.5e-6));
            assertThat(rp.quantity().en()).isEqualTo("pose repeatability RP (30 cycles)");
            Uncertainty uncertainty = rp.uncertainty();
            assertThat(uncertainty.combined()).isCloseTo(Math.hypot(0.00613804, 0.005), within(1e-8));
            assertThat(uncertainty.degreesOfFreedom()).isEqualTo(80);
            MonteCarloCheck check = Objects.requireNonNull(uncertainty.check());
            assertThat(check.framework()).isCloseTo(2.0317366912196038 * uncertainty.combined(), within(1e-12));
            assertThat(check.holds()).isFalse();
            assertThat(rp.expandedUncertainty()).isEqualTo(check.above()).isGreaterThan(check.framework());
            assertThat(rp.expandedUncertainty())
                    .isCloseTo(uncertainty.coverageFactor() * uncertainty.combined(), within(1e-15));
            assertThat(uncertainty.contributions())
                    .extracting(row -> row.name().en())
                    .containsExactly("U of signal-mm/30", "scatter of 30 arrivals");
        }

        @Test
        void accuracy() {
            Measurement ap = Repeatability.accuracy(axes(0, attained), new double[] {400, 0, 600});
            assertThat(ap.value()).isCloseTo(expected.get("AP_mm").doubleValue(), within(1e-6));
        }
    }

    /** Cases whose results follow from the formulas with pencil and paper. */
    @Nested
    class OfAnalyticCases {

        @Test
        void sphere() {
            assertSphere(0);
        }

        @Test
        void aFarOriginChangesNothing() {
            assertSphere(1e6);
        }

        private void assertSphere(double origin) {
            List<double[]> sphere = new ArrayList<>();
            for (int axis = 0; axis < 3; axis++) {
                for (double r : new double[] {-0.5, 0.5}) {
                    double[] pose = {origin + 103, origin + 204, origin + 312};
                    pose[axis] += r;
                    sphere.add(pose);
                }
            }
            double[] commanded = {origin + 100, origin + 200, origin + 300};
            JsonNode expected = analytic("sphere6");
            assertThat(Repeatability.accuracy(axes(0, sphere), commanded).value())
                    .isCloseTo(expected.get("AP").doubleValue(), within(1e-9));
            assertThat(Repeatability.pose(axes(0, sphere)).value())
                    .isCloseTo(expected.get("RP").doubleValue(), within(1e-9));
        }

        @Test
        void twoShellsShowTheDivisorNMinusOne() {
            List<double[]> shells = new ArrayList<>();
            for (int pair = 0; pair < 15; pair++) {
                double r = pair < 5 ? 0.1 : 0.4;
                for (double side : new double[] {-r, r}) {
                    double[] pose = {0, 0, 0};
                    pose[pair % 3] = side;
                    shells.add(pose);
                }
            }
            JsonNode expected = analytic("two_shells_30");
            double rp = Repeatability.pose(axes(0, shells)).value();
            assertThat(rp).isCloseTo(expected.get("RP").doubleValue(), within(1e-12));
            assertThat(rp).isNotCloseTo(expected.get("wrong_if_divisor_n").doubleValue(), within(1e-3));
            assertThat(Repeatability.accuracy(axes(0, shells), new double[] {0, 0, 0})
                            .value())
                    .isCloseTo(0, within(1e-12));
        }

        @Test
        void anglesAreAveragedOnTheCircle() {
            JsonNode angles = analytic("angle_wrap").get("angles_deg");
            double[] degrees = IntStream.range(0, angles.size())
                    .mapToDouble(i -> angles.get(i).doubleValue())
                    .toArray();
            assertThat(Repeatability.largestDeviation(Samples.onCircle(0.1, degrees))
                            .value())
                    .isCloseTo(2, within(1e-12));
        }
    }

    /** What is claimed for RP against how much RP scatters from one series of normal arrivals to the next. */
    @Nested
    class OfManySeries {

        private static final int SERIES = 4000;

        private final Random random = new Random(9283);

        @ParameterizedTest
        @CsvSource({"1, 3", "1, 10", "1, 30", "2, 5", "2, 30", "3, 3", "3, 10", "3, 30"})
        void theUncertaintyIsNoSmallerThanTheScatter(int axes, int arrivals) {
            double[] values = new double[SERIES];
            double squares = 0;
            for (int i = 0; i < SERIES; i++) {
                Spread rp = Repeatability.spread(
                        Text.same("scatter"), Axes.of(series(axes, arrivals), 3).positions(), List.of());
                values[i] = rp.value();
                squares += Math.pow(rp.framework().combined(), 2) / SERIES;
            }
            double scatter = Summary.of(values).standardDeviation();
            assertThat(Math.sqrt(squares)).isBetween(0.97 * scatter, 1.45 * scatter);
        }

        @Test
        void moreIsClaimedWhereOneArrivalIsFarFromTheOthers() {
            double[] attained = new double[30];
            for (int i = 0; i < 30; i++) {
                attained[i] = random.nextGaussian();
            }
            double without = claimed(attained);
            attained[7] = 8;
            assertThat(claimed(attained)).isGreaterThan(3 * without);
        }

        private double claimed(double... attained) {
            return Repeatability.pose(List.of(Samples.of("mm", 0, attained)))
                    .uncertainty()
                    .combined();
        }

        private List<Trace> series(int axes, int arrivals) {
            return Stream.generate(() -> Samples.of(
                            "mm",
                            0,
                            DoubleStream.generate(random::nextGaussian)
                                    .limit(arrivals)
                                    .toArray()))
                    .limit(axes)
                    .toList();
        }
    }

    @Test
    void needsThreeArrivalsInOneUnit() {
        assertThatThrownBy(() -> Repeatability.pose(List.of(Samples.of("mm", 0, 1, 2))))
                .hasMessage("too few arrivals: 2");
        assertThatThrownBy(() -> Repeatability.pose(List.of(Samples.of("mm", 0, 1, 2, 3), Samples.of("mm", 0, 1, 2))))
                .hasMessage("too few arrivals: 3");
        assertThatThrownBy(() -> Repeatability.pose(List.of(Samples.of("mm", 0, 1, 2, 3), Samples.of("m", 0, 1, 2, 3))))
                .hasMessageContaining("signals \"signal-mm\" (mm) and \"signal-m\" (m) cannot be put together");
        assertThatThrownBy(() -> Repeatability.pose(Collections.nCopies(4, Samples.of("mm", 0, 1, 2))))
                .hasMessage("a position has three axes at most: 4");
    }

    private static List<Trace> axes(double u, List<double[]> poses) {
        return IntStream.range(0, 3)
                .mapToObj(axis -> Samples.of(
                        "mm", u, poses.stream().mapToDouble(pose -> pose[axis]).toArray()))
                .toList();
    }

    private static List<double[]> attained() {
        return new String(bytes("iso9283_pose_30cycles.csv"), StandardCharsets.UTF_8)
                .lines()
                .skip(1)
                .map(line -> line.split(","))
                .map(row ->
                        new double[] {Double.parseDouble(row[1]), Double.parseDouble(row[2]), Double.parseDouble(row[3])
                        })
                .toList();
    }

    private static JsonNode analytic(String name) {
        for (JsonNode node : json("iso9283_analytic.json").get("cases")) {
            if (node.get("name").textValue().equals(name)) {
                return node;
            }
        }
        throw new IllegalStateException(name);
    }

    private static JsonNode json(String name) {
        try {
            return new ObjectMapper().readTree(bytes(name));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] bytes(String name) {
        try (InputStream in = RepeatabilityTest.class.getResourceAsStream(name)) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
