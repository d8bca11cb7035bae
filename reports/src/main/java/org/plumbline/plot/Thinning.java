package org.plumbline.plot;

import java.util.Arrays;
import java.util.function.IntToDoubleFunction;

/** Leaves out samples that no reader could see: of each column of pixels the smallest and the largest stay. */
final class Thinning {

    private final int size;
    private final IntToDoubleFunction x;
    private final IntToDoubleFunction y;
    private final double from;
    private final double to;
    private final int columns;

    private Thinning(int size, IntToDoubleFunction x, IntToDoubleFunction y, double from, double to, int columns) {
        this.size = size;
        this.x = x;
        this.y = y;
        this.from = from;
        this.to = to;
        this.columns = columns;
    }

    /** The curve itself where it has few samples for that many columns. */
    static Curve of(Curve curve, double from, double to, int columns) {
        return curve.x().length <= 2 * columns
                ? curve
                : of(
                        curve.name(),
                        curve.x().length,
                        i -> curve.x()[i],
                        i -> curve.y()[i],
                        curve.held(),
                        from,
                        to,
                        columns);
    }

    /**
     * A curve of so many samples that are read one by one.
     *
     * @param x seconds since the run's start, in order
     */
    static Curve of(
            String name,
            int size,
            IntToDoubleFunction x,
            IntToDoubleFunction y,
            boolean held,
            double from,
            double to,
            int columns) {
        Thinning thinning = new Thinning(size, x, y, from, to, columns);
        int[] kept = thinning.kept();
        return new Curve(
                name,
                Arrays.stream(kept).mapToDouble(x::applyAsDouble).toArray(),
                Arrays.stream(kept).mapToDouble(y::applyAsDouble).toArray(),
                held);
    }

    private int[] kept() {
        int[] kept = new int[Math.min(size, 2 * columns + 2)];
        if (size <= 2 * columns) {
            Arrays.setAll(kept, i -> i);
            return kept;
        }
        int count = 0;
        int i = 0;
        while (i < size) {
            int column = column(i);
            int least = i;
            int largest = i;
            for (; i < size && column(i) == column; i++) {
                least = y.applyAsDouble(i) < y.applyAsDouble(least) ? i : least;
                largest = y.applyAsDouble(i) > y.applyAsDouble(largest) ? i : largest;
            }
            kept[count++] = Math.min(least, largest);
            if (least != largest) {
                kept[count++] = Math.max(least, largest);
            }
        }
        return Arrays.copyOf(kept, count);
    }

    private int column(int index) {
        return (int)
                Math.min(columns, Math.max(0, Math.floor((x.applyAsDouble(index) - from) / (to - from) * columns)));
    }
}
