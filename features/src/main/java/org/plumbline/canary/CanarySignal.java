package org.plumbline.canary;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.plumbline.text.Text;
import org.plumbline.verdict.Verdict;

/** How the canary device behaves from a command on, and what every sound judge then says. */
public enum CanarySignal {
    /** Conforms, by more than its uncertainty where the rule asks for that. */
    GOOD(Verdict.PASS, new Text("合格信号", "good signal")),
    /** Does not conform, by more than its uncertainty where the rule asks for that. */
    BAD(Verdict.FAIL, new Text("不合格信号", "bad signal")),
    /** Would conform, but falls silent where it matters. */
    HOLE(new Text("有中断的信号", "signal with a hole"), new Text("在该时段内中断 ", "has a gap of ")),
    /** The same, but later: after what is measured was seen. */
    LATER_HOLE(new Text("有较晚中断的信号", "signal with a later hole"), new Text("在该时段内中断 ", "has a gap of ")),
    /** Falls silent while a reaction is waited for: when it came is not known better than that. */
    BLURRED(new Text("在中断中反应的信号", "signal that reacts in a hole"), new Text("：无法判定", ": inconclusive")),
    /** Within its uncertainty of the limit. */
    DOUBTFUL(new Text("存疑信号", "doubtful signal"), new Text("：无法判定", ": inconclusive")),
    /** The same under a rule that has a word for it. */
    CONDITIONAL(new Text("有条件合格的信号", "conditional signal"), new Text("：有条件合格", ": conditional pass")),
    /** Comes to where it is within its uncertainty of the level that it has to pass, and stays there. */
    HOVERING(new Text("停在界限附近的信号", "signal that hovers at the level"), new Text("扩展不确定度 U", "expanded uncertainty U")),
    /** Too seldom for what is claimed of it. */
    FEW(new Text("次数不足的信号", "signal that came too seldom"), new Text("试验次数不足", "too few trials")),
    /** Nothing was measured. */
    UNMEASURED(new Text("未测量的信号", "signal that was not measured"), new Text("未取得测量结果", "no measurement was taken")),
    /** Nothing is declared of its values, though the sampling is known. */
    UNDECLARED(
            new Text("未声明不确定度的信号", "signal of undeclared uncertainty"),
            new Text("未声明不确定度", "no uncertainty is declared")),
    /** From an instrument out of calibration. */
    LAPSED(new Text("校准到期的测量仪器", "instrument out of calibration"), new Text("的校准已于", "the calibration of instrument")),
    /** From an instrument that reads the end of its range once. */
    OFF_SCALE(
            new Text("超量程的测量仪器", "instrument off its scale"),
            new Text("到达或超出其测量范围", "at or beyond its measuring range")),
    /** From an instrument of which a frame is faulty. */
    FAULTY(
            new Text("帧错误过多的测量仪器", "instrument with faulty frames"),
            new Text("帧错误（允许 1 %）", "are faulty (allowed: 1 %)")),
    /** From an instrument of which every second frame is lost. */
    SPARSE(
            new Text("丢失样本的测量仪器", "instrument that loses samples"),
            new Text("个样本，按声明的采样间隔", "samples in the stretch where its declared interval")),
    /** Something was thrown away before it was read. */
    OVERRUN(new Text("数据溢出的通道", "channel that overran"), new Text("有数据丢失", "lost data in the stretch")),
    /** The channel broke, and came back at once. */
    RECONNECTED(new Text("中断后恢复的通道", "channel that broke and came back"), new Text("在该时段内中断过", "broke in the stretch")),
    /** The computer's wall clock was set back. */
    STEPPED(new Text("时钟被调整的计算机", "computer whose clock was set"), new Text("与 UTC 比较的时间", "times against UTC")),
    /** The computer's wall clock went far forward. */
    SLEPT(new Text("休眠过的计算机", "computer that slept"), new Text("计算机可能曾经休眠", "as after a sleep"));

    private final Verdict expected;
    private final Text word;
    private final @Nullable Text because;

    CanarySignal(Verdict expected, Text word) {
        this.expected = expected;
        this.word = word;
        this.because = null;
    }

    CanarySignal(Text word, Text because) {
        this.expected = Verdict.INCONCLUSIVE;
        this.word = word;
        this.because = because;
    }

    /** What a sound judge says. */
    public Verdict expected() {
        return expected;
    }

    /** What the reason for an inconclusive verdict has in it; null for all others. */
    public @Nullable Text because() {
        return because;
    }

    /** For people. */
    public Text word() {
        return word;
    }

    /** The command that begins it. */
    public String command() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The one that a command begins; empty for any other command. */
    public static Optional<CanarySignal> of(String command) {
        return Arrays.stream(values())
                .filter(signal -> signal.command().equals(command))
                .findFirst();
    }
}
