package org.plumbline.separation;

/**
 * Speeds at which person and robot approach each other; 0 for one that goes away.
 *
 * @param person v_h, m/s
 * @param robot v_r, m/s
 */
public record Approach(double person, double robot) {

    /** Refuses negative velocities: one that goes away does not shorten the distance. */
    public Approach {
        if (!(person >= 0 && robot >= 0)) {
            throw new IllegalArgumentException("not an approach: " + person + " m/s and " + robot + " m/s");
        }
    }
}
