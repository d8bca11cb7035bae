package org.plumbline.measure;

import java.util.List;
import java.util.stream.IntStream;
import org.plumbline.signal.Noise;
import org.plumbline.signal.Quantisation;
import org.plumbline.text.Text;
import org.plumbline.uncertainty.Contribution;

/**
 * What the readings of a signal do by themselves: noise and steps. A calibration error is the same in all readings and drops
 * out, so it is in neither budget, and none need be declared.
 */
public final class Roughness {

    private static final double NANOS = 1e-9;
    private static final int LEAST = 3;

    /** Differences that miss whole steps by more than this share of a step are not of even steps. */
    private static final double UNEVEN = 0.01;

    /** What a reading may be off as a double number, as a share of it; a difference of two has it twice. */
    private static final double ROUNDING = 2 * Math.ulp(1.0);

    private Roughness() {}

    /**
     * The standard deviation about the signal's straight trend. u(s) = s / sqrt(2 (n - 2)) (JCGM 100:2008, E.4.3), of as many
     * independent samples as those at hand are worth; that s is skewed is checked by Monte Carlo.
     *
     * @throws NotMeasurableException with fewer than three samples, and where all are equal: such a signal is stuck, or its
     *     noise is below its step
     */
    public static Measurement noise(Trace trace) {
        requireSamples(trace);
        double first = trace.value(0);
        Noise noise = Noise.of(
                IntStream.range(0, trace.size())
                        .mapToDouble(i -> trace.time(i) * NANOS)
                        .toArray(),
                IntStream.range(0, trace.size())
                        .mapToDouble(i -> trace.difference(trace.value(i), first))
                        .toArray());
        if (IntStream.range(1, trace.size()).allMatch(i -> trace.value(i) == first)) {
            throw new NotMeasurableException(new Text(
                            "信号 %s 的样本全部相等: 读数卡滞，或噪声小于其步长",
                            "all samples of signal %s are equal: it is stuck, or its noise is below its step")
                    .with(trace.signal()));
        }
        double s = noise.standardDeviation();
        double[] rest = IntStream.range(0, trace.size())
                .mapToDouble(i -> trace.difference(trace.value(i), first) - noise.trend() * trace.time(i) * NANOS)
                .toArray();
        Contribution scatter = Repeats.ofSquares(rest)
                .scatter(
                        new Text("%d 个样本的分散性", "scatter of %d samples").with(noise.n()),
                        s / Math.sqrt(2.0 * (noise.n() - 2)),
                        2);
        return result(
                new Text("%s 的噪声标准差(%d 个样本)", "noise of %s about its trend (%d samples)"),
                s,
                new Spread(s, scatter, List.of()).checked(Uncertainty.COVERAGE),
                trace);
    }

    /**
     * The step in which the signal is given: the smallest difference of two readings. It is a step only where all others are
     * whole multiples of it; what they miss enters u.
     *
     * @throws NotMeasurableException with fewer than three different readings, or where they are not of even steps
     */
    public static Measurement step(Trace trace) {
        requireSamples(trace);
        Quantisation quantisation = Quantisation.of(Axes.values(trace));
        if (quantisation.distinct() < LEAST || quantisation.largestRemainder() > UNEVEN) {
            throw new NotMeasurableException(
                    new Text("信号 %s 的 %d 个不同示值看不出均匀的步长", "the %2$d different readings of signal %1$s show no even step")
                            .with(trace.signal(), quantisation.distinct()));
        }
        return result(
                new Text("%s 的量化步长(%d 个样本)", "quantisation step of %s (%d samples)"),
                quantisation.step(),
                Uncertainty.of(List.of(Rows.within(
                        new Text("步长的不均匀与数值的舍入", "unevenness of the steps, rounding of the numbers"),
                        quantisation.step() * quantisation.largestRemainder() + ROUNDING * largest(trace)))),
                trace);
    }

    private static double largest(Trace trace) {
        return IntStream.range(0, trace.size())
                .mapToDouble(i -> Math.abs(trace.value(i)))
                .max()
                .orElse(0);
    }

    private static void requireSamples(Trace trace) {
        if (trace.size() < LEAST) {
            throw new NotMeasurableException(
                    new Text("信号 %s 只有 %d 个样本，至少需要三个", "signal %s has only %d samples, three are needed")
                            .with(trace.signal(), trace.size()));
        }
    }

    private static Measurement result(Text quantity, double value, Uncertainty uncertainty, Trace trace) {
        return Result.of(
                        quantity.with(trace.signal(), trace.size()),
                        value,
                        trace.unit().ofDifference(),
                        uncertainty,
                        List.of(trace))
                .withUndeclared(List.of());
    }
}
