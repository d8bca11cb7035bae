package org.plumbline.contact;

/**
 * Two masses and a spring between them: a robot that moves against a region of the body that can recoil (ISO/TS
 * 15066:2016, A.3.4; GB/T 36008-2018). All the energy of the relative movement goes into the spring.
 *
 * @param bodyMass m_H, kg
 * @param robotMass m_R, kg
 * @param springConstant k, N/m
 */
public record Collision(double bodyMass, double robotMass, double springConstant) {

    /** Refuses what is no mass or no spring. */
    public Collision {
        if (!(bodyMass > 0 && robotMass > 0 && springConstant > 0)) {
            throw new IllegalArgumentException("not a collision: masses " + bodyMass + " kg and " + robotMass
                    + " kg, spring " + springConstant + " N/m");
        }
    }

    /** Of a region and a robot, its mass as {@link #robotMass(double, double)} makes it. */
    public static Collision with(BodyRegion region, double robotMass) {
        return new Collision(region.mass(), robotMass, region.springConstant());
    }

    /**
     * The effective mass of a robot, M / 2 + m_L, kg.
     *
     * @param moving M, total mass of the moving parts, kg
     * @param payload m_L, of tool and workpiece, kg
     */
    public static double robotMass(double moving, double payload) {
        return moving / 2 + payload;
    }

    /** The reduced mass mu = 1 / (1 / m_H + 1 / m_R), kg. */
    public double reducedMass() {
        return 1 / (1 / bodyMass + 1 / robotMass);
    }

    /** The energy in the spring at a force, F^2 / (2 k), J; the force in N. */
    public double energy(double force) {
        return force * force / (2 * springConstant);
    }

    /** The relative velocity whose contact reaches a force, F / sqrt(mu k), m/s; the force in N. */
    public double velocity(double force) {
        return force / Math.sqrt(reducedMass() * springConstant);
    }

    /** The force that a relative velocity leads to, v sqrt(mu k), N; the velocity in m/s. */
    public double force(double velocity) {
        return velocity * Math.sqrt(reducedMass() * springConstant);
    }
}
