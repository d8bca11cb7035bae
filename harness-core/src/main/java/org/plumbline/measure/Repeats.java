package org.plumbline.measure;

import java.util.Arrays;
import org.plumbline.statistics.Autocorrelation;
import org.plumbline.statistics.Independence;
import org.plumbline.statistics.Summary;
import org.plumbline.text.Text;
import org.plumbline.uncertainty.Contribution;
import org.plumbline.uncertainty.Distribution;
import org.plumbline.uncertainty.Evaluation;

/**
 * How many independent repeats some repeats are worth. A device that warms up or creeps arrives each time near where it
 * arrived before: s / sqrt(n) is then too small (JCGM 100:2008, 4.2.7).
 *
 * @param n how many
 * @param worth n unless independence is refuted; 2 or more
 */
record Repeats(int n, double worth) {

    /** Chance of calling independent repeats dependent, over all series together. */
    private static final double SIGNIFICANCE = 0.01;

    /** What leaves a degree of freedom. */
    private static final double LEAST = 2;

    /**
     * Of what each repeat adds to the result, in order of time. Fewer than ten show no dependence and count as independent.
     *
     * @param series of one or several coordinates; the one that is worth least counts
     */
    static Repeats of(double[]... series) {
        int n = series[0].length;
        double worth = Arrays.stream(series)
                .filter(values -> n >= Independence.LEAST && varies(values))
                .filter(values -> !Independence.of(values).holds(SIGNIFICANCE / series.length))
                .mapToDouble(values -> Math.max(LEAST, Autocorrelation.effectiveSize(n, i -> values[i])))
                .min()
                .orElse(n);
        return new Repeats(n, worth);
    }

    /** Of a standard deviation: what counts is how the squares of the deviations depend on each other. */
    static Repeats ofSquares(double... values) {
        double mean = Summary.of(values).mean();
        return of(Arrays.stream(values)
                .map(value -> (value - mean) * (value - mean))
                .toArray());
    }

    private static boolean varies(double[] values) {
        return Arrays.stream(values).anyMatch(value -> value != values[0]);
    }

    /**
     * By how much u of independent repeats is too small: sqrt((n - 1) / (worth - 1)), which counts that the repeats' own
     * variance is too small as well (Zięba, Metrology and Measurement Systems 17, 2010, and with Ramza 18, 2011, as the package
     * LogNormals.jl has it, a secondary source).
     */
    double widening() {
        return Math.sqrt((n - 1) / (worth - 1));
    }

    /** Whole degrees of freedom, of n repeats from which {@code fitted} figures were taken. */
    int degreesOfFreedom(int fitted) {
        return (int) Math.max(1, Math.floor(worth) - fitted);
    }

    /**
     * What the repeats show of the uncertainty (JCGM 100:2008, 4.2).
     *
     * @param name of the row
     * @param u in the result's unit, were the repeats independent
     * @param fitted how many figures were taken from them, 1 for a mean
     */
    Contribution scatter(Text name, double u, int fitted) {
        Text shown =
                worth == n ? name : name.and(new Text("，相当于 %.0f 个独立值", ", worth %.0f independent ones").with(worth));
        return new Contribution(
                shown, 0, u * widening(), degreesOfFreedom(fitted), Evaluation.A, Distribution.NORMAL, 1);
    }

    /** The same of a mean or a standard deviation. */
    Contribution scatter(Text name, double u) {
        return scatter(name, u, 1);
    }
}
