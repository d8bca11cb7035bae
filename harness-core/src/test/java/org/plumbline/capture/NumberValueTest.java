package org.plumbline.capture;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.OptionalDouble;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is read without a JSON parser is what the parser reads, to the last bit. */
class NumberValueTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    private static OptionalDouble read(String number) {
        return NumberValue.read(("{\"value\":" + number + "}").getBytes(StandardCharsets.UTF_8));
    }

    private static void isTheParsers(String number) throws IOException {
        double parsed =
                JSON.readTree("{\"value\":" + number + "}").path("value").doubleValue();
        assertThat(read(number)).as(number).isPresent();
        assertThat(Double.doubleToRawLongBits(read(number).getAsDouble()))
                .as(number)
                .isEqualTo(Double.doubleToRawLongBits(parsed));
    }

    @Test
    void ofAnyDouble() throws IOException {
        Random random = new Random(36_896);
        for (int i = 0; i < 50_000; i++) {
            double value = Double.longBitsToDouble(random.nextLong());
            if (Double.isFinite(value)) {
                isTheParsers(Double.toString(value));
            }
        }
    }

    @Test
    void ofWhatDevicesSend() throws IOException {
        Random random = new Random(1);
        for (int i = 0; i < 50_000; i++) {
            int digits = 1 + random.nextInt(19);
            StringBuilder number = new StringBuilder(random.nextBoolean() ? "-" : "").append(random.nextInt(1000));
            number.append('.');
            for (int digit = 0; digit < digits; digit++) {
                number.append(random.nextInt(10));
            }
            isTheParsers(number.toString());
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0.0",
                "-0.0",
                "4.9E-324",
                "-2.225073858507201E-308",
                "1.7976931348623157E308",
                "1.0E400",
                "-1.5e+3",
                "9007199254740991.0",
                "9007199254740993.5",
                "0.1000000000000000055511151231257827",
                "123456789012345678.9"
            })
    void ofNumbersAtTheEdges(String number) throws IOException {
        isTheParsers(number);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "null",
                "true",
                "\"1.5\"",
                "5",
                "-0",
                "1.",
                ".5",
                "-",
                "01.5",
                "1.5e",
                "1.5e+",
                "NaN",
                "+1.5",
                " 1.5",
                "1.5 ",
                "1.5,\"a\":1.0",
                "1.5f",
                "0x1.8p1",
                ""
            })
    void butNothingElse(String other) {
        assertThat(read(other)).isEmpty();
    }

    @Test
    void norIsAnotherObject() {
        assertThat(NumberValue.read("{\"other\":1.5}".getBytes(StandardCharsets.UTF_8)))
                .isEmpty();
        assertThat(NumberValue.read("{}".getBytes(StandardCharsets.UTF_8))).isEmpty();
        assertThat(NumberValue.read(new byte[0])).isEmpty();
    }
}
