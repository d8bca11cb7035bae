package org.plumbline.suite;

import static org.plumbline.suite.StepRole.CHANNEL;
import static org.plumbline.suite.StepRole.COMMAND;
import static org.plumbline.suite.StepRole.DURATION;
import static org.plumbline.suite.StepRole.LEVEL;
import static org.plumbline.suite.StepRole.LIMIT;
import static org.plumbline.suite.StepRole.PARAMETER;
import static org.plumbline.suite.StepRole.PERCENT;
import static org.plumbline.suite.StepRole.REPEATED;
import static org.plumbline.suite.StepRole.SETTING;
import static org.plumbline.suite.StepRole.SIGNAL;
import static org.plumbline.suite.StepRole.WORD;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.plumbline.suite.StepMeaning.Gives;
import org.plumbline.text.Text;

/** The meaning of every step of the vocabulary, by its English expression. The examples are from the suites. */
final class StepMeanings {

    private static final Map<String, StepMeaning> BY_EXPRESSION = Stream.of(drive(), measure(), judge())
            .flatMap(List::stream)
            .collect(Collectors.toMap(Row::expression, Row::meaning));

    private record Row(String expression, StepMeaning meaning) {}

    private StepMeanings() {}

    /** Empty where the table has no such step. */
    static Optional<StepMeaning> of(String english) {
        return Optional.ofNullable(BY_EXPRESSION.get(english));
    }

    private static List<Row> drive() {
        return List.of(
                row(
                        "signal {string} arrives, waiting at most {quantity}",
                        new Text("信号 'depth' 有数据，最长等待 5 s", "signal 'depth' arrives, waiting at most 5 s"),
                        SIGNAL,
                        DURATION),
                row("command {string} is sent", new Text("发送命令 'arm'", "command 'arm' is sent"), COMMAND),
                row(
                        "command {string} is sent with {string} = {string}",
                        new Text(
                                "发送命令 'hold-depth'，其中 'depth' 为 '4.0'",
                                "command 'hold-depth' is sent with 'depth' = '4.0'"),
                        COMMAND,
                        PARAMETER,
                        SETTING),
                row(
                        "every {quantity} command {string} is sent",
                        new Text("每隔 0.5 s 发送命令 'heartbeat'", "every 0.5 s command 'heartbeat' is sent"),
                        DURATION,
                        REPEATED),
                row(
                        "command {string} is no longer sent",
                        new Text("停止发送命令 'heartbeat'", "command 'heartbeat' is no longer sent"),
                        REPEATED),
                row(
                        "signal {string} becomes {string}, waiting at most {quantity}",
                        new Text(
                                "信号 'mode' 变为 'depth-hold'，最长等待 3 s",
                                "signal 'mode' becomes 'depth-hold', waiting at most 3 s"),
                        SIGNAL,
                        WORD,
                        DURATION),
                row(
                        "signal {string} stays at {quantity} ± {quantity} for {quantity}, waiting at most {quantity}",
                        new Text(
                                "信号 'depth' 保持在 4.0 m ± 0.1 m 内 2 s，最长等待 15 s",
                                "signal 'depth' stays at 4.0 m ± 0.1 m for 2 s, waiting at most 15 s"),
                        SIGNAL,
                        LEVEL,
                        LEVEL,
                        DURATION,
                        DURATION),
                row("observed for {quantity}", new Text("观察 8 s", "observed for 8 s"), DURATION),
                row(
                        "{int} cycles are run, waiting at most {quantity} at each step",
                        new Text("循环 30 次，每步最长等待 5 s", "30 cycles are run, waiting at most 5 s at each step"),
                        WORD,
                        DURATION));
    }

    private static List<Row> judge() {
        return List.of(row(
                "{string} shall/should be within its limit",
                new Text("'depth-hold-p95' 应符合限值", "'depth-hold-p95' shall be within its limit"),
                LIMIT));
    }

    private static List<Row> measure() {
        return List.of(
                measured(
                        "{string} is measured: time from command {string} until signal {string} is {string}, waiting at most {quantity}",
                        Gives.TIME,
                        new Text(
                                "测量 'leak-alarm-time'：从命令 'wet-leak-sensor' 到信号 'leak-alarm' 变为 'true' 的时间，最长等待 6 s",
                                "'leak-alarm-time' is measured: time from command 'wet-leak-sensor' until signal 'leak-alarm' is 'true', waiting at most 6 s"),
                        LIMIT,
                        COMMAND,
                        SIGNAL,
                        WORD,
                        DURATION),
                measured(
                        "{string} is measured: time from command {string} until signal {string} is {comparison} {quantity}, waiting at most {quantity}",
                        Gives.TIME,
                        new Text(
                                "测量 'stop-time'：从命令 'stop' 到信号 'true-speed' 低于 10 mm/s 的时间，最长等待 3 s",
                                "'stop-time' is measured: time from command 'stop' until signal 'true-speed' is below 10 mm/s, waiting at most 3 s"),
                        LIMIT,
                        COMMAND,
                        SIGNAL,
                        WORD,
                        LEVEL,
                        DURATION),
                measured(
                        "{string} is measured: deviation of signal {string} from {quantity}, percentile {int}",
                        Gives.DIFFERENCE,
                        new Text(
                                "测量 'depth-hold-p95'：信号 'true-depth' 偏离 4.0 m 的第 95 百分位",
                                "'depth-hold-p95' is measured: deviation of signal 'true-depth' from 4.0 m, percentile 95"),
                        LIMIT,
                        SIGNAL,
                        LEVEL,
                        PERCENT),
                measured(
                        "{string} is measured: largest difference between signals {string} and {string}",
                        Gives.DIFFERENCE,
                        new Text(
                                "测量 'depth-error'：信号 'depth' 与 'true-depth' 的最大偏差",
                                "'depth-error' is measured: largest difference between signals 'depth' and 'true-depth'"),
                        LIMIT,
                        SIGNAL,
                        SIGNAL),
                measured(
                        "{string} is measured: largest gap between samples of signal {string}",
                        Gives.TIME,
                        new Text(
                                "测量 'depth-interval'：信号 'depth' 的最大间隔",
                                "'depth-interval' is measured: largest gap between samples of signal 'depth'"),
                        LIMIT,
                        SIGNAL),
                measured(
                        "{string} is measured: on channel {string}, number of {frame-error} errors",
                        Gives.COUNT,
                        new Text(
                                "测量 'checksum-errors'：通道 'nav' 上校验错误的次数",
                                "'checksum-errors' is measured: on channel 'nav', number of checksum errors"),
                        LIMIT,
                        CHANNEL,
                        WORD),
                measured(
                        "{string} is measured: of signal {string}, the {extreme}",
                        Gives.VALUE,
                        new Text(
                                "测量 'speed-after-reset'：信号 'true-speed' 的最大值",
                                "'speed-after-reset' is measured: of signal 'true-speed', the maximum"),
                        LIMIT,
                        SIGNAL,
                        WORD),
                measured(
                        "{string} is measured: overshoot of signal {string}",
                        Gives.DIFFERENCE,
                        new Text(
                                "测量 'position-overshoot'：信号 'true-x' 的超调量",
                                "'position-overshoot' is measured: overshoot of signal 'true-x'"),
                        LIMIT,
                        SIGNAL),
                measured(
                        "{string} is measured: longest time that signal {string} does not change",
                        Gives.TIME,
                        new Text(
                                "测量 'frozen-depth-time'：信号 'depth' 持续不变的最长时间",
                                "'frozen-depth-time' is measured: longest time that signal 'depth' does not change"),
                        LIMIT,
                        SIGNAL),
                measured(
                        "{string} is measured: number of samples of signal {string} {irregularity}",
                        Gives.COUNT,
                        new Text(
                                "测量 'sequence-violations'：信号 'sequence' 未逐一加 1 的次数",
                                "'sequence-violations' is measured: number of samples of signal 'sequence' not counting up by 1"),
                        LIMIT,
                        SIGNAL,
                        WORD),
                measured(
                        "{string} is measured: number of samples in which signal {string} is {string}",
                        Gives.COUNT,
                        new Text(
                                "测量 'armed-during-leak'：信号 'armed' 为 'true' 的样本数",
                                "'armed-during-leak' is measured: number of samples in which signal 'armed' is 'true'"),
                        LIMIT,
                        SIGNAL,
                        WORD),
                measured(
                        "{string} is measured: from command {string} on, the change of signal {string}",
                        Gives.DIFFERENCE,
                        new Text(
                                "测量 'braking-distance'：从命令 'e-stop' 起信号 'true-x' 的变化量",
                                "'braking-distance' is measured: from command 'e-stop' on, the change of signal 'true-x'"),
                        LIMIT,
                        COMMAND,
                        SIGNAL),
                measured(
                        "{string} is measured: pose repeatability of signals {string}, {string} and {string} at {string}",
                        Gives.DIFFERENCE,
                        new Text(
                                "测量 'pose-repeatability-rp'：信号 'true-x'、'true-y'、'true-z' 在 'p1' 处的位姿重复性",
                                "'pose-repeatability-rp' is measured: pose repeatability of signals 'true-x', 'true-y' and 'true-z' at 'p1'"),
                        LIMIT,
                        SIGNAL,
                        SIGNAL,
                        SIGNAL,
                        WORD),
                measured(
                        "{string} is measured: pose accuracy of signals {string}, {string} and {string} at {string} for {quantity}, {quantity}, {quantity}",
                        Gives.DIFFERENCE,
                        new Text(
                                "测量 'pose-accuracy-ap'：信号 'true-x'、'true-y'、'true-z' 在 'p1' 处相对 400.0 mm、0.0 mm、600.0 mm 的位姿准确度",
                                "'pose-accuracy-ap' is measured: pose accuracy of signals 'true-x', 'true-y' and 'true-z' at 'p1' for 400.0 mm, 0.0 mm, 600.0 mm"),
                        LIMIT,
                        SIGNAL,
                        SIGNAL,
                        SIGNAL,
                        WORD,
                        LEVEL,
                        LEVEL,
                        LEVEL),
                measured(
                        "{string} is measured: at each arrival at {string}, largest deviation of signal {string} from its mean",
                        Gives.DIFFERENCE,
                        new Text(
                                "测量 'repeat-position-x'：各次到达 'n1' 时信号 'true-x' 的最大重复偏差",
                                "'repeat-position-x' is measured: at each arrival at 'n1', largest deviation of signal 'true-x' from its mean"),
                        LIMIT,
                        WORD,
                        SIGNAL));
    }

    private static Row row(String expression, Text example, StepRole... roles) {
        return measured(expression, Gives.NOTHING, example, roles);
    }

    /** Quotes are written as apostrophes here. */
    private static Row measured(String expression, Gives gives, Text example, StepRole... roles) {
        Function<String, String> quoted = text -> text.replace('\'', '"');
        return new Row(
                expression,
                new StepMeaning(
                        List.of(roles), gives, new Text(quoted.apply(example.zh()), quoted.apply(example.en()))));
    }
}
