package org.plumbline.interlaboratory;

import java.util.List;

/** The examples of ISO 5725-2, numbers only. */
final class Rounds {

    private Rounds() {}

    /** Sulfur in coal, level 1, per cent: eight laboratories, three to five results. */
    static final List<double[]> COAL = List.of(
            new double[] {0.71, 0.71, 0.70, 0.71},
            new double[] {0.69, 0.67, 0.68},
            new double[] {0.66, 0.65, 0.69},
            new double[] {0.67, 0.65, 0.66},
            new double[] {0.70, 0.69, 0.66, 0.71, 0.69},
            new double[] {0.73, 0.74, 0.73},
            new double[] {0.71, 0.71, 0.69},
            new double[] {0.70, 0.65, 0.68});

    /** Thermometric titration of creosote oil, level 5: nine laboratories, two results each. */
    static final List<double[]> CREOSOTE = List.of(
            new double[] {24.28, 24.00},
            new double[] {20.40, 19.91},
            new double[] {19.30, 19.70},
            new double[] {20.30, 20.30},
            new double[] {20.53, 20.88},
            new double[] {18.56, 16.58},
            new double[] {19.70, 20.50},
            new double[] {21.10, 20.78},
            new double[] {20.71, 21.66});

    static double[] means(Precision precision) {
        return precision.cells().stream().mapToDouble(cell -> cell.mean()).toArray();
    }

    static double[] deviations(Precision precision) {
        return precision.cells().stream()
                .mapToDouble(cell -> cell.standardDeviation())
                .toArray();
    }
}
