package org.plumbline.interlaboratory;

import java.util.Arrays;

/** Refuses what is no number: comparisons with it would be false and look like a result. */
final class Finite {

    private Finite() {}

    static void require(String of, double... numbers) {
        if (!Arrays.stream(numbers).allMatch(Double::isFinite)) {
            throw new IllegalArgumentException(of + " needs numbers: " + Arrays.toString(numbers));
        }
    }
}
