package org.plumbline.contact;

import java.util.OptionalDouble;
import org.plumbline.text.Text;

/**
 * A region of the body as mass and spring with its limit of force (ISO/TS 15066:2016, tables A.2 and A.3; GB/T
 * 36008-2018).
 *
 * @param id as in the data file, e.g. {@code lower-leg}
 * @param name in our own words
 * @param quasiStaticForce largest force of quasi-static contact, N
 * @param transientFactor what force and pressure of transient contact may be larger by; empty where no such limit exists
 * @param contactPermitted false where contact is to be ruled out, whatever its force
 * @param springConstant effective, N/m
 * @param mass effective, kg
 * @param seen in how many independent secondary sources the figures were seen
 */
public record BodyRegion(
        String id,
        Text name,
        double quasiStaticForce,
        OptionalDouble transientFactor,
        boolean contactPermitted,
        double springConstant,
        double mass,
        int seen) {

    /** The largest force, N; empty where the standard gives none for that kind. */
    public OptionalDouble force(ContactKind kind) {
        return limit(quasiStaticForce, kind);
    }

    OptionalDouble limit(double quasiStatic, ContactKind kind) {
        if (kind == ContactKind.QUASI_STATIC) {
            return OptionalDouble.of(quasiStatic);
        }
        return transientFactor.isPresent()
                ? OptionalDouble.of(quasiStatic * transientFactor.getAsDouble())
                : OptionalDouble.empty();
    }
}
