package org.plumbline.measure;

import java.util.Comparator;
import java.util.List;
import java.util.function.Supplier;

/**
 * One of several results of which the largest counts.
 *
 * @param framework its uncertainty in the value's unit, by the GUM framework
 * @param checked the same, checked by Monte Carlo where it has to be: only that of the one that counts is
 */
record Candidate(double value, Uncertainty framework, Supplier<Uncertainty> checked) {

    /** With an uncertainty that needs no check. */
    Candidate(double value, Uncertainty uncertainty) {
        this(value, uncertainty, () -> uncertainty);
    }

    /**
     * The largest of some. Another than the largest may truly be the largest: U reaches as far as that of any.
     *
     * @param some at least one
     */
    static Candidate largest(List<Candidate> some) {
        Candidate largest =
                some.stream().max(Comparator.comparingDouble(Candidate::value)).orElseThrow();
        Candidate farthest = some.stream()
                .max(Comparator.comparingDouble(each -> each.value + each.framework.above()))
                .orElseThrow();
        Uncertainty own = largest.uncertainty();
        if (farthest == largest) {
            return new Candidate(largest.value, own);
        }
        Uncertainty others = farthest.uncertainty();
        return new Candidate(largest.value, own.reaching(others, farthest.value + others.above() - largest.value));
    }

    /** How well the value is known. */
    Uncertainty uncertainty() {
        return checked.get();
    }
}
