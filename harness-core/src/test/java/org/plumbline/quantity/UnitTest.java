package org.plumbline.quantity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UnitTest {

    private static Unit unit(String symbol) {
        return Unit.of(symbol).orElseThrow();
    }

    @ParameterizedTest
    @CsvSource({
        "35, mm, m, 0.035",
        "1, km, cm, 100000",
        "1, m, um, 1000000",
        "250, mm/s, m/s, 0.25",
        "36, km/h, m/s, 10",
        "3600, kn, m/s, 1852",
        "10, kn, km/h, 18.52",
        "1.5, h, s, 5400",
        "2, min, ms, 120000",
        "3, us, s, 0.000003",
        "180, deg, rad, 3.141592653589793",
        "180, deg/s, deg/s, 180",
        "25, degC, K, 298.15",
        "0, K, degC, -273.15",
        "1, bar, kPa, 100",
        "1013.25, hPa, Pa, 101325",
        "0.2, MPa, bar, 2",
        "5, %, 1, 0.05",
        "3000, rpm, deg/s, 18000",
        "1, rpm, rad/s, 0.10471975511965977",
        "120, /min, Hz, 2",
        "250, g, kg, 0.25",
        "1.5, kN, N, 1500",
        "24, V, mV, 24000",
        "0.5, A, mA, 500",
        "2, kW, mW, 2000000",
    })
    void convertsValues(double value, String from, String to, double result) {
        assertThat(unit(from).convert(value, unit(to))).isCloseTo(result, within(1e-12 * Math.abs(result)));
    }

    @ParameterizedTest
    @CsvSource({
        "5, degC, K, 5",
        "0.005, degC, K, 0.005",
        "0.005, K, degC, 0.005",
        "0.1, degC, K, 0.1",
        "20, mm, m, 0.02",
        "3, dB, dBm, 3",
        "3, dBm, dB, 3",
    })
    void convertsDifferencesWithoutTheZeroAndWithoutItsDigits(double value, String from, String to, double result) {
        assertThat(unit(from).convertDifference(value, unit(to))).isEqualTo(result);
    }

    @ParameterizedTest
    @CsvSource({
        "m, s",
        "1, m",
        "1, rad",
        "1, deg",
        "%, deg",
        "Hz, deg/s",
        "m/s, m/s2",
        "kg, N",
        "/min, rpm",
        "N.m, J",
        "dBm, mW",
        "dBm, dB",
        "dB, 1"
    })
    void doesNotMixKinds(String one, String other) {
        assertThat(unit(one).isCommensurableWith(unit(other))).isFalse();
        assertThatThrownBy(() -> unit(one).convert(1, unit(other)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("no conversion from " + one + " to " + other);
    }

    @Test
    void aDifferenceOfTemperaturesIsNoTemperature() {
        assertThat(unit("degC").isProportionalTo(unit("K"))).isFalse();
        assertThat(unit("mm").isProportionalTo(unit("m"))).isTrue();
        assertThat(unit("K").isExpressibleIn(unit("degC"))).isFalse();
        assertThat(unit("degC").isExpressibleIn(unit("K"))).isTrue();
        assertThat(unit("degC").isExpressibleIn(unit("degC"))).isTrue();
        assertThat(unit("mm").isExpressibleIn(unit("s"))).isFalse();
    }

    /** Subtracting levels divides powers: what remains is a ratio in dB, and no power. */
    @Test
    void aDifferenceOfLevelsIsNoLevel() {
        assertThat(unit("dBm").ofDifference()).isEqualTo(unit("dB"));
        assertThat(unit("dB").measuresDifferencesOf(unit("dBm"))).isTrue();
        assertThat(unit("mW").measuresDifferencesOf(unit("dBm"))).isFalse();
        assertThat(unit("dB").isExpressibleIn(unit("dBm"))).isFalse();
    }

    @Test
    void degreesCelsiusMayBeWrittenAsInUcum() {
        assertThat(Unit.of("Cel")).contains(unit("degC"));
        assertThat(Unit.symbols()).contains("degC").doesNotContain("Cel");
    }

    @Test
    void everySymbolConvertsToItselfUnchanged() {
        assertThat(Unit.symbols()).hasSizeGreaterThan(25).allSatisfy(symbol -> assertThat(
                        unit(symbol).convert(0.1, unit(symbol)))
                .isEqualTo(0.1));
        assertThat(Unit.of("parsec")).isEmpty();
    }
}
