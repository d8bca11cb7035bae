package org.plumbline.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.apache.commons.statistics.distribution.ChiSquaredDistribution;
import org.apache.commons.statistics.distribution.TDistribution;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.plumbline.pose.Position;
import org.plumbline.pose.PositionRepeatability;
import org.plumbline.separation.Approach;
import org.plumbline.separation.MinimumDistance;
import org.plumbline.separation.ProtectiveSeparation;
import org.plumbline.separation.Stop;
import org.plumbline.text.Text;
import org.plumbline.uncertainty.Contribution;
import org.plumbline.uncertainty.Inputs;
import org.plumbline.verdict.DecisionRule;
import org.plumbline.verdict.Judgement;
import org.plumbline.verdict.Statement;
import org.plumbline.verdict.Tolerance;
import org.plumbline.verdict.Verdict;

/** The GUM framework against Monte Carlo where a model is not linear (JCGM 101:2008, 8). */
class MonteCarloCheckTest {

    /** Arrivals at x and y; the instrument has U = 0.2 mm. */
    private static Measurement accuracy(double commandedX, double commandedY, double[] x, double[] y) {
        return Repeatability.accuracy(
                List.of(Samples.of("mm", 0.2, x), Samples.of("mm", 0.2, y)), new double[] {commandedX, commandedY});
    }

    private static MonteCarloCheck check(Measurement measurement) {
        return Objects.requireNonNull(measurement.uncertainty().check());
    }

    /** What both axes share counts 0.6 + 0.8 times. */
    @Test
    void farFromZeroADistanceIsAsGoodAsLinear() {
        Measurement measured = accuracy(0, 0, new double[] {3}, new double[] {4});
        assertThat(check(measured).holds()).isTrue();
        assertThat(measured.expandedUncertainty()).isCloseTo(0.28, within(1e-12));
        assertThat(measured.coverageFactor()).isEqualTo(2);
        assertThat(check(measured).below()).isCloseTo(0.28, within(0.002));
    }

    /** An error that both coordinates share makes sqrt(2) times its amount: 97.725 % of half a normal distribution, 2.278 u. */
    @Test
    void whereADistanceIsNothingUReachesToTheEndOfMonteCarlosInterval() {
        Measurement measured = accuracy(3, 4, new double[] {3}, new double[] {4});
        assertThat(measured.value()).isZero();
        assertThat(check(measured).holds()).isFalse();
        assertThat(check(measured).framework()).isCloseTo(0.2 * Math.sqrt(2), within(1e-12));
        assertThat(measured.expandedUncertainty()).isCloseTo(2.278 * 0.1 * Math.sqrt(2), within(0.003));
        assertThat(measured.coverageFactor()).isCloseTo(2.278, within(0.02));
        assertThat(check(measured).words())
                .isEqualTo(new Text(
                        "蒙特卡洛法核对（JCGM 101:2008 第 8 章，220000 次）：区间 −%s … +%s，GUM 法 U = 0.282843，容差 0.05；不一致，U 取蒙特卡洛区间较远的一端"
                                .formatted(
                                        Rounding.of(check(measured).below(), 0),
                                        Rounding.of(check(measured).above(), 0)),
                        "checked by Monte Carlo (JCGM 101:2008, 8; 220000 draws): interval −%s … +%s, U of the GUM framework 0.282843, tolerance 0.05; they do not agree, so U reaches to the farther end of Monte Carlo's interval"
                                .formatted(
                                        Rounding.of(check(measured).below(), 0),
                                        Rounding.of(check(measured).above(), 0))));
    }

    /** Half of a normal distribution: 97.725 % lie below 2.278 u. */
    @Test
    void soItDoesForADifferenceThatIsNothing() {
        Measurement measured =
                Difference.largest(Samples.of("mm", 0.2, 5, 5, 5), Samples.of("mm", 0, 5, 5, 5), Timing.UNDISTURBED);
        assertThat(measured.value()).isZero();
        assertThat(measured.expandedUncertainty()).isCloseTo(2.278 * 0.1, within(0.002));
    }

    /** Of 30 repeats sigma is below 1.352 s with 97.725 %: sqrt(29 / 15.866). U of the framework would stop at 1.276 s. */
    @Test
    void ofASpreadUReachesAsFarAsChiSquaredSays() {
        double[] distances =
                new SplittableRandom(7).doubles(30).map(share -> 500 + share).toArray();
        double[] zero = new double[30];
        Measurement measured = DistanceBetween.repeatability(
                List.of(Samples.of("mm", 0, zero)), List.of(Samples.of("mm", 0, distances)));
        double upper = Math.sqrt(
                29 / ChiSquaredDistribution.of(29).inverseCumulativeProbability((1 - Uncertainty.COVERAGE) / 2));
        assertThat(measured.expandedUncertainty() / measured.value()).isCloseTo(upper - 1, within(0.005));
        assertThat(check(measured).framework() / measured.value()).isCloseTo(2.0924 / Math.sqrt(58), within(1e-3));
        assertThat(check(measured).holds()).isFalse();
        assertThat(check(measured).below()).isLessThan(check(measured).framework());
    }

    /** The true RP is farther than U says in one series of 44, and no oftener than in one of 16, however few arrivals. */
    @ParameterizedTest
    @ValueSource(ints = {5, 30})
    void ofRepeatabilityUCoversTheTruth(int arrivals) {
        SplittableRandom chance = new SplittableRandom(13);
        double truth = PositionRepeatability.of(attained(chance, 200_000)).value();
        int series = 100;
        long tooShort = IntStream.range(0, series)
                .mapToObj(i -> Repeatability.spread(Text.same("scatter"), attained(chance, arrivals), List.of()))
                .filter(found ->
                        found.value() + found.checked(Uncertainty.COVERAGE).expanded() < truth)
                .count();
        assertThat(tooShort).isLessThanOrEqualTo(series / 16);
    }

    private static List<Position> attained(SplittableRandom chance, int arrivals) {
        return IntStream.range(0, arrivals)
                .mapToObj(i -> new Position(chance.nextGaussian(), chance.nextGaussian(), chance.nextGaussian()))
                .toList();
    }

    /** From two barycentres that are the same, each of three axes with u / sqrt(2): the 97.725 % of Maxwell's distribution. */
    @Test
    void ofAVariationThatIsNothingUReachesFarther() {
        List<Trace> one = axes(0.2, 3, 3);
        Measurement measured = PoseVariation.ofDirections(List.of(one, one));
        assertThat(measured.value()).isZero();
        assertThat(check(measured).holds()).isFalse();
        assertThat(measured.expandedUncertainty()).isCloseTo(3.0915 * 0.1 * Math.sqrt(2), within(0.004));
    }

    @Test
    void soItDoesWhereAPathIsFollowedExactly() {
        List<Trace> cycle = axes(0.2, 0, 1, 2);
        Measurement measured =
                FollowedPath.accuracy(List.of(cycle, cycle), List.of(new Position(0, 0, 0), new Position(2, 2, 2)), 1);
        assertThat(measured.value()).isCloseTo(0, within(1e-12));
        assertThat(check(measured).holds()).isFalse();
        assertThat(measured.expandedUncertainty()).isCloseTo(2.278 * 0.1 * Math.sqrt(3), within(0.003));
    }

    @Test
    void soItDoesForADriftThatIsNothing() {
        Measurement measured = PoseVariation.driftOfAccuracy(axes(0.2, 3, 3, 3, 3, 3, 3), new double[] {0, 0, 0}, 2);
        assertThat(measured.value()).isZero();
        assertThat(measured.expandedUncertainty()).isCloseTo(2.278 * 0.1 * Math.sqrt(2), within(0.004));
    }

    /** The mean is where it should be, and what it is off lies on the diagonal: sqrt(2) u times Student's |t| with 3 degrees. */
    @Test
    void axesThatAreAlwaysOffTogetherAreDrawnTogether() {
        double[] along = {-1, 1, 1, -1};
        Measurement measured = Repeatability.accuracy(
                List.of(Samples.of("mm", 0, along), Samples.of("mm", 0, along)), new double[] {0, 0});
        double u = Math.sqrt(4.0 / 3) / 2;
        double t = TDistribution.of(3).inverseCumulativeProbability(1 - (1 - Uncertainty.COVERAGE) / 4);
        assertThat(measured.expandedUncertainty()).isCloseTo(Math.sqrt(2) * u * t, within(0.1));
        double[] across = {-1, 1, -1, 1};
        assertThat(Repeatability.accuracy(
                                List.of(Samples.of("mm", 0, along), Samples.of("mm", 0, across)), new double[] {0, 0})
                        .expandedUncertainty())
                .isLessThan(measured.expandedUncertainty() * 0.95);
    }

    /** RP of 0, 1, 2 about 1: (2 / 3) + 3 sqrt(1 / 3); twice as wide, twice as much. */
    @Test
    void aDriftOfRepeatabilityIsTheDifferenceOfTheBlocks() {
        double rp = 2.0 / 3 + 3 * Math.sqrt(1.0 / 3);
        Measurement drift = PoseVariation.driftOfRepeatability(List.of(Samples.of("mm", 0.002, 0, 1, 2, 0, 2, 4)), 2);
        assertThat(drift.value()).isCloseTo(rp, within(1e-12));
        assertThat(drift.uncertainty().contributions())
                .extracting(row -> row.name().en())
                .containsExactly(
                        "U of signal-mm/6 (group 1)",
                        "scatter of the arrivals of group 1",
                        "U of signal-mm/6 (group 2)",
                        "scatter of the arrivals of group 2");
        assertThat(drift.quantity().en()).isEqualTo("drift of pose repeatability dRP (2 blocks)");
    }

    private static List<Trace> axes(double expanded, double... values) {
        return List.of(
                Samples.of("mm", expanded, values),
                Samples.of("mm", expanded, values),
                Samples.of("mm", expanded, values));
    }

    /** A light curtain where K changes: S jumps nowhere, but rises by 2000 mm/s below 500 mm and by 1600 mm/s far above. */
    @Test
    void aDistanceThatBendsIsCheckedWhereItBends() {
        Measurement time = new Measurement(
                Text.same("t"),
                0.25,
                org.plumbline.quantity.Unit.S,
                false,
                Uncertainty.stated(0.2, 2),
                0,
                1,
                1,
                List.of("s"),
                null);
        Measurement bent = SafeguardDistance.of(time, 0, t -> MinimumDistance.across(t, 14));
        assertThat(check(bent).above()).isCloseTo(1600 * 0.45 - 500, within(3.0));
        assertThat(check(bent).below()).isCloseTo(400, within(5.0));
        assertThat(bent.expandedUncertainty()).isEqualTo(check(bent).below());
        Measurement straight = SafeguardDistance.of(time, 0, MinimumDistance::onTheFloor);
        assertThat(check(straight).holds()).isTrue();
        assertThat(straight.expandedUncertainty()).isCloseTo(320, within(1e-9));
    }

    /** 2000 mm/s times 0.15 s + 0.05 s. */
    @Test
    void theSafeguardsResponseIsPartOfTheTime() {
        Measurement time = new Measurement(
                Text.same("t"),
                0.15,
                org.plumbline.quantity.Unit.S,
                false,
                Uncertainty.NONE,
                0,
                1,
                1,
                List.of("s"),
                null);
        assertThat(SafeguardDistance.of(time, 0.05, t -> MinimumDistance.across(t, 14))
                        .value())
                .isCloseTo(400, within(1e-9));
    }

    /** S_p grows with the square of the speed while the robot brakes: v^2 / (2 a) about v = 1 m/s, u = 0.3 m/s, a = 0.5 m/s2. */
    @Test
    void aMarginIsCheckedThroughTheSquareOfTheSpeed() {
        Measurement margin = SeparationMargin.least(
                Samples.of("m", 0.001, 10, 10, 10),
                Samples.of("m/s", 0.6, 1, 1, 1),
                v -> ProtectiveSeparation.of(new Approach(0.1, v), Stop.decelerating(0, v, 0.5), 0, 0, 0),
                Timing.UNDISTURBED);
        double reach = 0.1 * 0.6 / 0.5 + (1.6 * 1.6 - 1) / (2 * 0.5);
        assertThat(check(margin).holds()).isFalse();
        assertThat(check(margin).below()).isCloseTo(reach, within(0.03));
        assertThat(margin.expandedUncertainty()).isEqualTo(check(margin).below());
    }

    /** What is far above a limit by the nearer end is a fail, however far the other end reaches. */
    @Test
    void aSkewedSpreadIsJudgedByTheEndThatIsNearerToTheLimit() {
        Measurement rp = Repeatability.pose(List.of(Samples.of("mm", 0, 1, 3, 2, 1, 3, 2, 1, 2)));
        double lower = rp.value() - rp.uncertainty().below();
        double upper = rp.value() + rp.uncertainty().above();
        assertThat(rp.uncertainty().below()).isLessThan(rp.uncertainty().above() / 2);
        assertThat(rp.toString()).isEqualTo("2.0 mm +2.2/−0.7 mm (k = 4.02, ν = 7)");
        assertThat(upTo(upper * 1.001).decide(rp)).isEqualTo(Statement.PASS);
        assertThat(upTo(upper * 0.999).decide(rp)).isEqualTo(Statement.INCONCLUSIVE);
        assertThat(upTo(lower * 1.001).decide(rp)).isEqualTo(Statement.INCONCLUSIVE);
        assertThat(upTo(lower * 0.999).decide(rp)).isEqualTo(Statement.FAIL);
        Tolerance between = new Tolerance(lower * 0.99, upper * 1.01, rp.unit(), true, DecisionRule.GUARDED);
        assertThat(between.decide(rp)).isEqualTo(Statement.PASS);
        assertThat(between.isTooNarrowFor(rp)).isFalse();
        assertThat(new Tolerance(lower * 1.01, upper, rp.unit(), true, DecisionRule.GUARDED).isTooNarrowFor(rp))
                .isTrue();
        assertThat(new Judgement(0, "r", "l", rp, upTo(lower), Verdict.FAIL, Text.same(""))
                        .risk()
                        .orElseThrow()
                        .conforming())
                .as("at the lower end of 95.45 %")
                .isCloseTo(0.02275, within(1e-4));
        assertThat(new Judgement(0, "r", "l", rp, upTo(upper), Verdict.PASS, Text.same(""))
                        .risk()
                        .orElseThrow()
                        .above())
                .isCloseTo(0.02275, within(1e-4));
        assertThat(new Judgement(
                                0,
                                "r",
                                "l",
                                rp,
                                new Tolerance(lower, upper, rp.unit(), true, DecisionRule.GUARDED),
                                Verdict.PASS,
                                Text.same(""))
                        .risk()
                        .orElseThrow()
                        .conforming())
                .isCloseTo(0.9545, within(1e-4));
        Tolerance from = new Tolerance(upper * 1.001, null, rp.unit(), true, DecisionRule.GUARDED);
        assertThat(from.decide(rp)).isEqualTo(Statement.FAIL);
    }

    private static Tolerance upTo(double max) {
        return new Tolerance(null, max, Samples.unit("mm"), true, DecisionRule.GUARDED);
    }

    /** T = 1.25 s that is no shorter than 1.15 s and may be 3 s: S = 1600 mm/s T + 1200 mm reaches to both. */
    @Test
    void aTimeThatIsOpenAtOneEndMakesADistanceThatIs() {
        Uncertainty open = Uncertainty.stated(0.1, 2).reaching(Text.same("open"), new Reach(0.1, 1.75));
        Measurement time =
                new Measurement(Text.same("t"), 1.25, Samples.unit("s"), false, open, 0, 1, 9, List.of("x"), null);
        Uncertainty distance =
                SafeguardDistance.of(time, 0, MinimumDistance::onTheFloor).uncertainty();
        assertThat(distance.below()).isCloseTo(160, within(1e-9));
        assertThat(distance.above()).isCloseTo(2800, within(1e-9)).isEqualTo(distance.expanded());
    }

    /** Risks are told from what U was widened to. */
    @Test
    void whereTheFrameworkDoesNotHoldRisksAreToldFromAWiderU() {
        Uncertainty widened = accuracy(3, 4, new double[] {3}, new double[] {4}).uncertainty();
        assertThat(widened.effective(true))
                .isCloseTo(widened.expanded() / 2, within(1e-12))
                .isGreaterThan(widened.combined());
        Uncertainty held = accuracy(0, 0, new double[] {3}, new double[] {4}).uncertainty();
        assertThat(held.effective(false)).isEqualTo(held.combined());
    }

    /** Ten thousand draws beyond each end, 1 % of them all for a coverage of 99 %. */
    @Test
    void aHigherCoverageNeedsMoreDraws() {
        Inputs one =
                new Inputs(List.of(Contribution.normal(Text.same("x"), 0, 1, Double.POSITIVE_INFINITY)), List.of());
        assertThat(MonteCarloCheck.drawn(drawn -> drawn[0], one, 0.99).trials()).isEqualTo(1_000_000);
        assertThat(MonteCarloCheck.drawn(drawn -> drawn[0], one, 0.9).trials()).isEqualTo(220_000);
    }

    @Test
    void allOfItIsScaled() {
        assertThat(new MonteCarloCheck(9, 2, 1, 3, 0.25, true).times(4))
                .isEqualTo(new MonteCarloCheck(9, 8, 4, 12, 1, true));
    }

    @Test
    void drawsTheSameEachTime() {
        double[] x = {0.1, -0.2, 0.05, 0.3};
        double[] y = {-0.1, 0.1, 0.2, -0.3};
        assertThat(accuracy(0, 0, x, y)).isEqualTo(accuracy(0, 0, x, y));
    }

    /** The arrivals scatter along one diagonal: along the other nothing is left but the instrument's u, on both axes. */
    @Test
    void axesThatWereObservedTogetherAreCorrelated() {
        double[] x = {9, 11, 9, 11};
        double[] against = {11, 9, 11, 9};
        double s = Math.sqrt(4.0 / 3);
        assertThat(accuracy(0, 0, x, against).uncertainty().combined()).isCloseTo(0.1 * Math.sqrt(2), within(1e-12));
        assertThat(accuracy(0, 0, x, x).uncertainty().combined())
                .isCloseTo(Math.hypot(0.1 * Math.sqrt(2), Math.sqrt(2) * s / 2), within(1e-12));
        assertThat(check(accuracy(0, 0, x, against)).holds()).isFalse();
    }

    @Test
    void anotherUnitAndAnotherCoverageKeepIt() {
        Measurement measured = accuracy(3, 4, new double[] {3}, new double[] {4});
        Measurement metres =
                measured.in(org.plumbline.quantity.Unit.of("m").orElseThrow()).covering(0.95);
        assertThat(check(metres).holds()).isFalse();
        assertThat(metres.expandedUncertainty())
                .isCloseTo(measured.expandedUncertainty() / 1000 * 1.959964 / 2, within(1e-9));
    }
}
