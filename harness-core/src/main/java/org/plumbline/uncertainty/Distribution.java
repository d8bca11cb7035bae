package org.plumbline.uncertainty;

import org.plumbline.text.Text;

/** What is known about an input (JCGM 100:2008, 4.3; JCGM 101:2008, 6.4). */
public enum Distribution {
    /**
     * Normal; with finite degrees of freedom the scaled and shifted t (JCGM 101:2008, 6.4.9). Its half-width is that of
     * 99.73 %, u = a / 3 (JCGM 100:2008, 4.4.6).
     */
    NORMAL(new Text("正态分布", "normal"), 3),
    /** Uniform (rectangular) between its ends, u = a / sqrt(3) (JCGM 100:2008, 4.3.7). */
    UNIFORM(new Text("均匀分布", "uniform"), Math.sqrt(3)),
    /** Triangular, u = a / sqrt(6) (JCGM 100:2008, 4.3.9). */
    TRIANGULAR(new Text("三角分布", "triangular"), Math.sqrt(6)),
    /** Arcsine (U-shaped): a sinusoid met at a random moment, u = a / sqrt(2) (JCGM 101:2008, 6.4.6). */
    ARCSINE(new Text("反正弦分布", "arcsine"), Math.sqrt(2)),
    /**
     * What is known of a standard deviation that normal repeats gave, estimate sqrt(nu / chi-squared): skewed towards the larger
     * (Box and Tiao, Bayesian Inference in Statistical Analysis, 1973, 2.3). Its u is estimate / sqrt(2 nu) (JCGM 100:2008,
     * E.4.3); it has no half-width.
     */
    STANDARD_DEVIATION(new Text("标准偏差的分布", "that of a standard deviation"), Double.NaN);

    private final Text word;
    private final double divisor;

    Distribution(Text word, double divisor) {
        this.word = word;
        this.divisor = divisor;
    }

    /** What budgets print. */
    public Text word() {
        return word;
    }

    /** The half-width over the standard uncertainty; not a number where there is none. */
    public double divisor() {
        return divisor;
    }

    /**
     * The standard uncertainty, in the half-width's unit.
     *
     * @param halfWidth half the distance between the ends, not negative
     */
    public double standardUncertainty(double halfWidth) {
        return halfWidth / divisor;
    }
}
