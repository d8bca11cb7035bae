package org.plumbline.mcap;

import com.github.luben.zstd.Zstd;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.CRC32;

/** Reads records as the public specification has them, sharing nothing with the writer; a cut tail is no record. */
public final class RecordWalk {

    private static final byte[] MAGIC = {(byte) 0x89, 0x4D, 0x43, 0x41, 0x50, 0x30, 0x0D, 0x0A};

    /** One record: where it begins in the file or in its chunk, and its content. */
    public record Rec(int opcode, long offset, byte[] content) {

        /** The content, from its beginning. */
        public ByteBuffer data() {
            return ByteBuffer.wrap(content).order(ByteOrder.LITTLE_ENDIAN);
        }
    }

    /** A message with its topic. */
    public record Message(String topic, long sequence, long logTime, String text) {}

    private RecordWalk() {}

    /** The top-level records. */
    public static List<Rec> records(byte[] file) {
        if (!java.util.Arrays.equals(MAGIC, java.util.Arrays.copyOf(file, MAGIC.length))) {
            throw new IllegalStateException("no MCAP file");
        }
        return records(file, MAGIC.length);
    }

    private static List<Rec> records(byte[] bytes, int from) {
        List<Rec> records = new ArrayList<>();
        ByteBuffer buffer =
                ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).position(from);
        while (buffer.remaining() >= 9) {
            long offset = buffer.position();
            int opcode = buffer.get() & 0xFF;
            long length = buffer.getLong();
            if (opcode == 0x89 || length > buffer.remaining()) {
                return records;
            }
            byte[] content = new byte[(int) length];
            buffer.get(content);
            records.add(new Rec(opcode, offset, content));
        }
        return records;
    }

    /** The records in a chunk; its size and CRC are checked. */
    public static List<Rec> inChunk(Rec chunk) {
        ByteBuffer data = chunk.data();
        data.getLong();
        data.getLong();
        long size = data.getLong();
        int crc = data.getInt();
        String compression = text(data);
        byte[] packed = new byte[(int) data.getLong()];
        data.get(packed);
        byte[] content = compression.equals("zstd") ? Zstd.decompress(packed, (int) size) : packed;
        if (content.length != size || crc(content, 0, content.length) != crc) {
            throw new IllegalStateException("the chunk is damaged");
        }
        return records(content, 0);
    }

    /** All messages, in the order of the file. */
    public static List<Message> messages(byte[] file) {
        List<Message> messages = new ArrayList<>();
        Map<Integer, String> topics = new LinkedHashMap<>();
        for (Rec record : records(file)) {
            if (record.opcode() == 0x06) {
                inChunk(record).forEach(inner -> read(inner, topics, messages));
            }
        }
        return messages;
    }

    private static void read(Rec record, Map<Integer, String> topics, List<Message> messages) {
        ByteBuffer data = record.data();
        if (record.opcode() == 0x04) {
            int id = data.getShort() & 0xFFFF;
            data.getShort();
            topics.put(id, text(data));
        } else if (record.opcode() == 0x05) {
            String topic = topics.get(data.getShort() & 0xFFFF);
            long sequence = data.getInt() & 0xFFFFFFFFL;
            long logTime = data.getLong();
            data.getLong();
            byte[] rest = new byte[data.remaining()];
            data.get(rest);
            messages.add(new Message(topic, sequence, logTime, new String(rest, StandardCharsets.UTF_8)));
        }
    }

    /** A string: its length in 4 bytes, then UTF-8. */
    public static String text(ByteBuffer data) {
        byte[] bytes = new byte[data.getInt()];
        data.get(bytes);
        return new String(bytes, StandardCharsets.UTF_8);
    }

    /** The CRC-32 of a stretch. */
    public static int crc(byte[] bytes, int from, int length) {
        CRC32 crc = new CRC32();
        crc.update(bytes, from, length);
        return (int) crc.getValue();
    }
}
