package org.plumbline.measure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.plumbline.pose.Position;
import org.plumbline.text.Text;
import org.plumbline.uncertainty.Contribution;
import org.plumbline.uncertainty.Correlation;

/**
 * How far two points are apart, of which one or both are means. A distance is least linear where it is small. What the axes
 * share may push all coordinates away from the other point: fully correlated, u is the sum of |c_i| u_i (JCGM 100:2008, 5.2.2
 * note 1), which is the largest that it can be.
 */
final class Offset implements Figure {

    private final double[] deviation;
    private final double length;
    private final List<Contribution> shared;
    private final List<Contribution> ofAxis;
    private final List<Barycentre> means;

    /**
     * @param deviation of one point from the other
     * @param axes how many coordinates are measured, the first ones
     * @param shared errors of one calibration, in all coordinates alike
     * @param ofAxis errors that each coordinate has for itself
     * @param means the points that are means of two positions or more
     */
    Offset(Position deviation, int axes, List<Contribution> shared, List<Contribution> ofAxis, Barycentre... means) {
        this(
                deviation.length(),
                Arrays.copyOf(new double[] {deviation.x(), deviation.y(), deviation.z()}, axes),
                shared,
                ofAxis,
                List.of(means));
    }

    private Offset(
            double length,
            double[] deviation,
            List<Contribution> shared,
            List<Contribution> ofAxis,
            List<Barycentre> means) {
        this.length = length;
        this.deviation = deviation;
        this.shared = shared;
        this.ofAxis = ofAxis;
        this.means = means;
    }

    /** Of a distance in a direction that is not known: that in which what is shared counts most. */
    static Offset of(double length, int axes, List<Contribution> shared, List<Contribution> ofAxis) {
        double[] diagonal = new double[axes];
        Arrays.fill(diagonal, length / Math.sqrt(axes));
        return new Offset(length, diagonal, shared, ofAxis, List.of());
    }

    @Override
    public double value() {
        return length;
    }

    @Override
    public List<Contribution> rows() {
        List<Contribution> rows =
                new ArrayList<>(shared.stream().map(this::together).toList());
        rows.addAll(ofAxis);
        means.forEach(mean -> rows.add(mean.row(direction())));
        return rows;
    }

    private Contribution together(Contribution row) {
        double[] direction = direction();
        double sum = direction == null
                ? Math.sqrt(deviation.length)
                : Arrays.stream(direction).map(Math::abs).sum();
        return Rows.together(row, deviation.length, sum);
    }

    private double @Nullable [] direction() {
        return length == 0
                ? null
                : Arrays.stream(deviation).map(each -> each / length).toArray();
    }

    /** Of each mean its axes, then what all axes share, then of each axis its own. */
    @Override
    public List<Contribution> inputs(String prefix) {
        List<Contribution> inputs = new ArrayList<>();
        for (int i = 0; i < means.size(); i++) {
            inputs.addAll(means.get(i).inputs(prefix + i + " "));
        }
        shared.forEach(row -> inputs.add(named(prefix, row)));
        for (int axis = 0; axis < deviation.length; axis++) {
            String each = prefix + "axis " + axis + " ";
            ofAxis.forEach(row -> inputs.add(named(each, row)));
        }
        return inputs;
    }

    private static Contribution named(String prefix, Contribution row) {
        return row.named(new Text(prefix + row.name().zh(), prefix + row.name().en()));
    }

    @Override
    public List<Correlation> correlations(String prefix) {
        List<Correlation> correlations = new ArrayList<>();
        for (int i = 0; i < means.size(); i++) {
            correlations.addAll(means.get(i).correlations(prefix + i + " "));
        }
        return correlations;
    }

    @Override
    public double drawn(double[] drawn, int from) {
        int axes = deviation.length;
        int common = from + axes * means.size();
        int own = common + shared.size();
        int each = ofAxis.size();
        double away = Rows.off(shared, drawn, common);
        double squares = 0;
        for (int axis = 0; axis < axes; axis++) {
            double coordinate = deviation[axis];
            for (int mean = from; mean < common; mean += axes) {
                coordinate += drawn[mean + axis];
            }
            coordinate += deviation[axis] < 0 ? -away : away;
            coordinate += Rows.off(ofAxis, drawn, own + axis * each);
            squares += coordinate * coordinate;
        }
        return Math.sqrt(squares);
    }
}
