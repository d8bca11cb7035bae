package org.plumbline.separation;

/**
 * How a robot comes to rest once a person is too near.
 *
 * @param reaction T_r, from the person's being there until stopping begins, s
 * @param time T_s, from then until standstill, s
 * @param distance way of the robot in that time, m
 */
public record Stop(double reaction, double time, double distance) {

    /** Refuses negative figures. */
    public Stop {
        if (!(reaction >= 0 && time >= 0 && distance >= 0)) {
            throw new IllegalArgumentException("not a stop: " + reaction + " s, " + time + " s, " + distance + " m");
        }
    }

    /**
     * At constant deceleration: T_s = v / a, distance v^2 / (2 a).
     *
     * @param reaction T_r, s
     * @param velocity v_r at the beginning, m/s
     * @param deceleration a, m/s2, above 0
     */
    public static Stop decelerating(double reaction, double velocity, double deceleration) {
        if (!(deceleration > 0)) {
            throw new IllegalArgumentException("not a deceleration: " + deceleration + " m/s2");
        }
        return new Stop(reaction, velocity / deceleration, velocity * velocity / (2 * deceleration));
    }

    /**
     * Where only the time is known: the robot is taken to keep its velocity to the end.
     *
     * @param reaction T_r, s
     * @param time T_s, s
     * @param velocity v_r at the beginning, m/s
     */
    public static Stop atFullSpeed(double reaction, double time, double velocity) {
        return new Stop(reaction, time, velocity * time);
    }
}
