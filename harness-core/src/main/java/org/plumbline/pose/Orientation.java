package org.plumbline.pose;

import java.util.List;
import java.util.function.ToDoubleFunction;
import org.plumbline.statistics.Circle;
import org.plumbline.statistics.CircularSummary;

/**
 * Three angles about axes, in rad, or one figure for each of them. ISO 9283:1998 treats each angle by itself, so they
 * have to be of a convention that has no singularity near the poses compared.
 *
 * @param a about the first axis
 * @param b about the second axis
 * @param c about the third axis
 */
public record Orientation(double a, double b, double c) {

    /** The angles from {@code other} to here, each the shorter way round, in (-pi, pi]. */
    public Orientation minus(Orientation other) {
        return new Orientation(
                Circle.RADIANS.difference(a, other.a),
                Circle.RADIANS.difference(b, other.b),
                Circle.RADIANS.difference(c, other.c));
    }

    /** Each figure multiplied. */
    public Orientation times(double factor) {
        return new Orientation(a * factor, b * factor, c * factor);
    }

    /** Each figure without its sign. */
    public Orientation absolute() {
        return new Orientation(Math.abs(a), Math.abs(b), Math.abs(c));
    }

    /** The largest of each figure, signs taken off. */
    static Orientation largest(List<Orientation> figures) {
        return figures.stream()
                .map(Orientation::absolute)
                .reduce((one, other) ->
                        new Orientation(Math.max(one.a, other.a), Math.max(one.b, other.b), Math.max(one.c, other.c)))
                .orElseThrow();
    }

    /** One figure of each angle's circular summary. */
    static Orientation of(List<Orientation> angles, ToDoubleFunction<CircularSummary> figure) {
        return new Orientation(
                figure.applyAsDouble(summary(angles, Orientation::a)),
                figure.applyAsDouble(summary(angles, Orientation::b)),
                figure.applyAsDouble(summary(angles, Orientation::c)));
    }

    private static CircularSummary summary(List<Orientation> angles, ToDoubleFunction<Orientation> angle) {
        return Circle.RADIANS.summary(angles.stream().mapToDouble(angle).toArray());
    }
}
