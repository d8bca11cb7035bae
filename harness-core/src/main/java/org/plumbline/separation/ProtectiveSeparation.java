package org.plumbline.separation;

/**
 * Protective separation distance S_p between a person and a robot that watches it, with its terms, all in m (ISO/TS
 * 15066:2016, 5.5.4.2.3; GB/T 36008-2018, 5.5.4.2.3; carried over into ISO 10218-2:2025).
 *
 * @param person S_h, the person's way until the robot stands
 * @param reaction S_r, the robot's way until it begins to stop
 * @param stopping S_s, the robot's way while it stops
 * @param intrusion C, how far a part of the body gets into the sensing field before it is seen
 * @param personUncertainty Z_d, of the position of the person
 * @param robotUncertainty Z_r, of the position of the robot
 */
public record ProtectiveSeparation(
        double person,
        double reaction,
        double stopping,
        double intrusion,
        double personUncertainty,
        double robotUncertainty) {

    /** Speed of a person where it is not monitored, m/s: the walking pace of ISO 13855. */
    public static final double WALKING = 1.6;

    /** Refuses what is no distance: a term that were negative would shorten the sum. */
    public ProtectiveSeparation {
        for (double term : new double[] {person, reaction, stopping, intrusion, personUncertainty, robotUncertainty}) {
            if (!(term >= 0)) {
                throw new IllegalArgumentException("not a distance: " + term + " m");
            }
        }
    }

    /**
     * At constant velocities.
     *
     * @param approach of the person and of the robot towards each other
     * @param stop what the robot needs to come to rest
     * @param intrusion C, m
     * @param personUncertainty Z_d, m
     * @param robotUncertainty Z_r, m
     */
    public static ProtectiveSeparation of(
            Approach approach, Stop stop, double intrusion, double personUncertainty, double robotUncertainty) {
        return new ProtectiveSeparation(
                approach.person() * (stop.reaction() + stop.time()),
                approach.robot() * stop.reaction(),
                stop.distance(),
                intrusion,
                personUncertainty,
                robotUncertainty);
    }

    /** S_p, the sum, m. */
    public double value() {
        return person + reaction + stopping + intrusion + personUncertainty + robotUncertainty;
    }
}
