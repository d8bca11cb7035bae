package org.plumbline.plot;

import java.util.List;
import org.plumbline.verdict.Verdict;

/**
 * The measured value with its uncertainty on a line of what the decision rule makes of each value.
 *
 * @param label of the axis, with the unit
 * @param value in the limit's unit
 * @param below from the value to the lower end of its coverage interval, in that unit
 * @param above to the upper end
 * @param atLeast whether the true value is only known to be no less
 * @param ends of the tolerance interval, one or two
 * @param zones from left to right, without gaps
 */
record Gauge(
        String label, double value, double below, double above, boolean atLeast, List<Mark> ends, List<Zone> zones) {

    /** Values that the decision rule treats alike. */
    record Zone(double from, double to, Verdict verdict) {}

    double from() {
        return zones.get(0).from();
    }

    double to() {
        return zones.get(zones.size() - 1).to();
    }
}
