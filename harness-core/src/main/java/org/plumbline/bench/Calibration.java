package org.plumbline.bench;

import java.time.LocalDate;
import org.plumbline.quantity.Quantity;

/**
 * The calibration of an instrument (ISO/IEC 17025, 6.4 and 6.5).
 *
 * @param due last day on which it may be used
 * @param expandedUncertainty U of one reading
 * @param coverageFactor k of that U
 * @param degreesOfFreedom of that U; infinite where the certificate states none
 */
public record Calibration(
        String certificate,
        LocalDate due,
        Quantity expandedUncertainty,
        double coverageFactor,
        double degreesOfFreedom) {

    /** Without degrees of freedom. */
    public Calibration(String certificate, LocalDate due, Quantity expandedUncertainty, double coverageFactor) {
        this(certificate, due, expandedUncertainty, coverageFactor, Double.POSITIVE_INFINITY);
    }
}
