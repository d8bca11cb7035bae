package org.plumbline.measure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.plumbline.pose.PositionAccuracy;

/** How often the uncertainty of a drift of accuracy covers the truth. */
class DriftCoverageTest {

    /**
     * Arrivals scatter by 1 mm; the first block is {@code offset} mm off, the later one 2 mm more along the same axis. By 97.7 %
     * U should be too short for 2 or 3 of 100 drifts. Noise makes a deviation of nothing 1.6 u long and hides as much of the
     * drift; as a deviation that long may as well be true, U cannot make up for all of it: of nothing it is too short for one in
     * eighteen. Each end for its own side, as of a spread, would be for 31.
     */
    @ParameterizedTest
    @CsvSource({"0, 7", "0.5, 4"})
    void ofADriftOfAccuracyUCoversTheTruth(double offset, int atMost) {
        SplittableRandom chance = new SplittableRandom(9283);
        long tooShort = IntStream.range(0, 100)
                .filter(i -> isTooShort(
                        PoseFiguresTest.arrivals(chance, 1, offset, 0, 0),
                        PoseFiguresTest.arrivals(chance, 1, offset + 2, 0, 0)))
                .count();
        assertThat(tooShort).isLessThanOrEqualTo(atMost);
    }

    /** Of a drift that is itself no smaller than the truth U is not, and need not be drawn. */
    private static boolean isTooShort(List<Trace> first, List<Trace> later) {
        if (Math.abs(accuracy(later) - accuracy(first)) >= 2) {
            return false;
        }
        Measurement drift = drift(first, later);
        return drift.value() + drift.uncertainty().above() < 2;
    }

    private static double accuracy(List<Trace> block) {
        return PositionAccuracy.of(
                        Axes.position(new double[] {0, 0, 0}), Axes.of(block, 1).positions())
                .deviation()
                .length();
    }

    private static Measurement drift(List<Trace> first, List<Trace> later) {
        List<Trace> both = IntStream.range(0, 3)
                .mapToObj(axis -> Samples.of(
                        "mm",
                        0,
                        Stream.of(first, later)
                                .flatMapToDouble(block -> Arrays.stream(Axes.values(block.get(axis))))
                                .toArray()))
                .toList();
        return PoseVariation.driftOfAccuracy(both, new double[] {0, 0, 0}, 2);
    }
}
