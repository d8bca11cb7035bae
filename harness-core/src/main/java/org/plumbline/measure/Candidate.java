package org.plumbline.measure;

import java.util.Comparator;
import java.util.List;
import org.plumbline.text.Text;
import org.plumbline.uncertainty.Contribution;

/**
 * One of several results of which the largest counts.
 *
 * @param uncertainty in the value's unit
 */
record Candidate(double value, Uncertainty uncertainty) {

    /**
     * The largest of some. Another than the largest may truly be the largest: U reaches as far as that of any.
     *
     * @param some at least one
     */
    static Candidate largest(List<Candidate> some) {
        Candidate largest =
                some.stream().max(Comparator.comparingDouble(Candidate::value)).orElseThrow();
        double farthest = some.stream().mapToDouble(Candidate::reach).max().orElseThrow();
        if (farthest <= largest.reach()) {
            return largest;
        }
        Contribution another = Contribution.normal(
                new Text("另一处可能更大的值", "another value that may be the larger one"),
                0,
                (farthest - largest.value) / Result.K,
                Double.POSITIVE_INFINITY);
        return new Candidate(largest.value, Uncertainty.of(List.of(another)));
    }

    private double reach() {
        return value + uncertainty.expanded();
    }
}
