package org.plumbline.modbus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.plumbline.bench.SignalSpec;
import org.plumbline.channel.Heard;
import org.plumbline.channel.Packet;
import org.plumbline.channel.Poller;
import org.plumbline.error.InputException;
import org.plumbline.text.Language;

/** The answers are those of pymodbus 3.0 and of a Vaisala PTU300, as their own tests have them. */
class DeviceIdentificationTest {

    private static final HexFormat HEX = HexFormat.ofDelimiter(" ");
    private static final String PYMODBUS =
            "2B 0E 01 83 00 00 03 00 07 43 6F 6D 70 61 6E 79 01 07 50 72 6F 64 75 63 74 02 07 76 32 2E 31 2E 31 32";
    private static final String VAISALA =
            "2B 0E 01 83 00 00 03 00 07 56 61 69 73 61 6C 61 01 06 50 54 55 33 30 30 02 04 35 2E 31 36";

    private static SignalSpec object(int number) {
        return Heard.signal("o" + number, Map.of("unit-id", 10, "type", "device-id", "object", number));
    }

    private static final List<SignalSpec> SIGNALS =
            Stream.of(0, 1, 2, 3).map(DeviceIdentificationTest::object).toList();

    private static List<String> told(String pdu, Framing framing, Poller master) {
        Heard heard = new Heard();
        Packet asked = master.ask(1, Packet.of(framing.wrap(10, HEX.parseHex("2B 0E 01 00"))));
        byte[] answer = framing.wrap(10, HEX.parseHex(pdu));
        if (framing.numbers()) {
            System.arraycopy(asked.payload(), 0, answer, 0, 2);
        }
        master.decode(2, Packet.of(answer), heard);
        return heard.lines();
    }

    private static List<String> told(String pdu) {
        List<String> rtu = told(pdu, new RtuFraming(), (Poller)
                new ModbusRtuCodec().decoder(Heard.channel("modbus-rtu", Map.of()), SIGNALS));
        assertThat(told(pdu, new TcpFraming(), (Poller)
                        new ModbusTcpCodec().decoder(Heard.channel("modbus-tcp", Map.of()), SIGNALS)))
                .isEqualTo(rtu);
        return rtu;
    }

    @Test
    void everyObjectThatComesIsATextAndWhatDoesNotComeIsNoFault() {
        assertThat(told(PYMODBUS)).containsExactly("o0='Company'", "o1='Product'", "o2='v2.1.12'");
        assertThat(told(VAISALA)).containsExactly("o0='Vaisala'", "o1='PTU300'", "o2='5.16'");
    }

    /** The conformity level, that more follows, and from which object on, do not matter to what is there. */
    @Test
    void moreMayFollow() {
        assertThat(told("2B 0E 02 82 FF 02 01 01 02 58 31")).containsExactly("o1='X1'");
    }

    @Test
    void whatFillsUpATextIsLeftOutAndWhatIsNoneIsAFault() {
        assertThat(told("2B 0E 01 01 00 00 02 00 03 41 20 00 01 01 E4"))
                .containsExactly("o0='A'", "value: object 1: no ASCII text");
    }

    @Test
    void aRefusalIsNoIdentity() {
        assertThat(told("AB 01")).containsExactly("exception: unit 10 function 43: exception code 1");
    }

    /** On a serial line its length is known by its objects alone. */
    @ParameterizedTest
    @CsvSource({
        "2B 0E 01 01 00 00 02 00 01 41",
        "2B 0E 01 01 00 00 01 00 02 41",
        "2B 0E 01 01 00 00 01 00 01 41 42",
        "2B 0E 01"
    })
    void objectsThatDoNotEndWithTheAnswerAreAFault(String pdu) {
        assertThat(told(pdu, new TcpFraming(), (Poller)
                        new ModbusTcpCodec().decoder(Heard.channel("modbus-tcp", Map.of()), SIGNALS)))
                .containsExactly("length: the objects of the device identification do not end with the answer");
    }

    @ParameterizedTest
    @CsvSource({
        "type=device-id, '\"object\" is missing'",
        "type=device-id object=256, object cannot be 256; use: 0 … 255",
        "type=device-id object=1 register=7, register cannot be 7; use: object: 0 … 255",
        "type=device-id object=1 function=3, function cannot be 3; use: 43",
        "object=1, type cannot be uint16; use: device-id",
        "type=device-id object=1 scale=2, scale is not for type device-id"
    })
    void whatDoesNotGoTogetherIsRefused(String words, String why) {
        Map<String, Object> settings = new HashMap<>();
        Stream.of(words.split(" "))
                .map(pair -> pair.split("="))
                .forEach(pair ->
                        settings.put(pair[0], pair[0].equals("type") ? pair[1] : (Object) Integer.valueOf(pair[1])));
        assertThatThrownBy(() -> ModbusPoint.of(Heard.signal("a", settings), false))
                .isInstanceOfSatisfying(InputException.class, e -> assertThat(e.message(Language.EN))
                        .contains(why.split("; ")));
    }
}
