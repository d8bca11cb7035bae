package org.plumbline.probe;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.plumbline.channel.Codec;
import org.plumbline.channel.Packet;
import org.plumbline.lines.LinesCodec;
import org.plumbline.modbus.ModbusRtuCodec;
import org.plumbline.modbus.ModbusTcpCodec;
import org.plumbline.text.Text;

/** What a peer on TCP is that takes the connection and says nothing, or something else. */
class ProbeTcpTest {

    private static final Map<String, ?> LINES = Map.of("host", "server", "port", 4001, "pattern", "(?<d>\\S+) m");
    private static final Map<String, ?> FORCE = Map.of("function", 3, "register", 7, "period", "0.2 s");
    private static final UnaryOperator<byte[]> SILENCE = question -> new byte[0];

    private static ChannelFinding modbus(Codec codec, int port, UnaryOperator<byte[]> answer) {
        Map<String, Object> channel = new HashMap<>(Map.of("host", "plc", "port", port, "response-timeout", "0.1 s"));
        return Speech.answering("tcp", answer).heard(codec, channel, FORCE);
    }

    @Test
    void oneThatIsSilentTookTheConnection() {
        ChannelFinding finding = Speech.answering("tcp", SILENCE).heard(new LinesCodec(), LINES, Map.of("group", "d"));
        assertThat(finding.state()).isEqualTo(State.BROKEN);
        assertThat(finding.reasons())
                .containsExactly(new Text(
                        "对方 server:4001 接受了连接，但没有发来一个字节: 检查串口服务器后面的设备是否通电、接线和串口参数，端口号是否正确，以及端口是否被别的客户端占用",
                        "server:4001 took the connection, but sends not a byte: check power, cable and serial settings of the"
                                + " device behind a serial server, the port's number, and whether another client holds the"
                                + " port"));
    }

    @ParameterizedTest
    @CsvSource({"502, true", "4001, false"})
    void atThePortOfModbusTcpItMayNotSpeakRtu(int port, boolean usual) {
        assertThat(modbus(new ModbusRtuCodec(), port, SILENCE).reasons().get(0)).satisfies(silent -> {
            assertThat(silent.zh().endsWith("；端口 502 通常是 Modbus TCP（codec: modbus-tcp）"))
                    .isEqualTo(usual);
            assertThat(silent.en().endsWith("; port 502 is usually Modbus TCP (codec: modbus-tcp)"))
                    .isEqualTo(usual);
        });
    }

    /** As servers do that look at the length alone: the unit and the function are the bytes of the CRC. */
    @Test
    void anMbapHeaderProvesModbusTcp() {
        byte[] refusal = HexFormat.of().parseHex("010300000003" + "35CB01");
        assertThat(modbus(new ModbusRtuCodec(), 4001, question -> refusal).reasons())
                .contains(new Text(
                        "收到的字节带 MBAP 头，对方用的是 Modbus TCP；请写 codec: modbus-tcp",
                        "the bytes have an MBAP header: the other side speaks Modbus TCP; write codec: modbus-tcp"));
    }

    /** The answer of Modbus over Serial Line to somebody else's question. */
    @Test
    void aCrcProvesModbusRtu() {
        byte[] answer = HexFormat.of().parseHex("010302002A399B");
        assertThat(modbus(new ModbusTcpCodec(), 502, question -> answer).reasons())
                .contains(new Text(
                        "收到的是带 CRC 的 Modbus RTU 帧；请写 codec: modbus-rtu",
                        "what comes is a frame of Modbus RTU with its CRC; write codec: modbus-rtu"));
    }

    @ParameterizedTest
    @CsvSource({
        "Port already in use, ; what came last: Port already in use",
        "'', ; not a byte came before that: another client may hold the port"
    })
    void oneThatClosesTheConnectionIsQuoted(String words, String said) {
        Packet[] packets =
                words.isEmpty() ? new Packet[0] : new Packet[] {Packet.of((words + "\r\n").getBytes(US_ASCII))};
        assertThat(Speech.over("tcp", packets)
                        .closing()
                        .heard(new LinesCodec(), LINES, Map.of("group", "d"))
                        .reasons())
                .extracting(Text::en)
                .containsExactly("the channel was lost: the end" + said);
    }
}
