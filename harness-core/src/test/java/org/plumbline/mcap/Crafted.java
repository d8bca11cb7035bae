package org.plumbline.mcap;

import com.github.luben.zstd.Zstd;
import java.util.Arrays;
import java.util.Map;
import java.util.zip.CRC32;
import org.plumbline.mcap.McapRecord.Channel;
import org.plumbline.mcap.McapRecord.Header;
import org.plumbline.mcap.McapRecord.Schema;

/** A file put together record by record: what other writers write, and what none should. */
final class Crafted {

    private final Bytes file = new Bytes(1024).raw(McapWriter.MAGIC);

    Crafted() {
        RecordEncoder.PLAIN.header(file, new Header("", ""));
    }

    static Bytes records() {
        return new Bytes(256);
    }

    static Bytes channel(Bytes out, int id, String topic) {
        RecordEncoder.PLAIN.channel(out, new Channel(id, 0, topic, "raw", Map.of()));
        return out;
    }

    static Bytes schema(Bytes out, int id, String name) {
        RecordEncoder.PLAIN.schema(out, new Schema(id, name, "", new byte[0]));
        return out;
    }

    static Bytes message(Bytes out, int channel, long time) {
        RecordEncoder.message(out, channel, 0, time, time, new byte[] {1, 2});
        return out;
    }

    static byte[] toArray(Bytes bytes) {
        return Arrays.copyOf(bytes.array(), bytes.size());
    }

    long position() {
        return file.size();
    }

    Crafted add(Bytes records) {
        file.raw(records);
        return this;
    }

    Crafted add(int opcode, Bytes content) {
        file.u8(opcode).u64(content.size()).raw(content);
        return this;
    }

    Crafted channel(int id, String topic) {
        channel(file, id, topic);
        return this;
    }

    Crafted message(int channel, long time) {
        message(file, channel, time);
        return this;
    }

    /** A chunk of zstd frames, each of one piece of its records. */
    Crafted zstd(long uncompressedSize, Bytes... pieces) {
        Bytes packed = records();
        for (Bytes piece : pieces) {
            packed.raw(Zstd.compress(toArray(piece)));
        }
        return chunk("zstd", uncompressedSize, 0, packed);
    }

    Crafted uncompressed(Bytes records) {
        CRC32 crc = new CRC32();
        crc.update(records.array(), 0, records.size());
        return chunk("", records.size(), crc.getValue(), records);
    }

    /** A chunk from time 0 to 100, with two bytes at its end that this version of the format does not know. */
    Crafted chunk(String compression, long uncompressedSize, long crc, Bytes packed) {
        Bytes content = records().u64(0).u64(100).u64(uncompressedSize).u32(crc).text(compression);
        return add(6, content.u64(packed.size()).raw(packed).u16(7));
    }

    /** Data end, footer and magic, without CRCs and without a summary. */
    byte[] end() {
        file.u8(0x0F).u64(4).u32(0);
        file.u8(2).u64(20).u64(0).u64(0).u32(0).raw(McapWriter.MAGIC);
        return toArray(file);
    }
}
