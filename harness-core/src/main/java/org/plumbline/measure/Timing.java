package org.plumbline.measure;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.LongUnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.plumbline.quantity.Unit;
import org.plumbline.signal.Period;
import org.plumbline.text.Text;
import org.plumbline.uncertainty.Contribution;

/**
 * Times between events, in seconds. The harness's own contribution is a rectangular distribution of each time stamp, for
 * the way from the wire to the stamp on a general-purpose computer (JCGM 100:2008, 4.3.7): {@value #STAMP_HALF_WIDTH} s,
 * assumed, or the 99th percentile of the channels' loopback where that is more; the resolution of the clock; and where the
 * harness was held up, another one of the lateness.
 */
public final class Timing {

    /** Half-width of the distribution of one time stamp where nothing held the harness up, in seconds: assumed. */
    public static final double STAMP_HALF_WIDTH = 0.001;

    /** Half-width of what a reading of the computer's wall clock may be off, in seconds; what is more is a step of it. */
    public static final double WALL_CLOCK = 0.005;

    /** Where nothing held the harness up. */
    public static final Timing UNDISTURBED = new Timing(stamp -> 0);

    /** The row of a budget for a busy computer. */
    public static final Text HELD_UP = new Text("测试装置受阻（计算机繁忙）", "the harness held up (busy computer)");

    private static final double NANOS = 1e-9;
    private static final Text STAMPS = new Text("两处时间戳", "two time stamps");
    private static final Text FIRST_AND_LAST =
            new Text("首末两次接收的时间戳", "time stamps of the first and the last reception");
    private static final Text BOTH_ENDS = new Text("间隔两端的时间戳", "time stamps at both ends of the interval");
    private static final Text ENTERED_AND_SETTLED =
            new Text("进入与稳定两处接收的时间戳", "time stamps of coming in and of settling");
    private static final List<Text> PAIRS = List.of(STAMPS, FIRST_AND_LAST, BOTH_ENDS, ENTERED_AND_SETTLED);
    private static final Text OF_FILE = new Text("（仪器文件）", " (an instrument's file)");
    private static final Text RECEPTION = new Text("接收时间戳", "time stamp of the reception");
    private static final Text WAITING = new Text("等待处理器可能增加的时间", "time that waiting for a processor may have added");
    private static final Text AT_THE_LEVEL =
            new Text("示值离界限不足其 U 的时间", "the time for which the signal was within its U of the level");
    private static final Text INTERVALS = new Text("%d 个间隔的分散性", "scatter of %d intervals");

    private final double halfWidth;
    private final double resolution;
    private final LongUnaryOperator lateness;
    private final Alignment alignment;

    /** @param lateness by how much a stamp may be late, in nanoseconds, for stamps in ns since the run's start */
    public Timing(LongUnaryOperator lateness) {
        this(STAMP_HALF_WIDTH, 0, lateness);
    }

    /**
     * On a machine that was characterised.
     *
     * @param halfWidth of one time stamp's distribution where nothing held the harness up, in seconds
     * @param resolution of the clock that stamps, in seconds
     */
    public Timing(double halfWidth, double resolution, LongUnaryOperator lateness) {
        this(halfWidth, resolution, lateness, Alignment.NONE);
    }

    /**
     * The same for stamps of which some were made by another clock than the run's.
     *
     * @param alignment what is known of these
     */
    public Timing(double halfWidth, double resolution, LongUnaryOperator lateness, Alignment alignment) {
        this.halfWidth = halfWidth;
        this.resolution = resolution;
        this.lateness = lateness;
        this.alignment = alignment;
    }

    /**
     * A reaction that was seen. It happened between the last sample without it and the first with it: the value is the
     * middle of the two, and half the interval between them adds a rectangular contribution (JCGM 100:2008, 4.3.7).
     *
     * @param start when the stimulus was given, ns
     * @param seen the first sample that shows the reaction, ns
     * @param before the last sample that does not, ns; {@code start} where there is none
     */
    public Measurement reaction(Text quantity, String signal, long start, long seen, long before) {
        return reaction(quantity, signal, start, Passage.sharp(before, seen), List.of());
    }

    /**
     * The same for a signal that passed a level.
     *
     * @param passage between which samples; before {@code start} counts as {@code start}
     * @param crossing where the signal was nowhere within U of the level: what its own uncertainty makes of the time, see {@link
     *     Trace#crossing}. Where it was, the time is known no better than from the last sample that surely had not passed to the
     *     first that surely had: U reaches there instead, on its own side
     */
    public Measurement reaction(
            Text quantity, String signal, long start, Passage passage, List<Contribution> crossing) {
        Passage since = passage.since(start);
        double half = (since.seen() - since.before()) * NANOS / 2;
        List<Contribution> rows = new ArrayList<>(sinceCommand(start, since.surely(), latest(since)));
        rows.add(sampling(half));
        rows.addAll(since.isSharp() ? crossing : List.of());
        Uncertainty own = Uncertainty.of(rows);
        return new Measurement(
                quantity,
                (since.seen() - start) * NANOS - half,
                Unit.S,
                false,
                since.isSharp() ? own : own.reaching(AT_THE_LEVEL, since.reach().with(own)),
                start,
                since.surely(),
                1,
                List.of(signal),
                null);
    }

    /** A stall makes late what came during it: any of the samples that decide, not only the last. */
    private double latest(Passage since) {
        return LongStream.of(since.outside(), since.before(), since.seen(), since.surely())
                .mapToDouble(this::late)
                .max()
                .orElseThrow();
    }

    /**
     * A reaction that had not come when the signal was seen last: the time is at least that long.
     *
     * @param lastSeen the last sample without the reaction, ns
     */
    public Measurement noReaction(Text quantity, String signal, long start, long lastSeen, int samples) {
        return new Measurement(
                quantity,
                (lastSeen - start) * NANOS,
                Unit.S,
                true,
                Uncertainty.of(sinceCommand(start, lastSeen, late(lastSeen))),
                start,
                lastSeen,
                samples,
                List.of(signal),
                null);
    }

    /**
     * The largest time without a sample, from the start of the stretch to its end. U reaches as far as that of any gap.
     * Without any sample the gap is only known to be no shorter than the stretch.
     *
     * @param times of the samples, ns, in order
     */
    public Measurement largestGap(String signal, Times times, long from, long to) {
        Farthest gaps = new Farthest();
        long previous = from;
        for (int i = 0; i <= times.size(); i++) {
            long next = i < times.size() ? times.time(i) : to;
            gaps.take(previous, next, (next - previous) * NANOS, standard(previous, next));
            previous = next;
        }
        return new Measurement(
                new Text("%s 的最大间隔", "largest gap between samples of %s").with(signal),
                gaps.largest(),
                Unit.S,
                times.size() == 0,
                gaps.uncertainty(this::ends),
                from,
                to,
                times.size(),
                List.of(signal),
                null);
    }

    /**
     * The mean time between samples. u combines the scatter of the intervals, of as many independent ones as they are worth, with
     * the stamps of the first and the last.
     *
     * @param times of the samples, ns, in order
     * @throws NotMeasurableException with fewer than three samples
     */
    public Measurement meanPeriod(String signal, Times times) {
        Period period = period(signal, times);
        double n = period.intervals();
        Stream<Contribution> stamps = Rows.times(1 / n, firstAndLast(times.time(0), times.time(times.size() - 1)));
        Contribution scatter = Repeats.of(intervals(times))
                .scatter(INTERVALS.with(period.intervals()), period.standardDeviation() / Math.sqrt(n));
        return ofIntervals(
                new Text("%s 的平均周期", "mean period of %s"),
                signal,
                times,
                period.mean(),
                Uncertainty.of(Stream.concat(stamps, Stream.of(scatter)).toList()));
    }

    /**
     * The jitter: the standard deviation of the times between samples. u combines its own sampling uncertainty, s / sqrt(2 (n -
     * 1)) (JCGM 100:2008, E.4.3), with two stamps, of which the harness' own jitter is a part of the figure; that such figures
     * are skewed is checked by Monte Carlo.
     *
     * @param times of the samples, ns, in order
     * @throws NotMeasurableException with fewer than three samples
     */
    public Measurement jitter(String signal, Times times) {
        Period period = period(signal, times);
        double s = period.standardDeviation();
        Contribution scatter = Repeats.ofSquares(intervals(times))
                .scatter(INTERVALS.with(period.intervals()), s / Math.sqrt(2.0 * (period.intervals() - 1)));
        return ofIntervals(
                new Text("%s 的周期抖动", "jitter of the period of %s"),
                signal,
                times,
                s,
                new Spread(s, scatter, worstInterval(times)).checked(Uncertainty.COVERAGE));
    }

    private static Period period(String signal, Times times) {
        if (times.size() < 3) {
            throw new NotMeasurableException(
                    new Text("信号 %s 只有 %d 个样本，至少需要三个", "signal %s has only %d samples, three are needed")
                            .with(signal, times.size()));
        }
        return Period.of(IntStream.range(0, times.size()).mapToLong(times::time).toArray());
    }

    /** In ns. */
    private static double[] intervals(Times times) {
        return IntStream.range(1, times.size())
                .mapToDouble(i -> times.time(i) - times.time(i - 1))
                .toArray();
    }

    private List<Contribution> worstInterval(Times times) {
        int worst = IntStream.range(1, times.size())
                .boxed()
                .max(Comparator.comparingDouble(i -> standard(times.time(i - 1), times.time(i))))
                .orElseThrow();
        return stamps(STAMPS, times.time(worst - 1), times.time(worst));
    }

    private static Measurement ofIntervals(
            Text quantity, String signal, Times times, double value, Uncertainty uncertainty) {
        return new Measurement(
                quantity.with(signal),
                value,
                Unit.S,
                false,
                uncertainty,
                times.time(0),
                times.time(times.size() - 1),
                times.size(),
                List.of(signal),
                null);
    }

    /**
     * The longest time for which the data show no change: from the sample that shows a new value to the next that does, or to
     * the end of the stretch, in which a signal that stopped does not change either. It is that of the data as they arrive,
     * known as well as their stamps; the quantity behind them may change at any moment between two samples.
     *
     * @param from start of the stretch, ns
     * @param to its end, ns
     */
    public Measurement longestFrozen(Trace trace, long from, long to) {
        Farthest stretches = new Farthest();
        long since = from;
        for (int i = 0; i <= trace.size(); i++) {
            boolean changed = i == 0 || i == trace.size() || trace.value(i) != trace.value(i - 1);
            long now = i < trace.size() ? trace.time(i) : to;
            if (changed) {
                stretches.take(since, now, (now - since) * NANOS, standard(since, now));
                since = now;
            }
        }
        return new Measurement(
                new Text("%s 持续不变的最长时间", "longest time that %s does not change").with(trace.signal()),
                stretches.largest(),
                Unit.S,
                false,
                stretches.uncertainty(this::ends),
                from,
                to,
                trace.size(),
                List.of(trace.signal()),
                null);
    }

    private static Contribution sampling(double halfInterval) {
        return Rows.within(new Text("采样间隔", "sampling interval"), halfInterval);
    }

    /**
     * The largest of the ages that data had when they arrived. The wall clock's reading adds a rectangular contribution
     * of what it may be off before that counts as a step. U reaches as far as that of any age.
     *
     * @param ages in seconds, at the times of reception
     */
    public Measurement oldest(Trace ages) {
        Farthest oldest = new Farthest();
        double ofStamps = ages.standard();
        for (int i = 0; i < ages.size(); i++) {
            long received = ages.time(i);
            double ofReception = Result.rootSumOfSquares(halfWidth, late(received), WALL_CLOCK) / Math.sqrt(3);
            oldest.take(received, received, ages.value(i), Result.rootSumOfSquares(ofStamps, ofReception));
        }
        return Result.of(
                new Text("按 %s 的最大数据龄期", "largest age of data by %s").with(ages.signal()),
                oldest.largest(),
                Unit.S,
                oldest.uncertainty((received, same) -> rows(ages, received)),
                List.of(ages));
    }

    private List<Contribution> rows(Trace ages, long received) {
        List<Contribution> rows = new ArrayList<>(ages.contributions());
        rows.add(Rows.within(RECEPTION, halfWidth));
        rows.add(Rows.within(HELD_UP, late(received)));
        rows.add(Rows.within(new Text("计算机时钟读数", "reading of the computer's wall clock"), WALL_CLOCK));
        return rows;
    }

    /**
     * The standard uncertainty of the time between a stamp and the worst of others, in seconds.
     *
     * @param stamp ns since the run's start
     * @param others ns since the run's start
     */
    double apart(long stamp, long... others) {
        double worst = 0;
        for (long other : others) {
            worst = Math.max(worst, standard(stamp, other));
        }
        return worst;
    }

    /** The standard uncertainty of the time between two stamps, in seconds. */
    private double standard(long from, long to) {
        double ofClock = resolution / 2;
        double own =
                Result.rootSumOfSquares(halfWidth, halfWidth, late(from), late(to), ofClock, ofClock) / Math.sqrt(3);
        double standard = own;
        for (Contribution row : alignment.rows(from, to)) {
            standard = Result.rootSumOfSquares(standard, row.component());
        }
        return standard;
    }

    /** What {@link #standard} is made of, of the time from the first reception to the last. */
    private List<Contribution> firstAndLast(long from, long to) {
        return stamps(FIRST_AND_LAST, from, to);
    }

    /** The same from one reception in the course of a movement to another. */
    List<Contribution> enteredAndSettled(long from, long to) {
        return stamps(ENTERED_AND_SETTLED, from, to);
    }

    /** The same where nothing was received in between, or nothing new. */
    private List<Contribution> ends(long from, long to) {
        return stamps(BOTH_ENDS, from, to);
    }

    /** From a command, which the computer stamps before it goes out, whoever stamped the end: a wait adds to it. */
    private List<Contribution> sinceCommand(long from, long to, double lateness) {
        return rows(STAMPS, from, to, lateness);
    }

    /** What an instrument stamped itself has a name of its own: no wait of the computer that the run is on adds to it. */
    private List<Contribution> stamps(Text name, long from, long to) {
        return rows(alignment == Alignment.NONE ? name : name.and(OF_FILE), from, to, late(to));
    }

    private List<Contribution> rows(Text name, long from, long to, double lateness) {
        Stream<Contribution> own = Stream.of(
                Rows.within(name, halfWidth).withSensitivity(Math.sqrt(2)),
                Contribution.resolution(resolution)
                        .named(new Text("时钟分辨力", "resolution of the clock"))
                        .withSensitivity(Math.sqrt(2)),
                Rows.within(HELD_UP, Result.rootSumOfSquares(late(from), lateness)));
        return Stream.concat(own, alignment.rows(from, to).stream()).toList();
    }

    /**
     * How a value follows the time between two stamps, or the stamp of a reception, that it was made of, in its unit for a
     * second; 0 where it was made of none.
     */
    public static double perSecond(Uncertainty uncertainty) {
        return uncertainty.contributions().stream()
                .mapToDouble(Timing::perSecond)
                .max()
                .orElse(0);
    }

    /**
     * A row without u for {@link #perSecond}, of what follows a time in another way than its u tells.
     *
     * @param perSecond in the unit of what follows, for a second
     */
    static Contribution waiting(double perSecond) {
        return Rows.within(WAITING, 0).withSensitivity(perSecond);
    }

    private static double perSecond(Contribution row) {
        double sensitivity = Math.abs(row.sensitivity());
        return row.name().equals(RECEPTION) || row.name().equals(WAITING)
                ? sensitivity
                : PAIRS.contains(row.name()) ? sensitivity / Math.sqrt(2) : 0;
    }

    /**
     * How much of a wait on the way to the first of two receptions a value may be too short by, in seconds; 0 where it does not begin
     * with one, so that a wait only adds. While it lasts nothing is received, so a value that is the longest time in which nothing
     * was, or nothing new, is no shorter than the wait.
     *
     * @param waited in seconds
     */
    public static double taken(Measurement measurement, double waited) {
        Uncertainty uncertainty = measurement.uncertainty();
        return has(uncertainty, FIRST_AND_LAST) || has(uncertainty, ENTERED_AND_SETTLED)
                ? waited
                : has(uncertainty, BOTH_ENDS) ? Math.min(waited, measurement.value() / perSecond(uncertainty)) : 0;
    }

    /** Whether only waits that end with its first or its last reception make it shorter or longer, as of a mean period. */
    public static boolean isOfFirstAndLast(Measurement measurement) {
        return has(measurement.uncertainty(), FIRST_AND_LAST);
    }

    private static boolean has(Uncertainty uncertainty, Text row) {
        return uncertainty.contributions().stream().anyMatch(each -> each.name().equals(row));
    }

    private double late(long stamp) {
        return lateness.applyAsLong(stamp) * NANOS;
    }
}
