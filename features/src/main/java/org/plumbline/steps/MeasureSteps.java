package org.plumbline.steps;

import io.cucumber.java.en.When;
import io.cucumber.java.zh_cn.当;
import java.util.List;
import java.util.function.Predicate;
import org.plumbline.bench.SignalSpec;
import org.plumbline.channel.FrameError;
import org.plumbline.measure.Count;
import org.plumbline.measure.Difference;
import org.plumbline.measure.Extreme;
import org.plumbline.measure.Measurement;
import org.plumbline.measure.Percentile;
import org.plumbline.measure.SettlingTime;
import org.plumbline.measure.SuccessRate;
import org.plumbline.measure.Trace;
import org.plumbline.quantity.Quantity;
import org.plumbline.run.NotReachedException;
import org.plumbline.run.Traces;
import org.plumbline.run.Unheard;
import org.plumbline.run.Window;
import org.plumbline.steps.ParameterTypes.Comparison;
import org.plumbline.steps.ParameterTypes.Irregularity;
import org.plumbline.text.Text;
import org.plumbline.timeline.Observation.Sample;
import org.plumbline.timeline.Samples;

/** Steps that take a measurement for a limit. Called by Cucumber. */
public final class MeasureSteps {

    private final Measuring measuring;

    /** Steps for the holder's trial. */
    public MeasureSteps(TrialHolder holder) {
        this.measuring = new Measuring(holder);
    }

    @当("测量 {string}：从命令 {string} 到信号 {string} 变为 {string} 的时间，最长等待 {quantity}")
    @When(
            "{string} is measured: time from command {string} until signal {string} is {string}, waiting at most {quantity}")
    @Effect(Effect.Kind.WAITS)
    public void reaction(String limit, String command, String signal, String value, Quantity within) {
        measuring.keepTiming(
                limit, () -> measuring.reaction(command, signal, Showing.value(value, meaning(signal, value)), within));
    }

    @当("测量 {string}：从命令 {string} 到信号 {string} {comparison} {quantity} 的时间，最长等待 {quantity}")
    @When(
            "{string} is measured: time from command {string} until signal {string} is {comparison} {quantity}, waiting at most {quantity}")
    @Effect(Effect.Kind.WAITS)
    public void reaction(
            String limit, String command, String signal, Comparison comparison, Quantity threshold, Quantity within) {
        measuring.keepTiming(limit, () -> measuring.crossing(command, signal, comparison, threshold, within));
    }

    @当("测量 {string}：从命令 {string} 到信号 {string} 出现 {string} 的时间，最长等待 {quantity}")
    @When(
            "{string} is measured: time from command {string} to the event of signal {string} that is {string}, waiting at most {quantity}")
    @Effect(Effect.Kind.WAITS)
    public void event(String limit, String command, String signal, String value, Quantity within) {
        measuring.keepTiming(limit, () -> measuring.event(command, signal, value, within));
    }

    @当("测量 {string}：信号 {string} 偏离 {quantity} 的第 {int} 百分位")
    @When("{string} is measured: deviation of signal {string} from {quantity}, percentile {int}")
    public void percentile(String limit, String signal, Quantity setPoint, int percent) {
        measuring.keep(limit, () -> Percentile.ofDeviation(measuring.trace(signal), setPoint, percent));
    }

    @当("测量 {string}：信号 {string} 与 {string} 的最大偏差")
    @When("{string} is measured: largest difference between signals {string} and {string}")
    public void difference(String limit, String signal, String reference) {
        measuring.keep(
                limit,
                () -> Difference.largest(
                        measuring.trace(signal),
                        measuring.trace(reference),
                        measuring.session().timingWithin(signal, reference)));
    }

    @当("测量 {string}：信号 {string} 的最大间隔")
    @When("{string} is measured: largest gap between samples of signal {string}")
    public void gap(String limit, String signal) {
        Window window = measuring.window();
        measuring.keepAbsence(limit, to -> measuring
                .session()
                .timing(signal)
                .largestGap(signal, Traces.times(measuring.samples(signal, to)), window.from(), to));
    }

    @当("测量 {string}：通道 {string} 上{frame-error}错误的次数")
    @When("{string} is measured: on channel {string}, number of {frame-error} errors")
    public void frameErrors(String limit, String channel, FrameError kind) {
        Names.channel(measuring.session().bench(), channel);
        Window window = measuring.window();
        List<String> signals = measuring.session().bench().signals().stream()
                .filter(signal -> signal.channel().equals(channel))
                .map(signal -> signal.name())
                .toList();
        Text quantity = new Text("通道 %s 上%s错误的次数", "%2$s errors on channel %1$s").with(channel, kind.words());
        measuring.keepFaults(limit, to -> {
            long looked = signals.stream()
                            .mapToLong(signal -> measuring.samples(signal).size())
                            .sum()
                    + faults(channel, kind, window.to());
            return counted(quantity, faults(channel, kind, to), looked, signals);
        });
    }

    private long faults(String channel, FrameError kind, long to) {
        return measuring.session().timeline().faults(channel, measuring.window().from(), to).stream()
                .filter(fault -> fault.kind() == kind)
                .count();
    }

    @当("测量 {string}：信号 {string} 的{extreme}")
    @When("{string} is measured: of signal {string}, the {extreme}")
    public void extreme(String limit, String signal, boolean maximum) {
        measuring.keep(
                limit,
                () -> maximum ? Extreme.maximum(measuring.trace(signal)) : Extreme.minimum(measuring.trace(signal)));
    }

    @当("测量 {string}：信号 {string} 各次事件的{extreme}")
    @When("{string} is measured: of the events of signal {string}, the {extreme}")
    public void extremeOfEvents(String limit, String signal, boolean maximum) {
        measuring.keepEvents(limit, signal, maximum ? Extreme::maximum : Extreme::minimum);
    }

    @当("测量 {string}：信号 {string} 各次事件中为 {string} 的比例的下限，置信水平 {int} %")
    @When(
            "{string} is measured: of the events of signal {string}, the least share that is {string} with {int} % confidence")
    public void successRate(String limit, String signal, String success, int confidence) {
        Window window = measuring.window();
        measuring.keepAllEvents(limit, () -> {
            Samples events = measuring.samples(signal);
            int successes =
                    (int) events.stream().filter(meaning(signal, success)).count();
            return measuring.against(
                    limit,
                    new SuccessRate(signal, success, successes, events.size(), confidence, window.from(), window.to()));
        });
    }

    @当("测量 {string}：从命令 {string} 到信号 {string} 稳定在 {quantity} ± {quantity} 内的时间，须保持 {quantity}")
    @When(
            "{string} is measured: settling time from command {string} until signal {string} stays at {quantity} ± {quantity} for {quantity}")
    public void settlingTime(
            String limit, String command, String signal, Quantity level, Quantity band, Quantity hold) {
        Names.signal(measuring.session().bench(), signal);
        long sent = measuring.sent(command);
        Window since = new Window(sent, measuring.session().now(), false);
        measuring.session().timeline().look(since.to());
        Text quantity =
                new Text("从命令 %s 到信号 %s 稳定的时间", "settling time of signal %2$s from command %1$s").with(command, signal);
        measuring.keepWithin(
                limit,
                () -> {
                    Trace trace = new Traces(measuring.session()).of(signal, since.from(), since.to());
                    Measurement settled = SettlingTime.of(
                            quantity,
                            trace,
                            sent,
                            level.in(trace.unit()),
                            band.unit().convertDifference(band.value(), trace.unit()),
                            hold.nanos(),
                            measuring.session().timing(signal));
                    if (settled.atLeast()) {
                        new Unheard(measuring.session()).require(command, sent);
                    }
                    return settled;
                },
                since);
    }

    @当("测量 {string}：信号 {string} 的超调量")
    @When("{string} is measured: overshoot of signal {string}")
    public void overshoot(String limit, String signal) {
        measuring.keep(limit, () -> Extreme.overshoot(measuring.trace(signal)));
    }

    @当("测量 {string}：信号 {string} 持续不变的最长时间")
    @When("{string} is measured: longest time that signal {string} does not change")
    public void frozen(String limit, String signal) {
        Window window = measuring.window();
        measuring.keepAbsence(
                limit,
                to -> measuring.session().timing(signal).longestFrozen(measuring.trace(signal, to), window.from(), to));
    }

    @当("测量 {string}：信号 {string} {irregularity} 的次数")
    @When("{string} is measured: number of samples of signal {string} {irregularity}")
    public void irregular(String limit, String signal, Irregularity irregularity) {
        measuring.keep(limit, () -> {
            Trace trace = measuring.trace(signal);
            long count =
                    irregularity == Irregularity.NOT_INCREASING ? Count.notIncreasing(trace) : Count.notByOne(trace);
            return counted(
                    new Text("%s 次序错误的次数", "irregular samples of %s").with(signal),
                    count,
                    trace.size(),
                    List.of(signal));
        });
    }

    @当("测量 {string}：信号 {string} 为 {string} 的样本数")
    @When("{string} is measured: number of samples in which signal {string} is {string}")
    public void occurrences(String limit, String signal, String value) {
        Text quantity = new Text("%s 为“%s”的样本数", "samples in which %s is \"%s\"").with(signal, value);
        measuring.keep(limit, () -> {
            Samples samples = measuring.samples(signal);
            long count = samples.stream().filter(meaning(signal, value)).count();
            return counted(quantity, count, samples.size(), List.of(signal));
        });
    }

    @当("测量 {string}：从命令 {string} 起信号 {string} 的变化量")
    @When("{string} is measured: from command {string} on, the change of signal {string}")
    public void change(String limit, String command, String signal) {
        Names.signal(measuring.session().bench(), signal);
        measuring.keep(limit, () -> {
            long sent = measuring.sent(command);
            new Unheard(measuring.session()).require(command, sent);
            return Extreme.change(new Traces(measuring.session())
                    .of(signal, sent, measuring.session().now()));
        });
    }

    private Predicate<Sample> meaning(String signal, String value) {
        SignalSpec spec = Names.signal(measuring.session().bench(), signal);
        return sample -> sample.value().is(value, spec.unit());
    }

    private Measurement counted(Text quantity, long count, long looked, List<String> signals) {
        Window window = measuring.window();
        if (looked == 0) {
            throw new NotReachedException(
                    new Text(quantity.zh() + "：该时段内没有数据", quantity.en() + ": nothing arrived in the stretch"));
        }
        return Count.of(quantity, count, window.from(), window.to(), looked, signals);
    }
}
