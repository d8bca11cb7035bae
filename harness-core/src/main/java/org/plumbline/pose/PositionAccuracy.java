package org.plumbline.pose;

import java.util.List;

/**
 * Positioning accuracy AP_p (ISO 9283:1998, 7.2.1; GB/T 12642-2013, 7.2.1), in the unit of the positions.
 *
 * @param cycles n, how many times the position was approached
 * @param barycentre mean of the attained positions
 * @param deviation barycentre minus commanded position: AP_x, AP_y, AP_z
 */
public record PositionAccuracy(int cycles, Position barycentre, Position deviation) {

    /**
     * Of the attained positions of one commanded position.
     *
     * @throws IllegalArgumentException without any
     */
    public static PositionAccuracy of(Position commanded, List<Position> attained) {
        Cycles.atLeast(1, attained);
        Position deviation = Position.mean(Position.from(commanded, attained));
        return new PositionAccuracy(attained.size(), commanded.plus(deviation), deviation);
    }

    /** AP_p: distance of the barycentre from the commanded position. */
    public double value() {
        return deviation.length();
    }
}
