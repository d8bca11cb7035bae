package org.plumbline.contact;

import java.util.Optional;
import java.util.OptionalDouble;

/**
 * The relative velocity at which a transient contact just reaches the limit of force or of pressure (ISO/TS 15066:2016,
 * A.3.4; GB/T 36008-2018).
 *
 * @param reducedMass mu, kg
 * @param byForce velocity that reaches the limit of force, m/s
 * @param byPressure velocity that reaches the limit of pressure over the whole contact surface, m/s
 * @param energy that goes over at the smaller of both velocities, J
 */
public record PermissibleSpeed(double reducedMass, double byForce, double byPressure, double energy) {

    /**
     * Of a transient contact; empty where it is not to be permitted or has no limit.
     *
     * @param robotMass effective mass of the robot, kg
     * @param surface smaller of the two surfaces that touch, m2
     * @throws IllegalArgumentException for a surface that is none
     */
    public static Optional<PermissibleSpeed> of(BodyArea area, double robotMass, double surface) {
        if (!(surface > 0)) {
            throw new IllegalArgumentException("not a contact surface: " + surface + " m2");
        }
        OptionalDouble force = area.region().force(ContactKind.TRANSIENT);
        OptionalDouble pressure = area.pressure(ContactKind.TRANSIENT);
        if (!area.region().contactPermitted() || force.isEmpty() || pressure.isEmpty()) {
            return Optional.empty();
        }
        Collision collision = Collision.with(area.region(), robotMass);
        double atPressure = pressure.getAsDouble() * surface;
        return Optional.of(new PermissibleSpeed(
                collision.reducedMass(),
                collision.velocity(force.getAsDouble()),
                collision.velocity(atPressure),
                collision.energy(Math.min(force.getAsDouble(), atPressure))));
    }

    /** The smaller of both, m/s. */
    public double value() {
        return Math.min(byForce, byPressure);
    }
}
