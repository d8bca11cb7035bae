package org.plumbline.run;

import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import org.plumbline.bench.SignalSpec;
import org.plumbline.channel.Value;
import org.plumbline.measure.Measurement;
import org.plumbline.measure.Points;
import org.plumbline.measure.Trace;
import org.plumbline.quantity.Unit;
import org.plumbline.text.Text;
import org.plumbline.timeline.Samples;
import org.plumbline.uncertainty.Contribution;

/**
 * How old data are when they arrive: UTC of their reception by the computer's wall clock, less the UTC that the device
 * gives. What is declared as the signal's uncertainty is that of the device's clock against the computer's. A clock that is
 * fast makes old data look fresh, so without it nothing is shown, whatever the decision rule.
 */
public final class Ages {

    private static final double NANOS = 1e-9;
    private static final long SECOND = 1_000_000_000L;

    private static final Text UNDECLARED = new Text(
            "信号 %s 未声明不确定度，不知设备时钟与计算机时钟相差多少，不能据此判定；请为其写 unit: s，以及两个时钟最多相差多少作为 uncertainty",
            "no uncertainty is declared for signal %s, so nobody knows how far the device's clock is from the computer's: not"
                    + " judged; give it unit: s, and how far that may be as its uncertainty");

    private final Session session;

    /** Of that session's timeline. */
    public Ages(Session session) {
        this.session = session;
    }

    /**
     * The largest age in a stretch, doubted where one is younger than can be: the two clocks then disagree; and where nothing is
     * declared of how far they may.
     *
     * @param signal its time stamps: seconds since 1970 as a number in a unit of time, or text as ISO 8601 has it
     * @throws NotReachedException where there are none, they are no time stamps, or the wall clock was not recorded
     */
    public Measurement oldest(String signal, Window window) {
        if (session.comesAsFile(signal)) {
            throw new NotReachedException(new Text(
                            "信号 %s 来自文件，没有接收时刻，无从谈数据龄期",
                            "signal %s is from a file and was never received: its data have no age")
                    .with(signal));
        }
        Samples samples = session.timeline().samples(signal, window.from(), window.to());
        if (samples.isEmpty()) {
            throw new NotReachedException(
                    new Text("信号 %s 在该时段内没有样本", "signal %s has no samples in the stretch").with(signal));
        }
        Taken ages = new Taken(this, signal, samples);
        double youngest =
                IntStream.range(0, ages.size()).mapToDouble(ages::value).min().orElseThrow();
        Measurement oldest = session.timing().oldest(new Trace(signal, Unit.S, null, contributions(signal), ages));
        double ahead = oldest.uncertainty().expanded();
        if (-youngest > ahead) {
            return oldest.doubted(new Text(
                            "信号 %s 的时间戳比接收时刻晚 %.3f s（允许 %.3f s），设备与计算机的时钟未同步，不能据此判定",
                            "time stamps of signal %s are up to %.3f s later than their reception (allowed: %.3f s), so the clocks of device and computer disagree: not judged")
                    .with(signal, -youngest, ahead));
        }
        return oldest.isUncertaintyKnown() ? oldest : oldest.doubted(UNDECLARED.with(signal));
    }

    private double age(String signal, Samples samples, int index) {
        OptionalLong received = session.timeline().utc(samples.time(index));
        long utc = received.orElseThrow(
                () -> new NotReachedException(new Text("记录中没有计算机时钟的读数", "the computer's wall clock was not recorded")));
        return (utc - stamp(signal, samples.value(index))) * NANOS;
    }

    /** Nanoseconds since 1970; of a number in seconds as near as a double has it, some 0.2 us. */
    private long stamp(String signal, Value value) {
        Unit unit = session.bench().signal(signal).map(SignalSpec::unit).orElseThrow();
        if (value instanceof Value.Numeric number && unit.isCommensurableWith(Unit.S)) {
            double seconds = unit.convert(number.value(), Unit.S);
            long whole = (long) Math.floor(seconds);
            return whole * SECOND + Math.round((seconds - whole) * SECOND);
        }
        return written(value)
                .orElseThrow(() -> new NotReachedException(new Text(
                                "信号 %s 的值“%s”（单位 %s）不是 UTC 时间戳：应为 1970 年以来的秒数（unit: s）或 ISO 8601 文本",
                                "signal %s has the value \"%s\" (unit %s), which is no UTC time stamp: seconds since 1970 (unit: s) or ISO 8601 text")
                        .with(signal, value.shown(), unit)));
    }

    /** Whether a text says when, as ISO 8601 has it. */
    public static boolean isTimeStamp(Value text) {
        return written(text).isPresent();
    }

    private static OptionalLong written(Value text) {
        try {
            java.time.Instant instant = OffsetDateTime.parse(text.shown()).toInstant();
            return OptionalLong.of(
                    Math.addExact(Math.multiplyExact(instant.getEpochSecond(), SECOND), instant.getNano()));
        } catch (DateTimeException | ArithmeticException e) {
            return OptionalLong.empty();
        }
    }

    private List<Contribution> contributions(String name) {
        Unit unit = session.bench().signal(name).map(SignalSpec::unit).orElseThrow();
        if (!unit.isCommensurableWith(Unit.S)) {
            return List.of(); // an uncertainty of a text without a unit says nothing of its clock
        }
        double seconds = unit.convertDifference(1, Unit.S);
        return new Traces(session)
                .trace(name, Points.NONE).contributions().stream()
                        .map(row -> row.withSensitivity(row.sensitivity() * seconds))
                        .toList();
    }

    /** Ages in seconds at the times of reception, computed as they are needed. */
    private record Taken(Ages of, String signal, Samples samples) implements Points {

        @Override
        public int size() {
            return samples.size();
        }

        @Override
        public long time(int index) {
            return samples.time(index);
        }

        @Override
        public double value(int index) {
            return of.age(signal, samples, index);
        }
    }
}
