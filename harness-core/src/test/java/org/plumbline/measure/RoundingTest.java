package org.plumbline.measure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.plumbline.text.Text;

class RoundingTest {

    private static final double MANY = 1000;

    /** The first two are the examples of JCGM 100:2008, 7.2.6: 10,057 62 Ω with 27 mΩ, and 28,05 kHz. */
    @ParameterizedTest
    @CsvSource({
        "10.05762, 0.027,  10.058, 0.027",
        "1234.5,   28.05,  1234,   28",
        "0.0412,   0.0204, 0.041,  0.020",
        "0.0412,   0.0996, 0.04,   0.10",
        "5,        0.095,  5.000,  0.095",
        "5,        0.0999, 5.00,   0.10",
        "1234.5,   1,      1234.5, 1.0",
        "98765,    1234,   98800,  1200",
        "98765,    996,    98800,  1000",
        "0.125,    0.15,   0.12,   0.15",
        "-0.125,   0.15,   -0.12,  0.15",
        "NaN,      0.15,   NaN,    0.15",
    })
    void keepsTwoDigitsOfU(double value, double u, String shownValue, String shownU) {
        assertThat(Rounding.of(value, u)).isEqualTo(shownValue);
        assertThat(Rounding.uncertainty(u)).isEqualTo(shownU);
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0",
        "-0.0, 0",
        "3, 3",
        "1234567, 1234567",
        "0.12345678, 0.123457",
        "100.0, 100",
        "Infinity, Infinity"
    })
    void keepsSixDigitsAndWholeNumbersWhereUIsZero(double value, String shown) {
        assertThat(Rounding.of(value, 0)).isEqualTo(shown);
    }

    /** 0.10 would be below 0.1002. */
    @ParameterizedTest
    @CsvSource({"0.1004, 0.1002, 0.1004", "-0.1004, -0.1002, -0.1004", "0.1004, 0.2, 0.10", "0.0999, 0.1002, 0.10"})
    void keepsTheDigitsThatShowOnWhichSideItIs(double value, double number, String shown) {
        assertThat(Rounding.beside(value, 0.2, number)).isEqualTo(shown);
    }

    /** From 1000 degrees of freedom on k is that of a normal distribution to the digits shown. */
    @Test
    void degreesOfFreedomAreShownWhereKShowsThem() {
        assertThat(Rounding.coverage(Uncertainty.stated(1, 2, MANY))).isEqualTo("k = 2");
        assertThat(Rounding.coverage(Uncertainty.stated(1, 2, MANY - 1))).isEqualTo("k = 2, ν = 999");
    }

    @Test
    void isHowAMeasurementIsWritten() {
        Text what = Text.same("x");
        assertThat(new Measurement(
                        what, 0.04123, Samples.unit("m"), false, Uncertainty.stated(0.02, 2), 0, 1, 9, List.of(), null))
                .hasToString("0.041 m ± 0.020 m (k = 2)");
        assertThat(new Measurement(what, 0.25, Samples.unit("m"), true, Uncertainty.NONE, 0, 1, 9, List.of(), null))
                .hasToString("> 0.25 m");
        assertThat(new Measurement(
                        what, 9.5, Samples.unit("1"), false, Uncertainty.stated(0.6, 2), 0, 1, 9, List.of(), null))
                .hasToString("9.50 ± 0.60 (k = 2)");
    }
}
