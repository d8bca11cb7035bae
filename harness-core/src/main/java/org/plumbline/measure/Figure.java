package org.plumbline.measure;

import java.util.ArrayList;
import java.util.List;
import org.plumbline.uncertainty.Contribution;
import org.plumbline.uncertainty.Correlation;
import org.plumbline.uncertainty.Inputs;

/** A figure that is not linear in what it comes from: its budget to first order, and what Monte Carlo draws for it. */
interface Figure {

    /** At the estimates. */
    double value();

    /** The rows of its budget, in the figure's unit. */
    List<Contribution> rows();

    /** What is drawn; names unique within the figure and after {@code prefix}. */
    List<Contribution> inputs(String prefix);

    /** How the inputs depend on each other. */
    default List<Correlation> correlations(String prefix) {
        return List.of();
    }

    /**
     * The figure for one draw.
     *
     * @param drawn the inputs' values
     * @param from index of this figure's first
     */
    double drawn(double[] drawn, int from);

    /** Whether each end of its coverage interval counts for its own side, see {@link MonteCarloCheck#skewed}. */
    default boolean isSkewed() {
        return false;
    }

    /** By the GUM framework alone. */
    default Uncertainty framework() {
        return Uncertainty.of(rows());
    }

    /** The same for a coverage, checked by Monte Carlo. */
    default Uncertainty checked(double coverage) {
        Uncertainty framework = framework().covering(coverage);
        return framework.combined() == 0
                ? framework
                : MonteCarloCheck.applied(
                        drawn -> drawn(drawn, 0),
                        new Inputs(inputs(""), correlations("")),
                        value(),
                        framework,
                        isSkewed());
    }

    /** For the usual coverage. */
    default Candidate candidate() {
        return new Candidate(value(), framework(), () -> checked(Uncertainty.COVERAGE));
    }

    /** How far apart two figures of one kind are; each has a reading of the instrument of its own. */
    static Figure apart(Figure one, Figure other) {
        int second = one.inputs("").size();
        return new Figure() {
            @Override
            public double value() {
                return Math.abs(one.value() - other.value());
            }

            @Override
            public List<Contribution> rows() {
                return joined(one.rows(), other.rows());
            }

            @Override
            public List<Contribution> inputs(String prefix) {
                return joined(one.inputs(prefix + "1 "), other.inputs(prefix + "2 "));
            }

            @Override
            public List<Correlation> correlations(String prefix) {
                return joined(one.correlations(prefix + "1 "), other.correlations(prefix + "2 "));
            }

            @Override
            public double drawn(double[] drawn, int from) {
                return Math.abs(difference(drawn, from));
            }

            private double difference(double[] drawn, int from) {
                return one.drawn(drawn, from) - other.drawn(drawn, from + second);
            }

            /**
             * Of two figures that are: where no end of the interval is beyond zero, nothing is folded, the difference is what it
             * is. Of two distances it is not: noise made both larger than they are, the smaller one more.
             */
            @Override
            public boolean isSkewed() {
                double sign = Math.signum(one.value() - other.value());
                return one.isSkewed()
                        && other.isSkewed()
                        && MonteCarloCheck.drawn(
                                                drawn -> sign * difference(drawn, 0),
                                                new Inputs(inputs(""), correlations("")),
                                                Uncertainty.COVERAGE)
                                        .symmetric()
                                        .lower()
                                > 0;
            }
        };
    }

    private static <T> List<T> joined(List<T> some, List<T> others) {
        List<T> all = new ArrayList<>(some);
        all.addAll(others);
        return all;
    }
}
