package org.plumbline.channel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.plumbline.binary.BinaryCodec;
import org.plumbline.json.JsonCodec;
import org.plumbline.lines.LinesCodec;
import org.plumbline.nmea.Nmea0183Codec;

/** Whatever a broken device sends, no exception leaves a decoder; seeds are fixed, a failure names its own. */
public class MutatedInputTest {

    private static final int ROUNDS = 3000;

    private static final Map<String, Codec> CODECS = Map.of(
            "nmea", new Nmea0183Codec(),
            "json", new JsonCodec(),
            "lines", new LinesCodec(),
            "binary", new BinaryCodec());

    private static final Map<String, Object> CHANNEL = Map.of(
            "pattern", "D=(?<d>\\S+) m (?<s>.*)",
            "start", "3C",
            "check", "XOR-8",
            "messages", Map.of("m", Map.of("fields", List.of(Map.of("name", "n", "type", "u16")))));

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            delimiter = '|',
            value = {
                "nmea  | sentence=DPT field=1       | $SDDPT,0.5,0.5,*7B\\r\\n$HEROT,-11.23,A*07\\r\\n",
                "nmea  | sentence=ROT field=2 type=text | $HEROT,-11.23,A*07\\r\\n!AIVDM,1,1,,A,0*00\\r\\n",
                "json  | pointer=/pose/x            | {\"pose\":{\"x\":1.5e3,\"y\":[true,null,\"\\u00e9\"]},\"n\":-0.0}",
                "json  | pointer=/n topic=a/+/# type=number | {\"n\":123456789012345678901234567890,\"m\":NaN}",
                "lines | group=d                    | D=+12.5 m OK\\r\\nD=1e3 m OK\\n",
                "lines | group=s type=text          | D=7 m OK\\r\\nERR 5\\n\\n",
                "binary | message=m field=n         | <12?<12?\\r\\n<56?",
            })
    void neverEscapesAsAnException(String codec, String settings, String good) {
        Map<String, String> keys = new HashMap<>();
        for (String pair : settings.split(" ")) {
            keys.put(pair.split("=")[0], pair.split("=")[1]);
        }
        byte[] original = good.replace("\\r", "\r").replace("\\n", "\n").getBytes(StandardCharsets.UTF_8);
        Decoder decoder = CODECS.get(codec).decoder(Heard.channel(codec, CHANNEL), List.of(Heard.signal("x", keys)));
        Heard all = new Heard();
        for (int seed = 0; seed < ROUNDS; seed++) {
            byte[] mutated = mutated(original, new Random(seed));
            Packet packet = new Packet(seed % 3 == 0 ? "a/b/c" : "", mutated);
            assertThatCode(() -> decoder.decode(0, packet, all))
                    .as("seed %d", seed)
                    .doesNotThrowAnyException();
        }
        assertThat(all.frames()).isGreaterThan(ROUNDS / 10);
        assertThat(all.lines()).anyMatch(line -> line.startsWith("x=")).anyMatch(line -> line.startsWith("syntax"));
    }

    /** One to four of: another byte, a byte less, a byte more, a stretch twice, the rest cut off. */
    public static byte[] mutated(byte[] original, Random random) {
        List<Byte> bytes = new ArrayList<>();
        for (byte b : original) {
            bytes.add(b);
        }
        for (int count = random.nextInt(5); count > 0 && !bytes.isEmpty(); count--) {
            int at = random.nextInt(bytes.size());
            switch (random.nextInt(5)) {
                case 0 -> bytes.set(at, (byte) random.nextInt(256));
                case 1 -> bytes.remove(at);
                case 2 -> bytes.add(at, (byte) random.nextInt(256));
                case 3 -> bytes.addAll(at, List.copyOf(bytes.subList(at, bytes.size())));
                default -> bytes.subList(at, bytes.size()).clear();
            }
        }
        byte[] result = new byte[bytes.size()];
        for (int i = 0; i < result.length; i++) {
            result[i] = bytes.get(i);
        }
        return result;
    }
}
