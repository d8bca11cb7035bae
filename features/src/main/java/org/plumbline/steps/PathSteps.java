package org.plumbline.steps;

import io.cucumber.datatable.DataTable;
import io.cucumber.java.en.When;
import io.cucumber.java.zh_cn.当;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.plumbline.bench.Bench;
import org.plumbline.bench.SignalSpec;
import org.plumbline.error.InputException;
import org.plumbline.error.Problem;
import org.plumbline.measure.ComingToRest;
import org.plumbline.measure.ComingToRest.Movement;
import org.plumbline.measure.FollowedPath;
import org.plumbline.measure.Measurement;
import org.plumbline.measure.Timing;
import org.plumbline.measure.Trace;
import org.plumbline.measure.VelocityAlongPath;
import org.plumbline.pose.Corner;
import org.plumbline.pose.Position;
import org.plumbline.quantity.Quantity;
import org.plumbline.quantity.Unit;
import org.plumbline.text.Text;

/** Steps that measure how the device moves to a place, from the movements of a cycle. Called by Cucumber. */
public final class PathSteps {

    private static final int CORNER = 3;

    private final Measuring measuring;

    /** Steps for the holder's trial. */
    public PathSteps(TrialHolder holder) {
        this.measuring = new Measuring(holder);
    }

    @当("测量 {string}：信号 {string}、{string}、{string} 到达 {string} 的轨迹准确度，取 {int} 个平面")
    @When(
            "{string} is measured: path accuracy of signals {string}, {string} and {string} on the way to {string} in {int} planes")
    @Below(Below.Kind.POINTS)
    public void accuracy(String limit, String x, String y, String z, String place, int planes, DataTable points) {
        measuring.keep(limit, () -> {
            List<List<Trace>> ways = positions(place, List.of(x, y, z));
            return FollowedPath.accuracy(ways, commanded(ways, points), planes);
        });
    }

    @当("测量 {string}：信号 {string}、{string}、{string} 到达 {string} 的轨迹重复性，取 {int} 个平面")
    @When(
            "{string} is measured: path repeatability of signals {string}, {string} and {string} on the way to {string} in {int} planes")
    @Below(Below.Kind.POINTS)
    public void repeatability(String limit, String x, String y, String z, String place, int planes, DataTable points) {
        measuring.keep(limit, () -> {
            List<List<Trace>> ways = positions(place, List.of(x, y, z));
            return FollowedPath.repeatability(ways, commanded(ways, points), planes);
        });
    }

    @当("测量 {string}：信号 {string}、{string}、{string} 到达 {string} 途中的拐角超调")
    @When("{string} is measured: corner overshoot of signals {string}, {string} and {string} on the way to {string}")
    @Below(Below.Kind.POINTS)
    public void cornerOvershoot(String limit, String x, String y, String z, String place, DataTable points) {
        corner(limit, List.of(x, y, z), place, points, FollowedPath::overshoot);
    }

    @当("测量 {string}：信号 {string}、{string}、{string} 到达 {string} 途中的圆角误差")
    @When("{string} is measured: corner rounding of signals {string}, {string} and {string} on the way to {string}")
    @Below(Below.Kind.POINTS)
    public void cornerRounding(String limit, String x, String y, String z, String place, DataTable points) {
        corner(limit, List.of(x, y, z), place, points, FollowedPath::rounding);
    }

    @当("测量 {string}：信号 {string}、{string}、{string} 到达 {string} 时在 {quantity} 内的位置稳定时间")
    @When(
            "{string} is measured: position stabilisation time of signals {string}, {string} and {string} at {string} within {quantity}")
    public void stabilisation(String limit, String x, String y, String z, String place, Quantity band) {
        measuring.keep(limit, () -> comingToRest(place, List.of(x, y, z), band).time());
    }

    @当("测量 {string}：信号 {string}、{string}、{string} 到达 {string} 时超出 {quantity} 的位置超调量")
    @When(
            "{string} is measured: position overshoot of signals {string}, {string} and {string} at {string} beyond {quantity}")
    public void overshoot(String limit, String x, String y, String z, String place, Quantity band) {
        measuring.keep(limit, () -> comingToRest(place, List.of(x, y, z), band).overshoot());
    }

    @当("测量 {string}：信号 {string} 相对 {quantity} 的轨迹速度准确度，取到达 {string} 途中 {string} 在 {quantity} 与 {quantity} 之间的路段")
    @When(
            "{string} is measured: path velocity accuracy of signal {string} for {quantity} on the way to {string} while {string} is between {quantity} and {quantity}")
    public void velocityAccuracy(
            String limit,
            String signal,
            Quantity commanded,
            String place,
            String coordinate,
            Quantity from,
            Quantity to) {
        velocity(limit, signal, commanded, place, coordinate, from, to, VelocityAlongPath::accuracy);
    }

    @当("测量 {string}：信号 {string} 相对 {quantity} 的轨迹速度重复性，取到达 {string} 途中 {string} 在 {quantity} 与 {quantity} 之间的路段")
    @When(
            "{string} is measured: path velocity repeatability of signal {string} for {quantity} on the way to {string} while {string} is between {quantity} and {quantity}")
    public void velocityRepeatability(
            String limit,
            String signal,
            Quantity commanded,
            String place,
            String coordinate,
            Quantity from,
            Quantity to) {
        velocity(limit, signal, commanded, place, coordinate, from, to, VelocityAlongPath::repeatability);
    }

    @当("测量 {string}：信号 {string} 相对 {quantity} 的轨迹速度波动，取到达 {string} 途中 {string} 在 {quantity} 与 {quantity} 之间的路段")
    @When(
            "{string} is measured: path velocity fluctuation of signal {string} for {quantity} on the way to {string} while {string} is between {quantity} and {quantity}")
    public void velocityFluctuation(
            String limit,
            String signal,
            Quantity commanded,
            String place,
            String coordinate,
            Quantity from,
            Quantity to) {
        velocity(limit, signal, commanded, place, coordinate, from, to, VelocityAlongPath::fluctuation);
    }

    /** Of each way to a place the part on which the coordinate is between the two values: its ends are as well known as that. */
    private void velocity(
            String limit,
            String signal,
            Quantity commanded,
            String place,
            String coordinate,
            Quantity from,
            Quantity to,
            Function<VelocityAlongPath, Measurement> figure) {
        List<String> signals = List.of(signal, coordinate);
        measuring.keep(limit, () -> {
            List<List<Trace>> ways = Arrivals.ways(measuring.trial(), place, signals);
            Timing timing = measuring.session().timingWithin(signal, coordinate);
            List<Trace> parts = parts(ways, from, to, VelocityAlongPath::between);
            List<Trace> narrower = parts(
                    ways,
                    from,
                    to,
                    (each, along, one, other) -> VelocityAlongPath.surelyBetween(each, along, one, other, timing));
            List<Trace> wider = parts(
                    ways,
                    from,
                    to,
                    (each, along, one, other) -> VelocityAlongPath.perhapsBetween(each, along, one, other, timing));
            double velocity = commanded.in(parts.get(0).unit());
            if (!(velocity > 0)) {
                throw new InputException(Problem.of(
                        new Text("指令速度 %s 不大于零", "the commanded velocity %s is not above zero").with(commanded),
                        new Text("请写出沿轨迹的指令速度", "write the velocity commanded along the path")));
            }
            return figure.apply(new VelocityAlongPath(parts, narrower, wider, velocity, signals))
                    .ofValues(ways.get(0));
        });
    }

    /** The part of a way on which a coordinate is between two values. */
    private interface Part {
        Trace of(Trace velocity, Trace coordinate, double one, double other);
    }

    private static List<Trace> parts(List<List<Trace>> ways, Quantity from, Quantity to, Part part) {
        Unit unit = ways.get(0).get(1).unit();
        return ways.stream()
                .map(way -> part.of(way.get(0), way.get(1), from.in(unit), to.in(unit)))
                .toList();
    }

    /** The ways along several axes: between coordinates that are stamped apart the device moves, and where it was is not known. */
    private List<List<Trace>> positions(String place, List<String> axes) {
        requireOneChannel(axes);
        return Arrivals.ways(measuring.trial(), place, axes);
    }

    private void requireOneChannel(List<String> axes) {
        Bench bench = measuring.session().bench();
        SignalSpec first = Names.signal(bench, axes.get(0));
        for (String axis : axes) {
            SignalSpec other = Names.signal(bench, axis);
            if (!other.channel().equals(first.channel())) {
                throw new InputException(Problem.of(
                        new Text(
                                        "坐标信号“%s”（通道 %s）与“%s”（通道 %s）不在同一通道上：运动中各坐标的时刻不一致，不能合成一个位置",
                                        "the coordinates \"%s\" (channel %s) and \"%s\" (channel %s) are not of one channel: on"
                                                + " the way they are not known for the same moments, and make no position")
                                .with(first.name(), first.channel(), axis, other.channel()),
                        new Text("请使用同一测量仪器在同一通道上发送的坐标", "take coordinates that one instrument sends on one channel")));
            }
        }
    }

    private ComingToRest comingToRest(String place, List<String> axes, Quantity band) {
        requireOneChannel(axes);
        List<Movement> movements = Arrivals.movements(measuring.trial(), place, axes);
        return new ComingToRest(
                movements,
                band.in(movements.get(0).axes().get(0).unit()),
                measuring.session().timing(axes));
    }

    private void corner(
            String limit,
            List<String> axes,
            String place,
            DataTable table,
            BiFunction<List<List<Trace>>, Corner, Measurement> figure) {
        measuring.keep(limit, () -> {
            List<List<Trace>> ways = positions(place, axes);
            return figure.apply(ways, corner(commanded(ways, table)));
        });
    }

    private static Corner corner(List<Position> points) {
        try {
            if (points.size() == CORNER) {
                return new Corner(points.get(0), points.get(1), points.get(2));
            }
        } catch (IllegalArgumentException e) {
            // three points that make no corner: said below
        }
        throw new InputException(Problem.of(
                new Text("表中的点不构成拐角", "the points of the table do not make a corner"),
                new Text(
                        "请依次写三个点: 第一条线上一点、拐角、第二条线上一点",
                        "write three: one on the first line, the corner, one on the second line")));
    }

    private static List<Position> commanded(List<List<Trace>> ways, DataTable points) {
        return PathPoint.of(points, ways.get(0).get(0).unit());
    }
}
