package org.plumbline.measure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.BiFunction;
import java.util.stream.IntStream;
import org.plumbline.pose.AccuracyVariation;
import org.plumbline.pose.Position;
import org.plumbline.pose.PositionAccuracy;
import org.plumbline.text.Text;

/**
 * How pose accuracy and repeatability change with the direction of approach and with time. Each is the largest of several
 * differences; U reaches as far as that of any.
 */
public final class PoseVariation {

    private PoseVariation() {}

    /**
     * Multi-directional pose accuracy variation vAP: the largest distance of the barycentres of two directions of approach
     * (ISO 9283:1998, 7.2.3; GB/T 12642-2013, 7.2.3). u combines the scatter of both barycentres along the line between them with
     * two samples of the instrument.
     *
     * @param directions of each direction the positions attained, one trace an axis, one value an arrival
     * @throws NotMeasurableException with fewer than two directions, or one with fewer than two arrivals
     */
    public static Measurement ofDirections(List<List<Trace>> directions) {
        if (directions.size() < 2) {
            throw new NotMeasurableException(
                    new Text("只从 %d 个方向到达，至少需要两个", "arrivals from %d directions, at least two are needed")
                            .with(directions.size()));
        }
        List<Axes> each =
                directions.stream().map(direction -> Axes.of(direction, 2)).toList();
        Position any = each.get(0).positions().get(0);
        List<Position> barycentres = AccuracyVariation.of(
                        Axes.pose(any), each.stream().map(Axes::poses).toList())
                .directions();
        List<Candidate> pairs = new ArrayList<>();
        for (int i = 0; i < each.size(); i++) {
            for (int j = i + 1; j < each.size(); j++) {
                Position between = barycentres.get(j).minus(barycentres.get(i));
                pairs.add(between(between, each.get(i), i, each.get(j), j).candidate());
            }
        }
        return result(
                new Text("多方向位姿准确度变动 vAP(%d 个方向)", "multi-directional pose accuracy variation vAP (%d directions)")
                        .with(each.size()),
                pairs,
                directions.stream().flatMap(List::stream).toList(),
                directions.get(0));
    }

    /**
     * Drift of pose accuracy dAP: the largest difference of a later block's AP from that of the first (ISO 9283:1998, 7.6;
     * GB/T 12642-2013, 7.6).
     *
     * @param axes one trace an axis, one value an arrival
     * @param commanded one coordinate an axis, in the axes' unit
     * @param blocks into how many blocks of equal size the arrivals are parted, in order of time
     * @throws NotMeasurableException where they cannot be parted so, with three arrivals or more each
     */
    public static Measurement driftOfAccuracy(List<Trace> axes, double[] commanded, int blocks) {
        Position target = Axes.position(commanded);
        return drift(
                new Text("位姿准确度漂移 dAP(%d 组)", "drift of pose accuracy dAP (%d blocks)").with(blocks),
                axes,
                blocks,
                (first, later) -> accuracies(target, first, later));
    }

    /**
     * What the axes share, such as the error of one calibration, may push one block's accuracy up and the other's down: it
     * counts with the sum of what both do together along each axis, and at least as two samples.
     */
    private static Figure accuracies(Position target, Block first, Block later) {
        Position before = PositionAccuracy.of(target, first.axes().positions()).deviation();
        Position after = PositionAccuracy.of(target, later.axes().positions()).deviation();
        double[] one = direction(before, first.axes().axes());
        double[] other = direction(after, later.axes().axes());
        double sum = 0;
        for (int axis = 0; axis < one.length; axis++) {
            sum += Math.abs(one[axis] - other[axis]);
        }
        double apart = Math.hypot(absolute(one), absolute(other));
        double share = absolute(one) == 0 || absolute(other) == 0 ? Math.sqrt(2) : Math.max(sum, Math.sqrt(2)) / apart;
        return Figure.apart(accuracy(before, first, share), accuracy(after, later, share));
    }

    /** Of length 1 in the axes that there are, or nothing. */
    private static double[] direction(Position deviation, int axes) {
        double length = deviation.length();
        return Arrays.stream(new double[] {deviation.x(), deviation.y(), deviation.z()})
                .limit(axes)
                .map(each -> length == 0 ? 0 : each / length)
                .toArray();
    }

    private static double absolute(double[] direction) {
        return Arrays.stream(direction).map(Math::abs).sum();
    }

    private static Offset accuracy(Position deviation, Block block, double share) {
        Axes axes = block.axes();
        return new Offset(
                deviation,
                axes.axes(),
                Rows.times(share, Rows.ofGroup(block.index() + 1, Rows.ofTheWorst(axes.traces())))
                        .toList(),
                List.of(),
                axes.barycentre(scatter(block.index())));
    }

    /** Some of the arrivals. */
    private record Block(int index, Axes axes) {}

    /**
     * Drift of pose repeatability dRP: the largest difference of a later block's RP from that of the first (ISO 9283:1998,
     * 7.6; GB/T 12642-2013, 7.6).
     *
     * @param axes as for {@link #driftOfAccuracy}
     * @param blocks as for {@link #driftOfAccuracy}
     * @throws NotMeasurableException where they cannot be parted so, with three arrivals or more each
     */
    public static Measurement driftOfRepeatability(List<Trace> axes, int blocks) {
        return drift(
                new Text("位姿重复性漂移 dRP(%d 组)", "drift of pose repeatability dRP (%d blocks)").with(blocks),
                axes,
                blocks,
                (first, later) -> Figure.apart(repeatability(first), repeatability(later)));
    }

    private static Figure repeatability(Block block) {
        Axes axes = block.axes();
        return Repeatability.spread(
                scatter(block.index()),
                axes.positions(),
                Rows.ofGroup(block.index() + 1, Rows.ofTheWorst(axes.traces())));
    }

    private static Measurement drift(
            Text quantity, List<Trace> axes, int blocks, BiFunction<Block, Block, Figure> apart) {
        List<Axes> each = blocks(Axes.of(axes, 1), blocks);
        Block first = new Block(0, each.get(0));
        List<Candidate> later = IntStream.range(1, blocks)
                .mapToObj(i -> apart.apply(first, new Block(i, each.get(i))).candidate())
                .toList();
        return result(quantity, later, axes, axes);
    }

    private static List<Axes> blocks(Axes axes, int blocks) {
        int n = axes.arrivals();
        if (blocks < 2 || n % blocks != 0 || n / blocks < 3) {
            throw new NotMeasurableException(new Text(
                            "%d 次到达不能等分为 %d 组（至少两组，每组至少三次）",
                            "%d arrivals do not make %d blocks of equal size (two or more, of three or more arrivals each)")
                    .with(n, blocks));
        }
        int size = n / blocks;
        return IntStream.range(0, blocks)
                .mapToObj(block -> axes.part(block * size, (block + 1) * size))
                .toList();
    }

    /** How far the barycentres of two directions are apart. */
    static Offset between(Position apart, Axes one, int first, Axes other, int second) {
        return new Offset(
                apart,
                one.axes(),
                List.of(),
                Rows.ofTwoOfTheWorst(one.traces()),
                one.barycentre(scatter(first)),
                other.barycentre(scatter(second)));
    }

    private static Text scatter(int index) {
        return new Text("第 %d 组到达的分散性", "scatter of the arrivals of group %d").with(index + 1);
    }

    private static Measurement result(Text quantity, List<Candidate> some, List<Trace> all, List<Trace> axes) {
        Candidate largest = Candidate.largest(some);
        return Result.of(quantity, largest.value(), axes.get(0).unit().ofDifference(), largest.uncertainty(), all)
                .withSignals(axes.stream().map(Trace::signal).toList());
    }
}
