package org.plumbline.measure;

import java.util.List;
import org.plumbline.uncertainty.Contribution;

/**
 * The largest of many values, each with an uncertainty of its own. Another than the largest may truly be the largest: U
 * reaches as far as that of any.
 */
final class Farthest {

    /** The contributions to a value that was taken between two times. */
    interface Between {
        List<Contribution> rows(long from, long to);
    }

    /** How the uncertainty of a value taken at a time compares with Monte Carlo. */
    interface Check {
        Uncertainty of(long time, Uncertainty framework);
    }

    private record Taken(long from, long to, double value, double reach) {}

    private Taken largest = new Taken(0, 0, Double.NaN, Double.NaN);
    private Taken farthest = largest;

    /**
     * @param value not a number where it does not count
     * @param standard its standard uncertainty
     */
    void take(long from, long to, double value, double standard) {
        double reach = value + Result.K * standard;
        boolean larger = value > largest.value || value == largest.value && reach > largest.reach;
        boolean first = isEmpty() && !Double.isNaN(value);
        if (first || larger) {
            largest = new Taken(from, to, value, reach);
        }
        if (first || reach > farthest.reach || reach == farthest.reach && larger) {
            farthest = new Taken(from, to, value, reach);
        }
    }

    boolean isEmpty() {
        return Double.isNaN(largest.value);
    }

    double largest() {
        return largest.value;
    }

    Uncertainty uncertainty(Between contributions) {
        return uncertainty(contributions, (time, framework) -> framework);
    }

    /** The same, checked where the largest is the one that reaches farthest, and where anything is known of it. */
    Uncertainty uncertainty(Between contributions, Check check) {
        Uncertainty framework = Uncertainty.of(contributions.rows(largest.from, largest.to));
        Uncertainty own = framework.combined() == 0 ? framework : check.of(largest.from, framework);
        if (farthest.equals(largest)) {
            return own;
        }
        Uncertainty others = Uncertainty.of(contributions.rows(farthest.from, farthest.to));
        return own.reaching(others, farthest.value + others.above() - largest.value);
    }
}
