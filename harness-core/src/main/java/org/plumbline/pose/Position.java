package org.plumbline.pose;

import java.util.List;
import java.util.function.ToDoubleFunction;
import org.plumbline.statistics.Summary;

/**
 * A point or the way from one point to another, in any one unit of length.
 *
 * @param x first coordinate
 * @param y second coordinate
 * @param z third coordinate, 0 in a plane
 */
public record Position(double x, double y, double z) {

    /** The way from {@code other} to here. */
    public Position minus(Position other) {
        return new Position(x - other.x, y - other.y, z - other.z);
    }

    /** Here, and {@code way} further. */
    public Position plus(Position way) {
        return new Position(x + way.x, y + way.y, z + way.z);
    }

    /** The way stretched. */
    public Position times(double factor) {
        return new Position(x * factor, y * factor, z * factor);
    }

    /** The scalar product, in the square of the unit. */
    public double dot(Position other) {
        return x * other.x + y * other.y + z * other.z;
    }

    /** The length of the way, in the unit of the coordinates. */
    public double length() {
        return Math.sqrt(dot(this));
    }

    /** The distance between two points, in the unit of the coordinates. */
    public double distance(Position other) {
        return minus(other).length();
    }

    /** The way of length 1 in the same direction. */
    Position unit() {
        double length = length();
        if (!(length > 0)) {
            throw new IllegalArgumentException("a way of length " + length + " has no direction");
        }
        return times(1 / length);
    }

    /** The mean of points; they are first brought near the origin by {@link #from}, or digits are lost. */
    static Position mean(List<Position> points) {
        return new Position(mean(points, Position::x), mean(points, Position::y), mean(points, Position::z));
    }

    /** The ways from {@code origin} to points. */
    static List<Position> from(Position origin, List<Position> points) {
        return points.stream().map(point -> point.minus(origin)).toList();
    }

    private static double mean(List<Position> points, ToDoubleFunction<Position> coordinate) {
        return Summary.of(points.stream().mapToDouble(coordinate).toArray()).mean();
    }
}
