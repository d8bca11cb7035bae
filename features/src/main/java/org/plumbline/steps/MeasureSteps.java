package org.plumbline.steps;

import io.cucumber.java.en.When;
import io.cucumber.java.zh_cn.当;
import java.util.List;
import java.util.function.Predicate;
import org.plumbline.channel.FrameError;
import org.plumbline.channel.Value;
import org.plumbline.measure.Count;
import org.plumbline.measure.Difference;
import org.plumbline.measure.Extreme;
import org.plumbline.measure.Measurement;
import org.plumbline.measure.Percentile;
import org.plumbline.measure.Repeatability;
import org.plumbline.measure.Trace;
import org.plumbline.quantity.Quantity;
import org.plumbline.quantity.Unit;
import org.plumbline.run.Doubts;
import org.plumbline.run.NotReachedException;
import org.plumbline.run.Session;
import org.plumbline.run.Traces;
import org.plumbline.run.Trial;
import org.plumbline.run.Window;
import org.plumbline.steps.ParameterTypes.Comparison;
import org.plumbline.steps.ParameterTypes.Irregularity;
import org.plumbline.text.Text;
import org.plumbline.timeline.Observation.Sample;
import org.plumbline.timeline.Samples;

/** Steps that take a measurement for a limit. Called by Cucumber. */
public final class MeasureSteps {

    private final TrialHolder holder;

    /** Steps for the holder's trial. */
    public MeasureSteps(TrialHolder holder) {
        this.holder = holder;
    }

    @当("测量 {string}：从命令 {string} 到信号 {string} 变为 {string} 的时间，最长等待 {quantity}")
    @When(
            "{string} is measured: time from command {string} until signal {string} is {string}, waiting at most {quantity}")
    @Effect(Effect.Kind.WAITS)
    public void reaction(String limit, String command, String signal, String value, Quantity within) {
        reaction(limit, command, signal, sample -> sample.value().is(value), "\"" + value + "\"", within);
    }

    @当("测量 {string}：从命令 {string} 到信号 {string} {comparison} {quantity} 的时间，最长等待 {quantity}")
    @When(
            "{string} is measured: time from command {string} until signal {string} is {comparison} {quantity}, waiting at most {quantity}")
    @Effect(Effect.Kind.WAITS)
    public void reaction(
            String limit, String command, String signal, Comparison comparison, Quantity threshold, Quantity within) {
        Unit unit = Names.signal(session().bench(), signal).unit();
        double bound = threshold.in(unit);
        reaction(
                limit,
                command,
                signal,
                sample -> sample.value() instanceof Value.Numeric number && comparison.holds(number.value(), bound),
                (comparison == Comparison.BELOW ? "< " : "> ") + threshold,
                within);
    }

    @当("测量 {string}：信号 {string} 偏离 {quantity} 的第 {int} 百分位")
    @When("{string} is measured: deviation of signal {string} from {quantity}, percentile {int}")
    public void percentile(String limit, String signal, Quantity setPoint, int percent) {
        keep(limit, Percentile.ofDeviation(trace(signal), setPoint, percent));
    }

    @当("测量 {string}：信号 {string} 与 {string} 的最大偏差")
    @When("{string} is measured: largest difference between signals {string} and {string}")
    public void difference(String limit, String signal, String reference) {
        keep(
                limit,
                Difference.largest(trace(signal), trace(reference), session().timing()));
    }

    @当("测量 {string}：信号 {string} 的最大间隔")
    @When("{string} is measured: largest gap between samples of signal {string}")
    public void gap(String limit, String signal) {
        Window window = window();
        keepTiming(
                limit,
                session().timing().largestGap(signal, Traces.times(samples(signal)), window.from(), window.to()));
    }

    @当("测量 {string}：通道 {string} 上{frame-error}错误的次数")
    @When("{string} is measured: on channel {string}, number of {frame-error} errors")
    public void frameErrors(String limit, String channel, FrameError kind) {
        Names.channel(session().bench(), channel);
        Window window = window();
        long count = session().timeline().faults(channel, window.from(), window.to()).stream()
                .filter(fault -> fault.kind() == kind)
                .count();
        List<String> signals = session().bench().signals().stream()
                .filter(signal -> signal.channel().equals(channel))
                .map(signal -> signal.name())
                .toList();
        long looked =
                signals.stream().mapToLong(signal -> samples(signal).size()).sum() + count;
        Text quantity = new Text("通道 %s 上 %s 错误的次数", "%2$s errors on channel %1$s").with(channel, kind.key());
        Trial trial = holder.trial();
        trial.measured(
                limit, new Doubts(session()).weighFaults(counted(quantity, count, looked, signals), trial.window()));
    }

    @当("测量 {string}：信号 {string} 的{extreme}")
    @When("{string} is measured: of signal {string}, the {extreme}")
    public void extreme(String limit, String signal, boolean maximum) {
        keep(limit, maximum ? Extreme.maximum(trace(signal)) : Extreme.minimum(trace(signal)));
    }

    @当("测量 {string}：信号 {string} 的超调量")
    @When("{string} is measured: overshoot of signal {string}")
    public void overshoot(String limit, String signal) {
        keep(limit, Extreme.overshoot(trace(signal)));
    }

    @当("测量 {string}：信号 {string} 持续不变的最长时间")
    @When("{string} is measured: longest time that signal {string} does not change")
    public void frozen(String limit, String signal) {
        Window window = window();
        keepTiming(limit, session().timing().longestFrozen(trace(signal), window.from(), window.to()));
    }

    @当("测量 {string}：信号 {string} {irregularity} 的次数")
    @When("{string} is measured: number of samples of signal {string} {irregularity}")
    public void irregular(String limit, String signal, Irregularity irregularity) {
        Trace trace = trace(signal);
        long count = irregularity == Irregularity.NOT_INCREASING ? Count.notIncreasing(trace) : Count.notByOne(trace);
        keep(
                limit,
                counted(
                        new Text("%s 次序错误的次数", "irregular samples of %s").with(signal),
                        count,
                        trace.size(),
                        List.of(signal)));
    }

    @当("测量 {string}：信号 {string} 为 {string} 的样本数")
    @When("{string} is measured: number of samples in which signal {string} is {string}")
    public void occurrences(String limit, String signal, String value) {
        Samples samples = samples(signal);
        long count = samples.stream().filter(sample -> sample.value().is(value)).count();
        Text quantity = new Text("%s 为“%s”的样本数", "samples in which %s is \"%s\"").with(signal, value);
        keep(limit, counted(quantity, count, samples.size(), List.of(signal)));
    }

    @当("测量 {string}：从命令 {string} 起信号 {string} 的变化量")
    @When("{string} is measured: from command {string} on, the change of signal {string}")
    public void change(String limit, String command, String signal) {
        Names.signal(session().bench(), signal);
        keep(
                limit,
                Extreme.change(new Traces(session())
                        .of(signal, sent(command), session().now())));
    }

    @当("测量 {string}：信号 {string}、{string}、{string} 在 {string} 处的位姿重复性")
    @When("{string} is measured: pose repeatability of signals {string}, {string} and {string} at {string}")
    public void repeatability(String limit, String x, String y, String z, String place) {
        keep(limit, Repeatability.pose(attained(place, List.of(x, y, z))));
    }

    @当("测量 {string}：信号 {string}、{string}、{string} 在 {string} 处相对 {quantity}、{quantity}、{quantity} 的位姿准确度")
    @When(
            "{string} is measured: pose accuracy of signals {string}, {string} and {string} at {string} for {quantity}, {quantity}, {quantity}")
    public void accuracy(
            String limit, String x, String y, String z, String place, Quantity cx, Quantity cy, Quantity cz) {
        List<Trace> axes = attained(place, List.of(x, y, z));
        Unit unit = axes.get(0).unit();
        keep(limit, Repeatability.accuracy(axes, new double[] {cx.in(unit), cy.in(unit), cz.in(unit)}));
    }

    @当("测量 {string}：各次到达 {string} 时信号 {string} 的最大重复偏差")
    @When("{string} is measured: at each arrival at {string}, largest deviation of signal {string} from its mean")
    public void deviationOfArrivals(String limit, String place, String signal) {
        keep(
                limit,
                Repeatability.largestDeviation(attained(place, List.of(signal)).get(0)));
    }

    private void reaction(
            String limit, String command, String signal, Predicate<Sample> shows, String goal, Quantity within) {
        Names.command(session().bench(), command);
        Names.signal(session().bench(), signal);
        keepTiming(
                limit,
                new Reaction(holder.trial(), command, signal, shows, goal).measure(sent(command), within.nanos()));
    }

    private long sent(String command) {
        return session()
                .timeline()
                .lastCommand(command)
                .orElseThrow(() ->
                        new NotReachedException(new Text("命令 %s 尚未发送", "command %s has not been sent").with(command)))
                .time();
    }

    /** One value an arrival: the mean over the second half of each stay. */
    private List<Trace> attained(String place, List<String> signals) {
        return Arrivals.at(holder.trial(), place, signals);
    }

    private Measurement counted(Text quantity, long count, long looked, List<String> signals) {
        Window window = window();
        if (looked == 0) {
            throw new NotReachedException(
                    new Text(quantity.zh() + "：该时段内没有数据", quantity.en() + ": nothing arrived in the stretch"));
        }
        return Count.of(quantity, count, window.from(), window.to(), looked, signals);
    }

    private Trace trace(String signal) {
        Names.signal(session().bench(), signal);
        return new Traces(session()).of(signal, window());
    }

    private Samples samples(String signal) {
        Names.signal(session().bench(), signal);
        Window window = window();
        return session().timeline().samples(signal, window.from(), window.to());
    }

    /** What was observed before the device was brought elsewhere is not what the scenario measures now. */
    private Window window() {
        Window window = holder.trial()
                .window()
                .orElseThrow(() -> new NotReachedException(
                        new Text("场景在测量前没有观察步骤", "the scenario measures before it has observed anything")));
        if (session().lastAct() >= window.to()) {
            throw new NotReachedException(new Text(
                    "观察之后设备状态已被改变，须重新观察再测量",
                    "the device's state was changed after the observation: observe again before measuring"));
        }
        return window;
    }

    private void keep(String limit, Measurement measurement) {
        Trial trial = holder.trial();
        trial.measured(limit, new Doubts(session()).weigh(measurement, trial.window()));
    }

    private void keepTiming(String limit, Measurement measurement) {
        Trial trial = holder.trial();
        trial.measured(limit, new Doubts(session()).weighTiming(measurement, trial.window()));
    }

    private Session session() {
        return holder.trial().session();
    }
}
