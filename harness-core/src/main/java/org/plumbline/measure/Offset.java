package org.plumbline.measure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.plumbline.pose.Position;
import org.plumbline.text.Text;
import org.plumbline.uncertainty.Contribution;
import org.plumbline.uncertainty.Correlation;

/** How far two points are apart, of which one or both are means. A distance is least linear where it is small. */
final class Offset implements Figure {

    private final double[] deviation;
    private final double length;
    private final List<Contribution> ofInstrument;
    private final List<Barycentre> means;

    /**
     * @param deviation of one point from the other
     * @param axes how many coordinates are measured, the first ones
     * @param ofInstrument what is known of each coordinate
     * @param means the points that are means of two positions or more
     */
    Offset(Position deviation, int axes, List<Contribution> ofInstrument, Barycentre... means) {
        double[] all = {deviation.x(), deviation.y(), deviation.z()};
        this.deviation = Arrays.copyOf(all, axes);
        this.length = deviation.length();
        this.ofInstrument = ofInstrument;
        this.means = List.of(means);
    }

    /** Of a distance in a direction that does not matter, since all coordinates are known alike. */
    static Offset of(double length, int axes, List<Contribution> ofInstrument) {
        return new Offset(new Position(length, 0, 0), axes, ofInstrument);
    }

    @Override
    public double value() {
        return length;
    }

    @Override
    public List<Contribution> rows() {
        List<Contribution> rows = new ArrayList<>(ofInstrument);
        means.forEach(mean -> rows.add(mean.row(direction())));
        return rows;
    }

    private double @Nullable [] direction() {
        return length == 0
                ? null
                : Arrays.stream(deviation).map(each -> each / length).toArray();
    }

    /** Of each mean its axes, then of each axis the instrument. */
    @Override
    public List<Contribution> inputs(String prefix) {
        List<Contribution> inputs = new ArrayList<>();
        for (int i = 0; i < means.size(); i++) {
            inputs.addAll(means.get(i).inputs(prefix + i + " "));
        }
        for (int axis = 0; axis < deviation.length; axis++) {
            for (Contribution row : ofInstrument) {
                String each = prefix + "axis " + axis + " ";
                inputs.add(row.named(
                        new Text(each + row.name().zh(), each + row.name().en())));
            }
        }
        return inputs;
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
        int instrument = from + axes * means.size();
        double squares = 0;
        for (int axis = 0; axis < axes; axis++) {
            double coordinate = deviation[axis];
            for (int mean = 0; mean < means.size(); mean++) {
                coordinate += drawn[from + mean * axes + axis];
            }
            coordinate += Rows.off(ofInstrument, drawn, instrument + axis * ofInstrument.size());
            squares += coordinate * coordinate;
        }
        return Math.sqrt(squares);
    }
}
