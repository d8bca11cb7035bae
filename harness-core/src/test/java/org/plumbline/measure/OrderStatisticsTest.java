package org.plumbline.measure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.DoubleSupplier;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
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

    /** Between 1 and the next value that differs in its first 16 bits lie those that end in ones. */
    @Test
    void ofTheEndsOfARange() {
        double last = Double.longBitsToDouble(0x3FF0_FFFF_FFFF_FFFFL);
        double[] values = {3, last, 1, 2};
        OrderStatistics statistics = new OrderStatistics(i -> values[i], values.length, 2);
        assertThat(IntStream.range(0, 4).mapToDouble(statistics::at)).containsExactly(1.0, last, 2.0, 3.0);
    }

    /** Of as many as are copied one pass is enough; of more, one that counts and one that copies; of a neighbour none. */
    @Test
    void readsNoMoreOftenThanItHasTo() {
        AtomicInteger read = new AtomicInteger();
        IntToDoubleFunction values = i -> {
            read.incrementAndGet();
            return 16.0 - i;
        };
        assertThat(new OrderStatistics(values, 16, 16).at(5)).isEqualTo(6);
        assertThat(read.getAndSet(0)).isEqualTo(16);
        OrderStatistics some = new OrderStatistics(values, 16, 15);
        assertThat(some.at(5)).isEqualTo(6);
        assertThat(read.getAndSet(0)).isEqualTo(32);
        assertThat(some.at(5)).isEqualTo(6);
        assertThat(read.get()).isZero();
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
