package org.plumbline.pose;

/**
 * Two straight commanded lines that meet at an angle.
 *
 * @param before a point on the first line
 * @param corner where they meet
 * @param after a point on the second line
 */
public record Corner(Position before, Position corner, Position after) {

    /** Refuses lines without direction, and a second one that goes straight on or straight back. */
    public Corner {
        Position second = after.minus(corner).unit();
        Position first = corner.minus(before).unit();
        if (across(first, second).length() < 1e-9) {
            throw new IllegalArgumentException("the lines do not make a corner");
        }
    }

    /**
     * How far a position beyond the corner lies from the second line on the outer side; 0 elsewhere.
     *
     * @param from along the second line: what counts as beyond
     */
    double overshoot(Position position, double from) {
        Position second = after.minus(corner).unit();
        Position outwards = across(corner.minus(before).unit(), second);
        Position way = position.minus(corner);
        boolean outside = way.dot(second) >= from && way.dot(outwards) > 0;
        return outside ? across(way, second).length() : 0;
    }

    /** The distance of the corner from the straight line between two positions. */
    double distance(Position from, Position to) {
        Position way = to.minus(from);
        double square = way.dot(way);
        double share = square == 0 ? 0 : corner.minus(from).dot(way) / square;
        return corner.distance(from.plus(way.times(Math.max(0, Math.min(1, share)))));
    }

    private static Position across(Position way, Position unit) {
        return way.minus(unit.times(way.dot(unit)));
    }
}
