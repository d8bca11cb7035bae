package org.plumbline.signal;

import org.apache.commons.numbers.core.Sum;
import org.plumbline.statistics.Summary;

/**
 * How much means over one stretch differ from those over the next, with overlap (IEEE Std 1139-2022, overlapping Allan
 * deviation): white noise falls with the root of the stretch, drift rises with it.
 *
 * @param tau length of the stretches, s
 * @param pairs how many pairs of stretches entered
 * @param value in the signal's unit
 */
public record AllanDeviation(double tau, int pairs, double value) {

    /**
     * Of samples at one interval.
     *
     * @param interval s
     * @param samples m, samples in a stretch, at least one
     * @throws IllegalArgumentException where the values do not fill two stretches
     */
    public static AllanDeviation of(double interval, double[] values, int samples) {
        int pairs = values.length - 2 * samples + 1;
        if (samples < 1 || pairs < 1) {
            throw new IllegalArgumentException(values.length + " values do not fill two stretches of " + samples);
        }
        double[] sums = sums(values);
        Sum squares = Sum.create();
        for (int i = 0; i < pairs; i++) {
            double step = (sums[i + 2 * samples] - 2 * sums[i + samples] + sums[i]) / samples;
            squares.addProduct(step, step);
        }
        return new AllanDeviation(samples * interval, pairs, Math.sqrt(squares.getAsDouble() / (2.0 * pairs)));
    }

    /** Running sums of the deviations from the mean: those of a large mean would drown the differences. */
    private static double[] sums(double[] values) {
        double mean = Summary.of(values).mean();
        double[] sums = new double[values.length + 1];
        Sum sum = Sum.create();
        for (int i = 0; i < values.length; i++) {
            sums[i + 1] = sum.add(values[i] - mean).getAsDouble();
        }
        return sums;
    }
}
