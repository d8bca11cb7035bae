package org.plumbline.steps;

import io.cucumber.java.en.When;
import io.cucumber.java.zh_cn.当;
import java.util.List;
import java.util.stream.Stream;
import org.plumbline.measure.AttainedAngle;
import org.plumbline.measure.DistanceBetween;
import org.plumbline.measure.PoseVariation;
import org.plumbline.measure.Repeatability;
import org.plumbline.measure.Trace;
import org.plumbline.quantity.Quantity;

/** Steps that measure how truly and how alike places are reached, from the arrivals of a cycle. Called by Cucumber. */
public final class PoseSteps {

    private final Measuring measuring;

    /** Steps for the holder's trial. */
    public PoseSteps(TrialHolder holder) {
        this.measuring = new Measuring(holder);
    }

    @当("测量 {string}：信号 {string}、{string}、{string} 在 {string} 处的位姿重复性")
    @When("{string} is measured: pose repeatability of signals {string}, {string} and {string} at {string}")
    public void repeatability(String limit, String x, String y, String z, String place) {
        measuring.keepStays(limit, () -> Repeatability.pose(measuring.attained(place, List.of(x, y, z))));
    }

    @当("测量 {string}：信号 {string}、{string}、{string} 在 {string} 处相对 {quantity}、{quantity}、{quantity} 的位姿准确度")
    @When(
            "{string} is measured: pose accuracy of signals {string}, {string} and {string} at {string} for {quantity}, {quantity}, {quantity}")
    public void accuracy(
            String limit, String x, String y, String z, String place, Quantity cx, Quantity cy, Quantity cz) {
        measuring.keepStays(limit, () -> {
            List<Trace> axes = measuring.attained(place, List.of(x, y, z));
            return Repeatability.accuracy(axes, commanded(axes, cx, cy, cz), measuring.coverage(limit));
        });
    }

    @当("测量 {string}：移动平台的信号 {string}、{string} 在 {string} 处的位置重复性")
    @When("{string} is measured: position repeatability of a mobile base, signals {string} and {string}, at {string}")
    public void groundRepeatability(String limit, String x, String y, String place) {
        measuring.keepStays(limit, () -> Repeatability.pose(measuring.attained(place, List.of(x, y))));
    }

    @当("测量 {string}：移动平台的信号 {string}、{string} 在 {string} 处相对 {quantity}、{quantity} 的位置准确度")
    @When(
            "{string} is measured: position accuracy of a mobile base, signals {string} and {string}, at {string} for {quantity}, {quantity}")
    public void groundAccuracy(String limit, String x, String y, String place, Quantity cx, Quantity cy) {
        measuring.keepStays(limit, () -> {
            List<Trace> axes = measuring.attained(place, List.of(x, y));
            return Repeatability.accuracy(axes, commanded(axes, cx, cy), measuring.coverage(limit));
        });
    }

    @当("测量 {string}：角度信号 {string} 在 {string} 处的姿态重复性")
    @When("{string} is measured: orientation repeatability of angle {string} at {string}")
    public void angleRepeatability(String limit, String angle, String place) {
        measuring.keepStays(limit, () -> AttainedAngle.repeatability(attained(place, angle)));
    }

    @当("测量 {string}：角度信号 {string} 在 {string} 处相对 {quantity} 的姿态准确度")
    @When("{string} is measured: orientation accuracy of angle {string} at {string} for {quantity}")
    public void angleAccuracy(String limit, String angle, String place, Quantity commanded) {
        measuring.keepStays(limit, () -> {
            Trace trace = attained(place, angle);
            return AttainedAngle.accuracy(trace, commanded.in(trace.unit()));
        });
    }

    @当("测量 {string}：信号 {string}、{string}、{string} 从 {string} 到 {string} 的距离重复性")
    @When(
            "{string} is measured: distance repeatability of signals {string}, {string} and {string} from {string} to {string}")
    public void distanceRepeatability(String limit, String x, String y, String z, String from, String to) {
        List<String> axes = List.of(x, y, z);
        measuring.keepStays(
                limit,
                () -> DistanceBetween.repeatability(measuring.attained(from, axes), measuring.attained(to, axes)));
    }

    @当("测量 {string}：信号 {string}、{string}、{string} 从 {string} 到 {string} 相对 {quantity} 的距离准确度")
    @When(
            "{string} is measured: distance accuracy of signals {string}, {string} and {string} from {string} to {string} for {quantity}")
    public void distanceAccuracy(
            String limit, String x, String y, String z, String from, String to, Quantity commanded) {
        List<String> axes = List.of(x, y, z);
        measuring.keepStays(limit, () -> {
            List<Trace> first = measuring.attained(from, axes);
            return DistanceBetween.accuracy(
                    first,
                    measuring.attained(to, axes),
                    commanded.in(first.get(0).unit()));
        });
    }

    @当("测量 {string}：信号 {string}、{string}、{string} 从不同位置到达 {string} 的多方向位姿准确度变动")
    @When(
            "{string} is measured: multi-directional pose accuracy variation of signals {string}, {string} and {string} at {string}")
    public void directions(String limit, String x, String y, String z, String place) {
        measuring.keepStays(
                limit, () -> PoseVariation.ofDirections(Arrivals.byOrigin(measuring.trial(), place, List.of(x, y, z))));
    }

    @当("测量 {string}：信号 {string}、{string}、{string} 在 {string} 处分 {int} 组的位姿重复性漂移")
    @When(
            "{string} is measured: drift of the pose repeatability of signals {string}, {string} and {string} at {string} in {int} blocks")
    public void repeatabilityDrift(String limit, String x, String y, String z, String place, int blocks) {
        measuring.keepStays(
                limit, () -> PoseVariation.driftOfRepeatability(measuring.attained(place, List.of(x, y, z)), blocks));
    }

    @当("测量 {string}：信号 {string}、{string}、{string} 在 {string} 处分 {int} 组相对 {quantity}、{quantity}、{quantity} 的位姿准确度漂移")
    @When(
            "{string} is measured: drift of the pose accuracy of signals {string}, {string} and {string} at {string} in {int} blocks for {quantity}, {quantity}, {quantity}")
    public void accuracyDrift(
            String limit,
            String x,
            String y,
            String z,
            String place,
            int blocks,
            Quantity cx,
            Quantity cy,
            Quantity cz) {
        measuring.keepStays(limit, () -> {
            List<Trace> axes = measuring.attained(place, List.of(x, y, z));
            return PoseVariation.driftOfAccuracy(axes, commanded(axes, cx, cy, cz), blocks);
        });
    }

    @当("测量 {string}：各次到达 {string} 时信号 {string} 的最大重复偏差")
    @When("{string} is measured: at each arrival at {string}, largest deviation of signal {string} from its mean")
    public void deviationOfArrivals(String limit, String place, String signal) {
        measuring.keepStays(limit, () -> Repeatability.largestDeviation(attained(place, signal)));
    }

    private Trace attained(String place, String signal) {
        return measuring.attained(place, List.of(signal)).get(0);
    }

    private static double[] commanded(List<Trace> axes, Quantity... coordinates) {
        return Stream.of(coordinates)
                .mapToDouble(coordinate -> coordinate.in(axes.get(0).unit()))
                .toArray();
    }
}
