package org.plumbline.measure;

import java.util.Arrays;
import java.util.function.IntToDoubleFunction;

/**
 * The value that would stand at a place if all were sorted, exactly, without a copy of them: passes over the values count
 * how many begin with which bits, until few enough are left to be sorted. The order is that of {@link Double#compare}.
 */
final class OrderStatistics {

    /** What is copied and sorted at most. */
    static final int FEW = 1 << 16;

    private static final int BITS = 16;

    private final IntToDoubleFunction values;
    private final int size;
    private final int few;
    private long low = Long.MIN_VALUE;
    private long high = Long.MAX_VALUE;
    private int less;
    private double[] sorted = {};

    /** @param values from index 0 to before {@code size}, the same each time */
    OrderStatistics(IntToDoubleFunction values, int size) {
        this(values, size, FEW);
    }

    OrderStatistics(IntToDoubleFunction values, int size, int few) {
        this.values = values;
        this.size = size;
        this.few = few;
    }

    /** @param place from 0 */
    double at(int place) {
        if (place < less || place >= less + sorted.length) {
            find(place);
        }
        return sorted.length == 0 ? Double.longBitsToDouble(folded(low)) : sorted[place - less];
    }

    private void find(int place) {
        low = Long.MIN_VALUE;
        high = Long.MAX_VALUE;
        less = 0;
        int inside = size;
        for (int shift = Long.SIZE - BITS; shift >= 0 && inside > few; shift -= BITS) {
            int[] counts = counts(shift);
            int digit = 0;
            while (less + counts[digit] <= place) {
                less += counts[digit++];
            }
            inside = counts[digit];
            low += (long) digit << shift;
            high = low + ((1L << shift) - 1);
        }
        sorted = low == high ? new double[0] : gathered(inside);
    }

    private int[] counts(int shift) {
        int[] counts = new int[1 << BITS];
        for (int i = 0; i < size; i++) {
            long key = key(values.applyAsDouble(i));
            if (key >= low && key <= high) {
                counts[(int) ((key - low) >>> shift)]++;
            }
        }
        return counts;
    }

    private double[] gathered(int count) {
        double[] found = new double[count];
        int next = 0;
        for (int i = 0; i < size; i++) {
            double value = values.applyAsDouble(i);
            long key = key(value);
            if (key >= low && key <= high) {
                found[next++] = value;
            }
        }
        Arrays.sort(found);
        return found;
    }

    /** Ordered as the numbers are: negative ones upside down, NaN last. */
    private static long key(double value) {
        return folded(Double.doubleToLongBits(value));
    }

    private static long folded(long bits) {
        return bits ^ ((bits >> (Long.SIZE - 1)) & Long.MAX_VALUE);
    }
}
