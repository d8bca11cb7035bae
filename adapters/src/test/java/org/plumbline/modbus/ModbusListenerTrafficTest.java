package org.plumbline.modbus;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.plumbline.bench.SignalSpec;
import org.plumbline.channel.DecodeSink;
import org.plumbline.channel.Decoder;
import org.plumbline.channel.FrameError;
import org.plumbline.channel.Heard;
import org.plumbline.channel.Packet;
import org.plumbline.channel.Value;
import org.plumbline.text.Text;

/** Long questions and answers, cut as adapters cut them: what the registers hold may look like a frame. */
class ModbusListenerTrafficTest {

    private static final HexFormat HEX = HexFormat.of().withUpperCase();
    private static final int EXCHANGES = 100;

    private final Decoder listener =
            new ModbusRtuCodec().decoder(Heard.channel("modbus-rtu", Map.of("role", "listener")), List.of());
    private final List<String> frames = new ArrayList<>();
    private final List<String> faults = new ArrayList<>();

    private final DecodeSink sink = new DecodeSink() {
        @Override
        public void frame(long time, Packet frame) {
            frames.add(HEX.formatHex(frame.payload()));
        }

        @Override
        public void sample(SignalSpec signal, Value value) {
            throw new IllegalStateException("no signal was asked for");
        }

        @Override
        public void error(FrameError kind, Text detail) {
            faults.add(kind.key() + ": " + detail);
        }
    };

    static IntStream sizesOfReads() {
        return IntStream.rangeClosed(1, 16);
    }

    private void hear(byte[] stream, int size) {
        for (int from = 0; from < stream.length; from += size) {
            listener.decode(1, Packet.of(Arrays.copyOfRange(stream, from, Math.min(stream.length, from + size))), sink);
        }
    }

    private static byte[] stream(List<byte[]> frames) {
        ByteArrayOutputStream stream = new ByteArrayOutputStream();
        frames.forEach(stream::writeBytes);
        return stream.toByteArray();
    }

    private static List<String> hex(List<byte[]> frames) {
        return frames.stream().map(HEX::formatHex).toList();
    }

    /** Questions that write registers or read them, and their answers: whole numbers as they are usual, or any bytes. */
    private static List<byte[]> traffic(Random random) {
        List<byte[]> frames = new ArrayList<>();
        for (int i = 0; i < EXCHANGES; i++) {
            int quantity = 60 + random.nextInt(64);
            byte[] data = new byte[2 * quantity];
            random.nextBytes(data);
            if (random.nextBoolean()) {
                for (int high = 0; high < data.length; high += 2) {
                    data[high] &= 3;
                }
            }
            boolean writes = random.nextBoolean();
            byte[] head = {(byte) (writes ? 16 : 3), 0, (byte) random.nextInt(256), 0, (byte) quantity};
            frames.add(writes ? frame(head, new byte[] {(byte) data.length}, data) : frame(head));
            frames.add(writes ? frame(head) : frame(new byte[] {3, (byte) data.length}, data));
        }
        return frames;
    }

    private static byte[] frame(byte[]... pdu) {
        return new RtuFraming().wrap(17, stream(List.of(pdu)));
    }

    /** Its data hold the beginnings of frames of a form that is not known, and what would be their CRC. */
    @Test
    void looksForNoFormThatIsNotKnownInAQuestionThatIsStillComing() {
        String question = "1110000000142802F100D402AF01B70071027303E70058022F0214016802B50060005902EB00F4"
                + "0366038603640067FF7E";
        hear(HEX.parseHex(question), 8);
        assertThat(frames).containsExactly(question);
        assertThat(faults).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("sizesOfReads")
    void hearsLongFramesWholeHoweverTheyAreCut(int size) {
        List<byte[]> traffic = traffic(new Random(size));
        hear(stream(traffic), size);
        assertThat(frames).isEqualTo(hex(traffic));
        assertThat(faults).isEmpty();
    }

    /** The frame after a damaged one may be lost with it, and nothing else. */
    @ParameterizedTest
    @MethodSource("sizesOfReads")
    void recoversAfterADamagedFrame(int size) {
        Random random = new Random(size);
        List<byte[]> traffic = traffic(random);
        List<String> whole = new ArrayList<>();
        for (int i = 0; i < traffic.size(); i++) {
            if (i % 50 == 20 + size) {
                byte[] frame = traffic.get(i);
                frame[random.nextInt(frame.length)] ^= (byte) (1 + random.nextInt(255));
                i++;
            } else {
                whole.add(HEX.formatHex(traffic.get(i)));
            }
        }
        hear(stream(traffic), size);
        assertThat(String.join("", frames)).isEqualTo(HEX.formatHex(stream(traffic)));
        assertThat(frames).containsSubsequence(whole);
        assertThat(faults).isNotEmpty();
    }
}
