package org.plumbline.lines;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.plumbline.bench.SignalSpec;
import org.plumbline.channel.Decoder;
import org.plumbline.channel.Encoder;
import org.plumbline.channel.Heard;
import org.plumbline.channel.Value;
import org.plumbline.error.InputException;
import org.plumbline.text.Language;

class LinesCodecTest {

    private static final String PATTERN = "D=(?<d>\\S*) m( (?<s>.+))?";

    private static Decoder decoder(String pattern, SignalSpec... signals) {
        return new LinesCodec().decoder(Heard.channel("lines", Map.of("pattern", pattern)), List.of(signals));
    }

    private static SignalSpec signal(String group, String type) {
        return Heard.signal(group, Map.of("group", group, "type", type));
    }

    private static List<String> heard(String pattern, String bytes, SignalSpec... signals) {
        Heard heard = new Heard();
        decoder(pattern, signals).decode(1, Heard.packet(bytes), heard);
        return heard.lines();
    }

    @ParameterizedTest
    @CsvSource({
        "'D=+12.5 m OK\r\n', 'd=12.5,s=''OK'''",
        "'D=.5 m\n', d=0.5",
        "'  D=7. m \r\n', d=7",
        "'D=-1.2E-1 m\n', d=-0.12",
        "'D= m\n', ''",
        "'D=NaN m\n', value: d: NaN",
        "'D=1d m\n', value: d: 1d",
        "'D=0x10 m\n', value: d: 0x10",
        "'D=1e999 m\n', value: d: 1e999",
        "'D=9007199254740993 m\n', value: d: 9007199254740993",
        "'D=5 cm\n', syntax: the line does not fit the pattern",
        "'D=5 m', ''",
    })
    void readsWholeLinesByTheirGroups(String line, String heard) {
        assertThat(String.join(",", heard(PATTERN, line, signal("d", "number"), signal("s", "text"))))
                .isEqualTo(heard);
    }

    /**
     * The replies of balances to S and SI (Mettler-Toledo, MT-SICS Reference Manual 11780711, weights in ten characters, as
     * public drivers quote it; S + is an overload) and of a force gauge to ? (Mark-10, Series 4 User's Guide, 9.1.4).
     */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "S (?<state>[SDI+-])( +(?<value>-?[0-9.]+) g)?    | `S S     100.00 g` | value=100,state='S'",
                "S (?<state>[SDI+-])( +(?<value>-?[0-9.]+) g)?    | `S D     129.07 g` | value=129.07,state='D'",
                "S (?<state>[SDI+-])( +(?<value>-?[0-9.]+) g)?    | `S S    -100.00 g` | value=-100,state='S'",
                "S (?<state>[SDI+-])( +(?<value>-?[0-9.]+) g)?    | `S +`              | state='+'",
                "S (?<state>[SDI+-])( +(?<value>-?[0-9.]+) g)?    | `S S     100.0`    | syntax: the line does not fit the pattern",
                "S (?<state>[SDI+-])( +(?<value>-?[0-9.]+) g)?    | `ES`               | syntax: the line does not fit the pattern",
                "(?<value>-?[0-9.]+) (?<state>[A-Za-z]+)            | `-18.78 lbF`       | value=-18.78,state='lbF'",
                "(?<value>-?[0-9.]+) (?<state>[A-Za-z]+)            | `4.285 N`          | value=4.285,state='N'",
                "(?<value>-?[0-9.]+) (?<state>[A-Za-z]+)            | `*10`              | syntax: the line does not fit the pattern",
            })
    void readsWhatManualsOfInstrumentsPrint(String pattern, String line, String heard) {
        assertThat(String.join(",", heard(pattern, line + "\r\n", signal("value", "number"), signal("state", "text"))))
                .isEqualTo(heard);
    }

    @Test
    void numbersMayBeScaled() {
        Map<String, Object> settings = Map.of("group", "d", "scale", "0.1", "offset", "-40");
        assertThat(heard(PATTERN, "D=3 m\r\nD=1e308 m\r\n", Heard.signal("d", settings)))
                .containsExactly("d=-39.7", "d=" + Double.valueOf(1e307));
        assertThat(heard(PATTERN, "D=1e308 m\r\n", Heard.signal("d", Map.of("group", "d", "scale", "10"))))
                .containsExactly("value: d: 1e308");
        assertThatThrownBy(() -> decoder(PATTERN, Heard.signal("d", Map.of("group", "d", "scale", "0"))))
                .hasMessage("(java): scale cannot be 0; write what one step is worth");
    }

    @Test
    void aPatternThatRecursesTooDeepIsNoMatch() {
        assertThat(heard("(?<d>(x|y)*)", "x".repeat(1023) + "\n", signal("d", "text")))
                .hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({
        "D=(?<x>.),   d, number, the channel's pattern has no group called d; write (?<d>...) in the pattern",
        "D=\\(?<d>.,  d, number, the channel's pattern has no group called d; write (?<d>...) in the pattern",
        "D=(?<d>.),   d, flag,   flag is not a type; write number or text",
        "D=(?<d>.,    d, number, 'the regular expression is wrong at character 9: Unclosed group; for example D=(?<value>[-0-9.]+)'",
    })
    void badSettingsAreSaid(String pattern, String group, String type, String en) {
        assertThatThrownBy(() -> decoder(pattern, signal(group, type)))
                .isInstanceOf(InputException.class)
                .hasMessage("(java): " + en);
    }

    @Test
    void badSettingsAreSaidInChinese() {
        assertThatThrownBy(() -> decoder("D=(?<x>.)", signal("d", "number")))
                .isInstanceOfSatisfying(InputException.class, e -> assertThat(e.message(Language.ZH))
                        .isEqualTo("(java): 通道的 pattern 中没有名为 d 的组；在 pattern 中写 (?<d>…)"));
        assertThatThrownBy(() -> sent("eol")).isInstanceOfSatisfying(InputException.class, e -> {
            assertThat(e.message(Language.ZH)).isEqualTo("(java): line-end 的值 eol 无效；请写 crlf、lf 或 cr");
            assertThat(e.message(Language.EN)).isEqualTo("(java): eol is not a line end; write crlf, lf or cr");
        });
    }

    @Test
    void groupsAreFoundUnderFlagsAndComments() {
        assertThat(heard("(?x) D= (?<d>\\d+) # depth", "D=5\n", signal("d", "number")))
                .containsExactly("d=5");
    }

    private static String sent(String lineEnd) {
        return new LinesCodec()
                .encoder(Heard.channel("lines", Map.of("line-end", lineEnd)), Heard.command(Map.of("line", "GO {n}")))
                .encode(Map.of("n", "3"))
                .text();
    }

    @ParameterizedTest
    @CsvSource({
        "'D=1 m\rD=2 m\r', D=1 m<|D=2 m<",
        "'D=1 m\r\nD=2 m\r\n', D=1 m<|/D=2 m<",
        "'D=1 m\nD=2 m\n', D=1 m/|D=2 m/",
    })
    void whatArrivesMayEndAtCarriageReturns(String bytes, String frames) {
        Decoder decoder = new LinesCodec()
                .decoder(
                        Heard.channel("lines", Map.of("pattern", PATTERN, "line-end", "cr")),
                        List.of(signal("d", "number")));
        Heard heard = new Heard();
        decoder.decode(1, Heard.packet(bytes), heard);
        assertThat(heard.lines()).containsExactly("d=1", "d=2");
        assertThat(heard.frames()).isEqualTo(2);
        assertThat(heard.bytes().replace('\r', '<').replace('\n', '/')).isEqualTo(frames.replace("|", ""));
    }

    @Test
    void commandsHaveTheLineEndOfTheChannel() {
        assertThat(sent("crlf")).isEqualTo("GO 3\r\n");
        assertThat(sent("lf")).isEqualTo("GO 3\n");
        assertThat(sent("cr")).isEqualTo("GO 3\r");
    }

    /** Seeded: any number and any text without line ends. */
    @Test
    void whatIsSentIsRead() {
        Random random = new Random(20_261_127);
        Encoder encoder = new LinesCodec()
                .encoder(Heard.channel("lines", Map.of()), Heard.command(Map.of("line", "D={d} m {s}")));
        for (int i = 0; i < 1_000; i++) {
            double number = (random.nextDouble() - 0.5) * Math.pow(10, random.nextInt(30) - 15);
            String text = "s" + Integer.toString(random.nextInt(), Character.MAX_RADIX);
            String line = encoder.encode(Map.of("d", Double.toString(number), "s", text))
                    .text();
            assertThat(heard(PATTERN, line, signal("d", "number"), signal("s", "text")))
                    .containsExactly("d=" + new Value.Numeric(number).shown(), "s='" + text + "'");
        }
    }
}
