package org.plumbline.quantity;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DoublePrecisionTest {

    @ParameterizedTest
    @CsvSource({
        "0, true",
        "9007199254740991, true",
        "-9007199254740991, true",
        "9007199254740992, false",
        "-9007199254740992, false",
        "18446744073709551615, false",
    })
    void wholeNumbersAreToldFromTheirNeighboursUpTo53Bits(String number, boolean told) {
        BigInteger whole = new BigInteger(number);
        assertThat(DoublePrecision.tells(whole)).isEqualTo(told);
        assertThat(DoublePrecision.tells(whole.doubleValue())).isEqualTo(told);
    }
}
