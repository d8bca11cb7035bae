package org.plumbline.measure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import java.util.function.DoubleSupplier;
import org.junit.jupiter.api.Test;

/** Found without sorting, and the same to the last bit. */
class OrderStatisticsTest {

    private static final Random RANDOM = new Random(36_896);

    private static void areThoseOfTheSortedValues(DoubleSupplier chance) {
        double[] values = new double[3000];
        Arrays.setAll(values, i -> chance.getAsDouble());
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        OrderStatistics statistics = new OrderStatistics(i -> values[i], values.length, 8);
        for (int place = 0; place < sorted.length; place += 13) {
            assertThat(Double.doubleToLongBits(statistics.at(place)))
                    .as("place %d", place)
                    .isEqualTo(Double.doubleToLongBits(sorted[place]));
        }
    }

    @Test
    void ofAnyBits() {
        areThoseOfTheSortedValues(() -> Double.longBitsToDouble(RANDOM.nextLong()));
    }

    @Test
    void ofNumbersCloseToOneAnother() {
        areThoseOfTheSortedValues(() -> 4 + RANDOM.nextGaussian() * 1e-12);
    }

    @Test
    void ofManyEqualOnes() {
        areThoseOfTheSortedValues(() -> RANDOM.nextInt(5) - 2.0);
    }

    @Test
    void ofZerosOfBothSigns() {
        areThoseOfTheSortedValues(() -> RANDOM.nextBoolean() ? 0.0 : -0.0);
    }

    @Test
    void aPercentileOfMoreThanAreCopiedIsExact() {
        int size = 2 * OrderStatistics.FEW;
        double[] values = new double[size];
        Arrays.setAll(values, i -> (i * 7919L) % size);
        assertThat(Percentile.of(values, 50)).isEqualTo((size - 1) / 2.0);
        assertThat(Percentile.of(values, 100)).isEqualTo(size - 1.0);
        assertThat(Percentile.of(values, 0)).isZero();
    }
}
