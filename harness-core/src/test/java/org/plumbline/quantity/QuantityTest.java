package org.plumbline.quantity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class QuantityTest {

    @ParameterizedTest
    @CsvSource({
        "5 s, 5, s",
        "5s, 5, s",
        "' -0.10  m ', -0.1, m",
        "+3, 3, 1",
        "3, 3, 1",
        "5%, 5, %",
        "1e3 ms, 1000, ms",
        "2.5E-1 m/s2, 0.25, m/s2",
        "90 deg, 90, deg",
    })
    void reads(String text, double value, String unit) {
        assertThat(Quantity.parse(text))
                .contains(new Quantity(value, Unit.of(unit).orElseThrow()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "m", "5 parsec", "5 m s", "1,5 m", ".5 m", "5. m", "0x10", "NaN", "1e s", "--1"})
    void doesNotGuess(String text) {
        assertThat(Quantity.parse(text)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0",
        "-0.0, 0",
        "5.0, 5",
        "0.10, 0.1",
        "1e6, 1000000",
        "123456.789, 123456.789",
        "-2.50, -2.5",
        "0.000000001, 0.000000001",
        "1e-10, 1.0E-10",
        "1e300, 1.0E300",
        "NaN, NaN",
        "-Infinity, -Infinity",
    })
    void isWrittenAsPeopleWriteIt(double value, String text) {
        assertThat(Quantity.plain(value)).isEqualTo(text);
    }

    @Test
    void standsWithItsUnitAndCountsWithout() {
        assertThat(new Quantity(5, Unit.S)).hasToString("5 s");
        assertThat(new Quantity(5, Unit.ONE)).hasToString("5");
    }

    @Test
    void knowsDurationsInNanoseconds() {
        assertThat(Quantity.parse("1.5 min").orElseThrow().nanos()).isEqualTo(90_000_000_000L);
        assertThat(Quantity.parse("0.1 ms").orElseThrow().nanos()).isEqualTo(100_000L);
        assertThatThrownBy(() -> Quantity.parse("1 m").orElseThrow().nanos()).hasMessage("no conversion from m to s");
    }
}
