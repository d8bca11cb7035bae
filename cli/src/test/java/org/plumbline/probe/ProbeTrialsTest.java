package org.plumbline.probe;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.plumbline.bench.Bench;
import org.plumbline.bench.ChannelSpec;
import org.plumbline.binary.BinaryCodec;
import org.plumbline.channel.Adapters;
import org.plumbline.channel.Key;
import org.plumbline.channel.Link;
import org.plumbline.channel.Packet;
import org.plumbline.channel.Receiver;
import org.plumbline.channel.Transport;
import org.plumbline.lines.LinesCodec;
import org.plumbline.modbus.ModbusRtuCodec;
import org.plumbline.nmea.Nmea0183Codec;
import org.plumbline.standard.Completeness;
import org.plumbline.text.Text;
import org.plumbline.timeline.VirtualClock;

/** What other baud rates are tried, and how: the board speaks at 57600 baud, 2 s after its port was opened; otherwise noise. */
class ProbeTrialsTest {

    private static final long SECOND = 1_000_000_000L;

    private static final Map<String, Object> FRAMES = Map.of(
            "baud",
            4800,
            "start",
            "AA 55",
            "byte-order",
            "little",
            "header",
            List.of(Map.of("name", "length", "type", "u8"), Map.of("name", "id", "type", "u8")),
            "length-field",
            "length",
            "length-plus",
            6,
            "check",
            "CRC-16/MODBUS",
            "max-length",
            32,
            "messages",
            Map.of(
                    "level",
                    Map.of("when", Map.of("id", 1), "fields", List.of(Map.of("name", "height", "type", "u16")))));

    private final VirtualClock clock = new VirtualClock();
    private final Board board = new Board();
    private final List<Text> progress = new ArrayList<>();
    private Set<String> alone = Set.of();

    private final class Board implements Transport, Link {

        private final List<String> done = new ArrayList<>();
        private @Nullable Receiver receiver;
        private int rate;
        private int right = 57_600;
        private int chance;
        private String noise = "\0x\n\0";
        private double period = 0.5;
        /** It says nothing by itself. */
        private boolean answers;

        /** Of the first so many questions at its rate it makes nothing. */
        private int confused;

        @Override
        public String name() {
            return "serial";
        }

        @Override
        public List<Key> keys() {
            return List.of();
        }

        @Override
        public Link open(ChannelSpec channel, Receiver to) {
            receiver = to;
            rate = channel.settings().integer("baud").orElseThrow();
            done.add("open " + rate);
            if (!answers) {
                speakAt(clock.now() + 2 * SECOND);
            }
            return this;
        }

        private void speakAt(long at) {
            clock.schedule(at, () -> {
                if (receiver != null) {
                    receiver.received(at, Packet.of((speaks() ? "4 m\n" : noise).getBytes(ISO_8859_1)));
                    speakAt(at + Math.round(period * SECOND));
                }
            });
        }

        /** At one wrong rate once, too. */
        private boolean speaks() {
            boolean lucky = rate == chance;
            chance = lucky ? 0 : chance;
            return lucky || rate == right;
        }

        @Override
        public boolean retune(int baud) {
            done.add("retune " + baud);
            rate = baud;
            return baud != 38_400;
        }

        @Override
        public void send(Packet packet) {
            done.add("send at " + rate);
            if (answers && rate == right && confused-- <= 0) {
                long at = clock.now() + SECOND / 100;
                clock.schedule(
                        at, () -> receiver.received(at, Packet.of(HexFormat.of().parseHex("0103020007F986"))));
            }
        }

        @Override
        public void close() {
            receiver = null;
            done.add("close");
        }
    }

    private ChannelFinding finding(String codec, Map<String, ?> channel, Map<String, ?> signal) {
        Bench bench = LoneChannel.bench("serial", codec, channel, signal);
        Adapters adapters = new Adapters(
                List.of(board),
                List.of(new LinesCodec(), new ModbusRtuCodec(), new BinaryCodec(), new Nmea0183Codec()));
        return new Probe(bench, adapters, clock, Completeness.DEFAULT, progress::add, alone)
                .listen(5 * SECOND)
                .channels()
                .get(0);
    }

    private ChannelFinding lines(int baud) {
        return finding("lines", Map.of("baud", baud, "pattern", "(?<d>\\S+) m"), Map.of("group", "d"));
    }

    @Test
    void onePortStaysOpenForAll() {
        assertThat(lines(4800).reasons())
                .containsExactly(new Text(
                        "波特率 4800 有误: 用 57600 可以解码；请写 baud: 57600",
                        "the baud rate 4800 is wrong: it decodes at 57600; write baud: 57600"));
        assertThat(board.done)
                .containsExactly(
                        "open 4800",
                        "retune 9600",
                        "retune 115200",
                        "retune 38400",
                        "retune 19200",
                        "retune 57600",
                        "close");
    }

    @Test
    void aDeviceThatSendsSeldomIsHeardAtItsRate() {
        board.period = 5;
        assertThat(lines(9600).reasons())
                .extracting(Text::en)
                .containsExactly("the baud rate 9600 is wrong: it decodes at 57600; write baud: 57600");
    }

    @Test
    void aRateAtWhichNothingWasHeardIsNotBlamed() {
        board.period = 15;
        assertThat(lines(9600).reasons())
                .containsExactly(
                        new Text(
                                "收到 4 字节，无法解码；最近收到 00 78 0A",
                                "4 bytes arrived that cannot be decoded; what came last: 00 78 0A"),
                        new Text("已试波特率 4800, 9600, 921600，都不能解码", "none of the baud rates 4800, 9600, 921600 decodes"),
                        new Text(
                                "波特率 19200, 57600, 115200, 230400 下各听 5 s，没有收到任何数据；设备发送间隔更长时，请加大 --for",
                                "nothing was heard at the baud rates 19200, 57600, 115200, 230400, for 5 s each; if the"
                                        + " device sends more seldom, listen longer with --for"));
    }

    @Test
    void ofBlankLinesNothingIsQuoted() {
        board.right = 0;
        board.noise = "\n";
        assertThat(lines(4800).reasons())
                .first()
                .extracting(Text::en)
                .asString()
                .matches("\\d+ bytes arrived that cannot be decoded \\(the line does not fit the pattern\\)");
    }

    @Test
    void oneFrameThatIsSoundByChanceIsNoProof() {
        board.chance = 9600;
        assertThat(lines(4800).reasons())
                .extracting(Text::en)
                .containsExactly("the baud rate 4800 is wrong: it decodes at 57600; write baud: 57600");
    }

    @Test
    void readableTextThatFitsNoPatternProvesTheRate() {
        board.right = 0;
        board.noise = "Level: 0012.34 mm\n";
        assertThat(lines(4800).reasons())
                .satisfiesExactly(
                        what -> assertThat(what.en())
                                .endsWith("(the line does not fit the pattern); what came last: Level: 0012.34 mm"),
                        right -> assertThat(right)
                                .isEqualTo(new Text(
                                        "收到的是可读的文本，波特率无误，未试其他波特率: 请对照所收的行核对 codec、pattern 和行尾",
                                        "what comes is readable text, so the baud rate is right, and no other was tried:"
                                                + " compare codec, pattern and line end with the lines that come")));
        assertThat(board.done).containsExactly("open 4800", "close");
    }

    @Test
    void sentencesWithAWrongChecksumSayWhatItIs() {
        board.right = 0;
        board.noise = "$SDDPT,2.4,0.0*00\r\n";
        assertThat(depth().reasons())
                .satisfiesExactly(
                        what -> assertThat(what.en())
                                .contains("given 00, computed 51")
                                .endsWith("$SDDPT,2.4,0.0*00"),
                        right -> assertThat(right)
                                .isEqualTo(new Text(
                                        "收到的都是可读的语句，只是校验和不符或缺失，波特率无误，未试其他波特率: 请检查设备如何计算校验和，以及途中有没有什么改动了语句",
                                        "what comes are readable sentences, only their checksums are wrong or missing, so the"
                                                + " baud rate is right, and no other was tried: look how the device computes"
                                                + " them, and whether something on the way changes its sentences")));
        assertThat(board.done).containsExactly("open 4800", "close");
    }

    /** It has no pattern and no line end to compare. */
    @Test
    void textThatIsNoSentenceNamesTheCodecAlone() {
        board.right = 0;
        board.noise = "Level: 0012.34 mm\r\n";
        assertThat(depth().reasons())
                .last()
                .extracting(Text::en)
                .asString()
                .endsWith("compare codec with the lines that come");
    }

    private ChannelFinding depth() {
        return finding("nmea-0183", Map.of("baud", 4800), Map.of("sentence", "DPT", "field", 1));
    }

    /** As where the byte order of the check value is wrong. */
    @Test
    void frameAfterFrameWithAWrongCheckValueProvesTheRate() {
        board.right = 0;
        board.noise = "\u00AA\u0055\u0002\u0001\u0000\u002A\u0000\u0000";
        assertThat(finding("binary", FRAMES, Map.of("message", "level", "field", "height"))
                        .reasons())
                .last()
                .isEqualTo(new Text(
                        "收到的帧形状都正确，只是校验值不符，波特率无误，未试其他波特率: 请按设备手册核对校验算法、校验范围和字节序",
                        "every frame has the right shape, only its check value is wrong, so the baud rate is right, and no"
                                + " other was tried: compare the check's algorithm, range and byte order with the device's"
                                + " manual"));
        assertThat(board.done).containsExactly("open 4800", "close");
    }

    /** The line end is the commonest setting to be forgotten: no frame comes, and no other rate is tried. */
    @Test
    void linesThatEndWithCrNameTheSetting() {
        board.right = 0;
        board.noise = "+0012.34 mm\r";
        assertThat(lines(4800).reasons())
                .satisfiesExactly(
                        what -> assertThat(what.en())
                                .matches("\\d+ bytes arrived that cannot be decoded; the last bytes: .*0012\\.34 mm.*"),
                        setting -> assertThat(setting)
                                .isEqualTo(new Text(
                                        "行以 CR 结束，没有 LF；请写 line-end: cr",
                                        "the lines end with CR, no LF comes; write line-end: cr")));
        assertThat(board.done).containsExactly("open 4800", "close");
    }

    @ParameterizedTest
    @CsvSource({"even, 0", "odd, 1"})
    void sevenBitsWithParityReadAsEightNameTheSettings(String parity, int odd) {
        board.right = 0;
        board.noise = "+0012.34 mm\r\n"
                .chars()
                .map(c -> Integer.bitCount(c) % 2 == odd ? c : c | 0x80)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
        assertThat(lines(4800).reasons())
                .last()
                .isEqualTo(new Text(
                        "每个字节的最高位是校验位，其余 7 位是可读的文本；请写 data-bits: 7 和 parity: " + parity,
                        "the highest bit of each byte is a parity bit, and the other 7 are readable text; write data-bits: 7"
                                + " and parity: " + parity));
        assertThat(board.done).containsExactly("open 4800", "close");
    }

    @Test
    void bytesThatAreNoTextAreShownInHexadecimal() {
        board.right = 0;
        board.noise = "\u0055\u00AA\u0001\u0002";
        assertThat(lines(4800).reasons())
                .first()
                .extracting(Text::en)
                .asString()
                .contains("that cannot be decoded; the last bytes: ")
                .contains("55 AA 01 02 55 AA 01 02");
    }

    @Test
    void noneIsTriedWhereTheChannelAsks() {
        ChannelFinding finding =
                finding("modbus-rtu", Map.of("baud", 4800), Map.of("function", 3, "register", 1, "type", "uint16"));
        assertThat(finding.reasons())
                .contains(new Text(
                        "未试其他波特率: 该通道要发送询问或命令，波特率不对时会干扰总线上的其他设备；请按设备手册核对 baud，或者，如果线上只有该设备，加上 --try-baud nav",
                        "no other baud rate was tried: this channel sends questions or commands, which at a wrong rate"
                                + " would disturb the other devices on a bus; compare baud with the device's manual, or add"
                                + " --try-baud nav if the device is alone on its line"));
        assertThat(board.done).startsWith("open 4800").contains("send at 4800").endsWith("close");
        assertThat(board.done).filteredOn(act -> act.startsWith("retune")).isEmpty();
    }

    private ChannelFinding asked(String period) {
        board.answers = true;
        alone = Set.of("nav");
        return finding(
                "modbus-rtu",
                Map.of("baud", 4800),
                Map.of("function", 3, "register", 1, "type", "uint16", "period", period));
    }

    /** The question after those that it took for noise comes a period later. */
    @ParameterizedTest
    @CsvSource({"1 s, 1", "4 s, 0", "4 s, 2"})
    void aDeviceThatIsAloneIsAskedAtEachRate(String period, int confused) {
        board.confused = confused;
        assertThat(asked(period).reasons())
                .extracting(Text::en)
                .startsWith("the baud rate 4800 is wrong: it decodes at 57600; write baud: 57600");
        assertThat(board.done)
                .contains("send at 4800", "send at 9600", "send at 57600")
                .doesNotContain("retune 230400");
    }

    @Test
    void howLongAskingTakesIsSaidBeforeItBegins() {
        board.right = 0;
        assertThat(asked("2 min").reasons())
                .contains(new Text(
                        "波特率 4800, 9600, 19200, 57600, 115200, 230400, 921600 下各询问 15 s，没有收到任何应答",
                        "nothing answered at the baud rates 4800, 9600, 19200, 57600, 115200, 230400, 921600, each of which was"
                                + " asked at for 15 s"));
        assertThat(progress)
                .contains(new Text(
                        "通道 nav: 试波特率 9600，至多 16 s（7 个波特率共至多 112 s）…",
                        "channel nav: trying 9600 baud, for 16 s at most (all 7 rates: 112 s at most) ..."));
    }
}
