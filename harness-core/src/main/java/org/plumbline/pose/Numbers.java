package org.plumbline.pose;

import java.util.Arrays;
import java.util.List;

/** Numbers as the lists that records keep. */
final class Numbers {

    private Numbers() {}

    static List<Double> list(double... numbers) {
        return Arrays.stream(numbers).boxed().toList();
    }

    static double largest(List<Double> numbers) {
        return numbers.stream().mapToDouble(Double::doubleValue).max().orElseThrow();
    }
}
