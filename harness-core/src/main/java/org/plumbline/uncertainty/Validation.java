package org.plumbline.uncertainty;

/**
 * How far the ends of the GUM framework's interval are from Monte Carlo's (JCGM 101:2008, 8.1.2), in the result's unit.
 *
 * @param lower absolute difference of the lower ends
 * @param upper absolute difference of the upper ends
 * @param tolerance delta, half a unit of u's last meaningful digit
 */
public record Validation(double lower, double upper, double tolerance) {

    /** Whether the GUM framework may be used in this case: neither end is off by more than the tolerance. */
    public boolean valid() {
        return lower <= tolerance && upper <= tolerance;
    }
}
