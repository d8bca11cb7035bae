package org.plumbline.measure;

import java.util.stream.DoubleStream;

/**
 * How far what a value may be as well is from it, on either side.
 *
 * @param below from the value down, not negative
 * @param above from the value up, not negative
 */
record Reach(double below, double above) {

    static final Reach NONE = new Reach(0, 0);

    /** From a value to the least and the greatest of others. */
    static Reach of(double value, DoubleStream others) {
        return others.mapToObj(other -> new Reach(Math.max(0, value - other), Math.max(0, other - value)))
                .reduce(NONE, Reach::or);
    }

    boolean isNone() {
        return below == 0 && above == 0;
    }

    /** To the farther of the two on each side. */
    Reach or(Reach other) {
        return new Reach(Math.max(below, other.below), Math.max(above, other.above));
    }

    /** Farther by so much, on the sides on which anything is to be reached. */
    Reach beyond(double more) {
        return new Reach(below == 0 ? 0 : below + more, above == 0 ? 0 : above + more);
    }

    /** Beyond the ends of an uncertainty. */
    Reach beyond(Uncertainty own) {
        return new Reach(own.below() + below, own.above() + above);
    }

    /** Combined with an independent uncertainty. */
    Reach with(Uncertainty own) {
        return new Reach(Result.rootSumOfSquares(own.below(), below), Result.rootSumOfSquares(own.above(), above));
    }
}
