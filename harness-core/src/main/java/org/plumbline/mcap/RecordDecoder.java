package org.plumbline.mcap;

import java.util.zip.CRC32;
import org.plumbline.mcap.McapRecord.Attachment;
import org.plumbline.mcap.McapRecord.AttachmentIndex;
import org.plumbline.mcap.McapRecord.Channel;
import org.plumbline.mcap.McapRecord.Chunk;
import org.plumbline.mcap.McapRecord.ChunkIndex;
import org.plumbline.mcap.McapRecord.DataEnd;
import org.plumbline.mcap.McapRecord.Footer;
import org.plumbline.mcap.McapRecord.Header;
import org.plumbline.mcap.McapRecord.Message;
import org.plumbline.mcap.McapRecord.MessageIndex;
import org.plumbline.mcap.McapRecord.Metadata;
import org.plumbline.mcap.McapRecord.MetadataIndex;
import org.plumbline.mcap.McapRecord.Schema;
import org.plumbline.mcap.McapRecord.Statistics;
import org.plumbline.mcap.McapRecord.SummaryOffset;

/** Bytes to records. Bytes after a record's last field are ignored, as the format asks. */
final class RecordDecoder {

    private static final int FOOTER_LENGTH = 20;
    static final int MESSAGE_FIELDS = 22;
    private static final int INDEX_ENTRY = 16;

    private RecordDecoder() {}

    static McapRecord decode(Opcode opcode, Fields in) throws McapException {
        return switch (opcode) {
            case HEADER -> new Header(in.text(), in.text());
            case FOOTER -> footer(in);
            case SCHEMA -> new Schema(in.u16(), in.text(), in.text(), in.bytes(in.u32()));
            case CHANNEL -> new Channel(in.u16(), in.u16(), in.text(), in.text(), in.texts());
            case MESSAGE -> message(in.array(), in.position(), in.left(), in.place());
            case CHUNK -> chunk(in);
            case MESSAGE_INDEX -> messageIndex(in);
            case CHUNK_INDEX -> chunkIndex(in);
            case ATTACHMENT -> attachment(in);
            case ATTACHMENT_INDEX ->
                new AttachmentIndex(in.u64(), in.u64(), in.u64(), in.u64(), in.u64(), in.text(), in.text());
            case STATISTICS -> statistics(in);
            case METADATA -> new Metadata(in.text(), in.texts());
            case METADATA_INDEX -> new MetadataIndex(in.u64(), in.u64(), in.text());
            case SUMMARY_OFFSET -> new SummaryOffset(in.u8(), in.u64(), in.u64());
            case DATA_END -> new DataEnd(in.u32());
        };
    }

    static Message message(byte[] data, int from, int length, Place place) throws McapException {
        checkMessage(length, place);
        byte[] content = new byte[length - MESSAGE_FIELDS];
        System.arraycopy(data, from + MESSAGE_FIELDS, content, 0, content.length);
        return new Message(
                Little.u16(data, from),
                Little.u32(data, from + 2),
                Little.u64(data, from + 6),
                Little.u64(data, from + 14),
                content);
    }

    static void checkMessage(int length, Place place) throws McapException {
        if (length < MESSAGE_FIELDS) {
            throw place.error("a message of " + length + " bytes; at least " + MESSAGE_FIELDS + " are needed");
        }
    }

    private static Footer footer(Fields in) throws McapException {
        if (in.left() != FOOTER_LENGTH) {
            throw in.place().error("a footer of " + in.left() + " bytes; it has " + FOOTER_LENGTH);
        }
        return new Footer(in.u64(), in.u64(), in.u32());
    }

    /** Leaves the fields at the first of the chunk's bytes. */
    static Chunk chunk(Fields in) throws McapException {
        return new Chunk(in.u64(), in.u64(), in.u64(), in.u32(), in.text(), in.u64());
    }

    private static MessageIndex messageIndex(Fields in) throws McapException {
        int channel = in.u16();
        Fields entries = in.nested();
        if (entries.left() % INDEX_ENTRY != 0) {
            throw in.place().error("a message index of " + entries.left() + " bytes; an entry has " + INDEX_ENTRY);
        }
        int count = entries.left() / INDEX_ENTRY;
        MessageIndex index = new MessageIndex(channel, new long[count], new long[count]);
        for (int i = 0; i < count; i++) {
            index.logTimes()[i] = entries.u64();
            index.offsets()[i] = entries.u64();
        }
        return index;
    }

    private static ChunkIndex chunkIndex(Fields in) throws McapException {
        return new ChunkIndex(
                in.u64(), in.u64(), in.u64(), in.u64(), in.numbers(), in.u64(), in.text(), in.u64(), in.u64());
    }

    private static Attachment attachment(Fields in) throws McapException {
        int start = in.position();
        Attachment attachment = new Attachment(in.u64(), in.u64(), in.text(), in.text(), in.bytes(in.u64()));
        CRC32 crc = new CRC32();
        crc.update(in.array(), start, in.consumed());
        long stored = in.u32();
        if (stored != 0 && stored != crc.getValue()) {
            throw in.place().error("attachment " + attachment.name() + " " + mismatch(stored, crc.getValue()));
        }
        return attachment;
    }

    private static Statistics statistics(Fields in) throws McapException {
        return new Statistics(
                in.u64(), in.u16(), in.u32(), in.u32(), in.u32(), in.u32(), in.u64(), in.u64(), in.numbers());
    }

    /** For messages: what a CRC should be and is. */
    static String mismatch(long stored, long computed) {
        return String.format("has the CRC %08x, its bytes have %08x", stored, computed);
    }
}
