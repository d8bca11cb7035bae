package org.plumbline.channel;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.plumbline.quantity.Unit;

class ValueTest {

    @ParameterizedTest
    @CsvSource({
        "5, m, 5, true",
        "5, m, 5.0, true",
        "5, m, 5 m, true",
        "5000, mm, 5 m, true",
        "100, mm, 0.1 m, true",
        "5, mm, 5 m, false",
        "5, m, 5 mm, false",
        "5, m, 5 s, false",
        "5, 1, 5 m, false",
        "0.05, 1, 5 %, true",
        "293.15, K, 20 degC, true",
        "0, m, 0 mm, true",
        "1e-13, m, 0 mm, false",
        "5, m, five, false",
        "202611270001235, 1, 202611270001235, true",
        "202611270001235, 1, 202611270001234, false",
        "0.30000000000000004, m, 0.3, true",
    })
    void aNumberIsThatOfATextInItsUnit(double value, String unit, String text, boolean same) {
        assertThat(new Value.Numeric(value).is(text, Unit.of(unit).orElseThrow()))
                .isEqualTo(same);
    }

    @ParameterizedTest
    @CsvSource({"5 m, 5 m, true", "5.0, 5, false", "done, done, true", "done, Done, false"})
    void aTextIsNothingElse(String value, String text, boolean same) {
        assertThat(new Value.Literal(value).is(text, Unit.ONE)).isEqualTo(same);
    }

    @ParameterizedTest
    @CsvSource({"true, true, true", "true, 1, false", "false, false, true"})
    void aFlagIsTrueOrFalse(boolean value, String text, boolean same) {
        assertThat(new Value.Logical(value).is(text, Unit.ONE)).isEqualTo(same);
    }

    @ParameterizedTest
    @CsvSource({
        "5, 5",
        "+5., 5",
        "-.5e1, -5",
        "5.25E+2, 525",
        "-9007199254740991, -9007199254740991",
        "9.9E37, 9.9E37",
        "0.10000000000000000001, 0.1",
        "1e-99999999999, 0",
    })
    void decimalNumbersAreRead(String text, double value) {
        assertThat(Value.Numeric.parse(text)).contains(new Value.Numeric(value));
    }

    @ParameterizedTest
    @CsvSource({"''", ".", "5e", "1.2.3", "NaN", "0x1p3", "5d", "1e999", "٥", "9007199254740993"})
    void allElseIsNone(String text) {
        assertThat(Value.Numeric.parse(text)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "9007199254740993, 9007199254740993",
        "0.10000000000000000001, 0.10000000000000000001",
        "1e-99999999999, 0"
    })
    void decimalNumbersHaveAllTheirDigitsWhereTheyAreAskedFor(String text, BigDecimal number) {
        assertThat(Value.Numeric.decimal(text)).contains(number);
    }

    /** Read again from each of its digits, it would never end. */
    @Test
    void aLongOneThatIsNoneTakesOneLook() {
        assertThat(Value.Numeric.parse("9".repeat(2_000_000) + "x")).isEmpty();
    }
}
