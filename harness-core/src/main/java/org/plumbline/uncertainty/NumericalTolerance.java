package org.plumbline.uncertainty;

/** How exactly a standard uncertainty is stated (JCGM 101:2008, 7.9.2). */
final class NumericalTolerance {

    private NumericalTolerance() {}

    /** Half a unit of the last of so many significant digits of u; 0 for u = 0. */
    static double of(double u, int digits) {
        if (u == 0) {
            return 0;
        }
        double scale = Math.pow(10, Math.floor(Math.log10(u)) - digits + 1);
        double unit = Math.round(u / scale) >= Math.round(Math.pow(10, digits)) ? 10 * scale : scale;
        return unit / 2;
    }
}
