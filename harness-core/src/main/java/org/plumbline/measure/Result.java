package org.plumbline.measure;

import java.util.List;
import org.plumbline.quantity.Unit;
import org.plumbline.text.Text;

/** Puts measurements together. */
final class Result {

    /** k for infinite degrees of freedom. */
    static final double K = 2;

    private Result() {}

    static Measurement of(Text quantity, double value, Unit unit, Uncertainty uncertainty, List<Trace> traces) {
        long from = traces.stream()
                .filter(t -> t.size() > 0)
                .mapToLong(t -> t.time(0))
                .min()
                .orElse(0);
        long to = traces.stream()
                .filter(t -> t.size() > 0)
                .mapToLong(t -> t.time(t.size() - 1))
                .max()
                .orElse(0);
        int samples = traces.stream().mapToInt(Trace::size).sum();
        List<String> signals = traces.stream().map(Trace::signal).toList();
        return new Measurement(quantity, value, unit, false, uncertainty, from, to, samples, signals, null)
                .ofValues(traces);
    }

    static double rootSumOfSquares(double... parts) {
        double sum = 0;
        for (double part : parts) {
            sum += part * part;
        }
        return Math.sqrt(sum);
    }
}
