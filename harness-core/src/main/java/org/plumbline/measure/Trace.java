package org.plumbline.measure;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.plumbline.error.InputException;
import org.plumbline.error.Problem;
import org.plumbline.quantity.Unit;
import org.plumbline.statistics.Circle;
import org.plumbline.text.Text;
import org.plumbline.uncertainty.Contribution;

/**
 * The numeric samples of one signal over a stretch, in order of time.
 *
 * @param circle the full circle in {@code unit} for angles that wrap; null for others
 * @param contributions to the uncertainty of one sample, in {@code unit}; none where no uncertainty is declared
 * @param points values in {@code unit}; not copied
 */
public record Trace(
        String signal, Unit unit, @Nullable Double circle, List<Contribution> contributions, Points points) {

    /** How many samples. */
    public int size() {
        return points.size();
    }

    /** When, in nanoseconds since the run's start. */
    public long time(int index) {
        return points.time(index);
    }

    /** The value of one sample in {@code unit}. */
    public double value(int index) {
        return points.value(index);
    }

    /** Whether the uncertainty of its values is declared. */
    boolean isDeclared() {
        return !contributions.isEmpty();
    }

    /** The standard uncertainty of one sample, in {@code unit}. */
    double standard() {
        return uncertainty().combined();
    }

    /** The expanded uncertainty of one sample, in {@code unit}; 0 where none is declared. */
    public double expanded() {
        return uncertainty().expanded();
    }

    /** That of one sample. */
    Uncertainty uncertainty() {
        return Uncertainty.of(contributions);
    }

    /** {@code a - b}, on the circle the shorter way round, in (-circle/2, circle/2]. */
    public double difference(double a, double b) {
        return circle == null ? a - b : Circle.wrapped(a - b, circle);
    }

    /**
     * What the uncertainty of the values makes of the time at which they pass a level between a sample and the one before,
     * in seconds: each contribution over the slope (JCGM 100:2008, 5.1.3). None where the values do not differ.
     */
    public List<Contribution> crossing(int place) {
        double change = Math.abs(difference(value(place), value(place - 1)));
        double seconds = (time(place) - time(place - 1)) * 1e-9;
        return change == 0
                ? List.of()
                : Rows.times(seconds / change, contributions).toList();
    }

    /** How much higher or lower the signal may be beside a sample: an eighth of the second difference there; 0 at either end. */
    double bulge(int place) {
        return place == 0 || place + 1 == size()
                ? 0
                : Math.abs(value(place - 1) - 2 * value(place) + value(place + 1)) / 8;
    }

    /** The error of putting two together whose units do not fit. */
    static InputException apart(Trace first, Trace other) {
        return new InputException(Problem.of(
                new Text(
                                "信号“%s”（%s）与“%s”（%s）的单位不合，不能一同计算",
                                "signals \"%s\" (%s) and \"%s\" (%s) cannot be put together: their units do not fit")
                        .with(first.signal, first.unit, other.signal, other.unit),
                new Text("请在 device.yaml 或 bench.yaml 中改正单位", "correct the unit in device.yaml or bench.yaml")));
    }

    /** The values between the samples. */
    Interpolation interpolation() {
        return new Interpolation(this);
    }
}
