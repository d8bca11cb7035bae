package org.plumbline.statistics;

import java.math.BigDecimal;
import org.apache.commons.numbers.core.Sum;
import org.apache.commons.statistics.descriptive.Mean;

/** Values as their mean and what each differs from it, without losing the digits of the difference. */
record Centred(double mean, double[] deviations) {

    /** Spread over size below which the rounding of decimal to binary would be seen within ten digits. */
    private static final double CANCELS = 1e-6;

    static Centred of(double[] values) {
        if (values.length == 0) {
            throw new IllegalArgumentException("no values");
        }
        Centred binary = binary(values);
        double spread = binary.largest();
        if (!Double.isFinite(spread)) {
            throw new IllegalArgumentException("a value is not a finite number");
        }
        return spread != 0 && spread < CANCELS * Math.abs(binary.mean) ? decimal(values) : binary;
    }

    private static Centred binary(double[] values) {
        double mean = Mean.of(values).getAsDouble();
        double[] deviations = new double[values.length];
        for (int i = 0; i < values.length; i++) {
            deviations[i] = values[i] - mean;
        }
        return new Centred(mean, deviations);
    }

    private static Centred decimal(double[] values) {
        BigDecimal mean = Decimals.mean(Decimals.sum(values), values.length);
        return new Centred(mean.doubleValue(), Decimals.deviations(values, mean));
    }

    private double largest() {
        double largest = 0;
        for (double deviation : deviations) {
            largest = Math.max(largest, Math.abs(deviation));
        }
        return largest;
    }

    /** The sum of the deviations' squares. */
    double squares() {
        return products(this, 0);
    }

    /** The sum of each deviation times the other's that stands {@code lag} later. */
    double products(Centred other, int lag) {
        Sum sum = Sum.create();
        for (int i = 0; i + lag < deviations.length; i++) {
            sum.addProduct(deviations[i], other.deviations[i + lag]);
        }
        return sum.getAsDouble();
    }
}
