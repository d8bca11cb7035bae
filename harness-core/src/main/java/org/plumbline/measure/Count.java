package org.plumbline.measure;

import java.util.List;
import org.plumbline.quantity.Unit;
import org.plumbline.text.Text;

/** Counts: exact, U = 0. */
public final class Count {

    private Count() {}

    /**
     * A number of occurrences.
     *
     * @param from start of the stretch, ns
     * @param to end of the stretch, ns
     * @param looked how many samples or frames were looked at; none make no count
     * @throws NotMeasurableException where nothing was looked at
     */
    public static Measurement of(Text quantity, long count, long from, long to, long looked, List<String> signals) {
        if (looked == 0) {
            throw new NotMeasurableException(
                    new Text("该时段内没有数据，无从计数", "nothing arrived in the stretch, so there is nothing to count"));
        }
        return new Measurement(
                quantity,
                count,
                Unit.ONE,
                false,
                Uncertainty.NONE,
                from,
                to,
                (int) Math.min(looked, Integer.MAX_VALUE),
                signals,
                null);
    }

    /** Samples that are not larger than the one before. */
    public static long notIncreasing(Trace trace) {
        long count = 0;
        for (int i = 1; i < trace.size(); i++) {
            count += trace.value(i) > trace.value(i - 1) ? 0 : 1;
        }
        return count;
    }

    /** Samples that are not exactly one larger than the one before. */
    public static long notByOne(Trace trace) {
        long count = 0;
        for (int i = 1; i < trace.size(); i++) {
            count += trace.value(i) - trace.value(i - 1) == 1 ? 0 : 1;
        }
        return count;
    }
}
