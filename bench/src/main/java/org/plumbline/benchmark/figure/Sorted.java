package org.plumbline.benchmark.figure;

import java.util.Arrays;
import java.util.Collection;

/** Numbers in order. */
public final class Sorted {

    private final double[] numbers;

    private Sorted(double[] numbers) {
        this.numbers = numbers;
        Arrays.sort(numbers);
    }

    /** The numbers, at least one, in order. */
    public static Sorted of(Collection<Double> numbers) {
        return new Sorted(numbers.stream().mapToDouble(Double::doubleValue).toArray());
    }

    /** The middle one; of an even count, the upper of the two. */
    public double median() {
        return numbers[numbers.length / 2];
    }

    /** The smallest that at least {@code percent} of all do not exceed (nearest rank). */
    public double percentile(double percent) {
        int rank = (int) Math.ceil(percent / 100 * numbers.length);
        return numbers[Math.max(0, rank - 1)];
    }

    /** The largest. */
    public double max() {
        return numbers[numbers.length - 1];
    }
}
