package org.plumbline.measure;

import java.util.ArrayList;
import java.util.List;
import org.plumbline.text.Text;
import org.plumbline.uncertainty.Contribution;
import org.plumbline.uncertainty.Distribution;

/**
 * A standard deviation, or what is made of one as repeatability is. From few repeats its true value may be far larger than what
 * was found, but not far smaller: its distribution is skewed, and a symmetric U would accept more than it says.
 *
 * @param value as found
 * @param scatter its uncertainty by the repeats
 * @param others further rows of the budget, in the value's unit
 */
record Spread(double value, Contribution scatter, List<Contribution> others) implements Figure {

    @Override
    public List<Contribution> rows() {
        List<Contribution> rows = new ArrayList<>(others);
        rows.add(scatter);
        return rows;
    }

    /** The spread with as many degrees of freedom as its u says, nu = value^2 / (2 u^2) (JCGM 100:2008, E.4.3), then the others. */
    @Override
    public List<Contribution> inputs(String prefix) {
        double u = scatter.standardUncertainty();
        double nu = u == 0 ? Double.POSITIVE_INFINITY : Math.max(1, value * value / (2 * u * u));
        List<Contribution> inputs = new ArrayList<>();
        inputs.add(new Contribution(
                scatter.name(), value, u, nu, scatter.evaluation(), Distribution.STANDARD_DEVIATION, 1));
        inputs.addAll(others);
        return inputs.stream()
                .map(each -> each.named(
                        new Text(prefix + each.name().zh(), prefix + each.name().en())))
                .toList();
    }

    @Override
    public boolean isSkewed() {
        return true;
    }

    @Override
    public double drawn(double[] drawn, int from) {
        return Math.max(0, drawn[from] + Rows.off(others, drawn, from + 1));
    }
}
