package org.plumbline.contact;

import java.util.OptionalDouble;
import org.plumbline.text.Text;

/**
 * A place on the body with its limit of pressure (ISO/TS 15066:2016, table A.2; GB/T 36008-2018).
 *
 * @param number 1 to 29, the standard's
 * @param region that it belongs to
 * @param name in our own words
 * @param quasiStaticPressure largest pressure of quasi-static contact, Pa (1 N/cm2 = 10 000 Pa)
 * @param seen in how many independent secondary sources the pressure was seen
 */
public record BodyArea(int number, BodyRegion region, Text name, double quasiStaticPressure, int seen) {

    /** The largest pressure, Pa; empty where the standard gives none for that kind. */
    public OptionalDouble pressure(ContactKind kind) {
        return region.limit(quasiStaticPressure, kind);
    }
}
