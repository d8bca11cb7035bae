package org.plumbline.plot;

import java.util.Arrays;

/** Leaves out samples that no reader could see: of each column of pixels the smallest and the largest stay. */
final class Thinning {

    private Thinning() {}

    /** The curve itself where it has few samples for that many columns. */
    static Curve of(Curve curve, double from, double to, int columns) {
        if (curve.x().length <= 2 * columns) {
            return curve;
        }
        int[] kept = new int[2 * columns + 2];
        int size = 0;
        int i = 0;
        while (i < curve.x().length) {
            int column = column(curve.x()[i], from, to, columns);
            int least = i;
            int largest = i;
            for (; i < curve.x().length && column(curve.x()[i], from, to, columns) == column; i++) {
                least = curve.y()[i] < curve.y()[least] ? i : least;
                largest = curve.y()[i] > curve.y()[largest] ? i : largest;
            }
            kept[size++] = Math.min(least, largest);
            if (least != largest) {
                kept[size++] = Math.max(least, largest);
            }
        }
        return pick(curve, Arrays.copyOf(kept, size));
    }

    private static int column(double x, double from, double to, int columns) {
        return (int) Math.min(columns, Math.max(0, Math.floor((x - from) / (to - from) * columns)));
    }

    private static Curve pick(Curve curve, int[] kept) {
        return new Curve(
                curve.name(),
                Arrays.stream(kept).mapToDouble(i -> curve.x()[i]).toArray(),
                Arrays.stream(kept).mapToDouble(i -> curve.y()[i]).toArray(),
                curve.held());
    }
}
