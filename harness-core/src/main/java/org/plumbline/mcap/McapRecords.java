package org.plumbline.mcap;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;
import org.plumbline.mcap.McapRecord.Channel;
import org.plumbline.mcap.McapRecord.Chunk;
import org.plumbline.mcap.McapRecord.DataEnd;
import org.plumbline.mcap.McapRecord.Footer;
import org.plumbline.mcap.McapRecord.Message;

/**
 * The records of a file from front to back, in the order in which they stand there: header, data section, summary,
 * footer. Each {@link Chunk} is followed by the records that it holds. Needs no summary. One chunk is in memory at a
 * time. Records of unknown type are passed over.
 *
 * <p>A strict reader checks every CRC that the file has: of a chunk before its first record is yielded, of the data
 * section at its end, of the summary at the footer.
 *
 * <p>A lenient reader throws nothing but errors of the disk. A record that is wrong in itself is passed over; where the
 * file is cut off, or the record's length cannot be true, it ends. Of an uncompressed chunk that is cut off, all its
 * complete records are yielded; of a compressed one, those in the compressor's complete blocks.
 */
public final class McapRecords {

    private static final int HEAD = 9;
    private static final int FOOTER_CRC = 4;

    private final Window window;
    private final McapReaderOptions options;
    private final Unpacker unpacker;
    private final Damage damage;
    private final Definitions definitions = new Definitions(true);
    private final CRC32 crc = new CRC32();
    private Section section = Section.START;
    private byte[] unpacked = {};
    private @Nullable RecordRun chunk;
    private long offset;
    private long position;
    private long summaryStart;
    private long passedOver;
    private boolean ended;

    McapRecords(Source source, McapReaderOptions options, Unpacker unpacker) {
        this.window = new Window(source);
        this.options = options;
        this.unpacker = unpacker;
        this.damage = new Damage(options);
    }

    /**
     * Passes over the messages of channels that are defined from here on and fit: they are checked and counted as others
     * are, and cost no memory.
     */
    public McapRecords passingOver(Predicate<? super Channel> unwanted) {
        definitions.passOver(unwanted);
        return this;
    }

    /** How many messages were passed over because nobody wanted those of their channel. */
    public long passedOver() {
        return passedOver;
    }

    /**
     * The next record; null after the last. After an exception the reading is over.
     *
     * @throws McapException where the file breaks the format, unless the reader is lenient
     */
    public @Nullable McapRecord next() throws IOException {
        while (chunk != null || !ended) {
            try {
                McapRecord record = chunk != null ? inner(chunk) : outer();
                if (record != null) {
                    return record;
                }
            } catch (McapException e) {
                report(e);
            }
        }
        return null;
    }

    private void report(McapException problem) throws McapException {
        try {
            damage.report(problem);
        } catch (McapException e) {
            ended = true;
            chunk = null;
            throw e;
        }
    }

    /** Bytes from the start of the file to the end of the last complete record; a chunk is one record here. */
    public long position() {
        return position;
    }

    /** Bytes from the start of the file to the record that was yielded last, or to the chunk that holds it. */
    public long offset() {
        return offset;
    }

    /** Whether the record that was yielded last stands in a chunk. */
    public boolean inChunk() {
        return chunk != null && chunk.hasBegun();
    }

    /** Whether the record that was yielded last stands after the data section. */
    public boolean inSummary() {
        return section == Section.SUMMARY;
    }

    /** What a lenient reader passed over so far: at most the first 100 problems, in the order of the file. */
    public List<McapException> damage() {
        return damage.found();
    }

    Definitions definitions() {
        return definitions;
    }

    private @Nullable McapRecord inner(RecordRun content) throws McapException {
        while (content.advance()) {
            if (content.isMessage()) {
                Message message = message(content);
                if (message != null) {
                    return message;
                }
                continue;
            }
            Opcode opcode = content.opcode();
            if (opcode != null) {
                return decode(Section.CHUNK, opcode, content.fields());
            }
        }
        chunk = null;
        return null;
    }

    /** Null for one that nobody wants. */
    private @Nullable Message message(RecordRun content) throws McapException {
        if (content.hasMessageFields() && definitions.isPassedOver(content.channel())) {
            passedOver++;
            return null;
        }
        Message message = content.message();
        if (definitions.channel(message.channel()) == null) {
            definitions.check(message, content.place());
        }
        return message;
    }

    private McapRecord decode(Section where, Opcode opcode, Fields fields) throws McapException {
        where.check(opcode, fields.place());
        McapRecord record = RecordDecoder.decode(opcode, fields);
        definitions.accept(record, fields.place());
        return record;
    }

    /** One record outside chunks; null for one that is passed over, and at the end. */
    private @Nullable McapRecord outer() throws IOException {
        if (position == 0) {
            return begin();
        }
        offset = position;
        long left = window.size() - position;
        if (left < HEAD) {
            throw end("the file ends" + (left == 0 ? "" : " within a record's first " + HEAD + " bytes")
                    + ", before the footer");
        }
        int head = window.at(position, HEAD);
        int code = window.array()[head] & 0xFF;
        long length = Little.u64(window.array(), head + 1);
        if (length < 0 || length > left - HEAD) {
            return cutOff(code, length, left - HEAD);
        }
        if (code == 0) {
            throw end("a record with the opcode 0, which none has");
        }
        Opcode opcode = Opcode.of(code);
        if (opcode == null) {
            take(HEAD + length);
            return null;
        }
        if (length > options.sizeLimit()) {
            take(HEAD + length);
            throw new McapException(offset, "a record of " + length + " bytes; the limit is " + options.sizeLimit());
        }
        return whole(opcode, (int) length);
    }

    private @Nullable McapRecord begin() throws IOException {
        if (hasMagic(0)) {
            take(McapWriter.MAGIC.length);
        } else {
            ended = true;
        }
        return null;
    }

    private @Nullable McapRecord whole(Opcode opcode, int length) throws IOException {
        int from = window.at(position, HEAD + length) + HEAD;
        Fields fields = new Fields(window.array(), from, from + length, Place.at(offset));
        long dataCrc = crc.getValue();
        if (opcode == Opcode.FOOTER && section == Section.SUMMARY) {
            crc.update(window.array(), from - HEAD, Math.max(0, HEAD + length - FOOTER_CRC));
            position += HEAD + length;
        } else {
            take(HEAD + (long) length);
        }
        Section where = section;
        section = where == Section.START ? Section.DATA : where;
        McapRecord record = decode(where, opcode, fields);
        if (record instanceof Chunk head) {
            open(head, fields);
        } else if (record instanceof DataEnd end) {
            dataEnd(end, dataCrc);
        } else if (record instanceof Footer footer) {
            footer(footer);
        } else if (record instanceof Message message && definitions.isPassedOver(message.channel())) {
            passedOver++;
            return null;
        }
        return record;
    }

    /** Goes over bytes and adds them to the CRC of the section. */
    private void take(long length) throws IOException {
        long to = position + length;
        while (position < to) {
            int step = (int) Math.min(to - position, 1 << 16);
            int from = window.at(position, step);
            crc.update(window.array(), from, step);
            position += step;
        }
    }

    private void open(Chunk head, Fields fields) throws McapException {
        chunk = unpacker.unpack(head, fields, damage, unpacked);
        unpacked = chunk.array() == fields.array() ? unpacked : chunk.array();
    }

    private void dataEnd(DataEnd end, long dataCrc) throws McapException {
        section = Section.SUMMARY;
        summaryStart = position;
        crc.reset();
        if (end.dataSectionCrc() != 0 && end.dataSectionCrc() != dataCrc) {
            report(new McapException(
                    offset, "the data section " + RecordDecoder.mismatch(end.dataSectionCrc(), dataCrc)));
        }
    }

    private void footer(Footer footer) throws IOException {
        ended = true;
        if (footer.summaryCrc() != 0 && footer.summaryCrc() != crc.getValue()) {
            report(new McapException(
                    offset, "the summary " + RecordDecoder.mismatch(footer.summaryCrc(), crc.getValue())));
        }
        long expected = summaryStart == offset ? 0 : summaryStart;
        if (footer.summaryStart() != expected) {
            report(new McapException(
                    offset,
                    "the footer says that the summary begins at byte " + Long.toUnsignedString(footer.summaryStart())
                            + "; it begins at byte " + expected));
        }
        if (hasMagic(position)) {
            position += McapWriter.MAGIC.length;
            if (window.size() > position) {
                report(new McapException(position, "bytes after the end of the file"));
            }
        }
    }

    /** Reports where they are not there. */
    private boolean hasMagic(long at) throws IOException {
        int length = McapWriter.MAGIC.length;
        if (window.size() < at + length) {
            report(new McapException(at, "the file ends within the magic bytes"));
            return false;
        }
        int from = window.at(at, length);
        boolean same = Arrays.equals(window.array(), from, from + length, McapWriter.MAGIC, 0, length);
        if (!same) {
            report(new McapException(at, "no MCAP magic bytes of version 0 here"));
        }
        return same;
    }

    private McapException end(String problem) {
        ended = true;
        return new McapException(position, problem);
    }

    private @Nullable McapRecord cutOff(int code, long length, long left) throws IOException {
        McapException problem = end("a record of " + Long.toUnsignedString(length) + " bytes, where " + left
                + " are left: the file is cut off, or the length is wrong");
        report(problem);
        if (code != Opcode.CHUNK.code() || section != Section.DATA) {
            return null;
        }
        Fields start = fields(Math.min(left, 1 << 16));
        Chunk head = RecordDecoder.chunk(start);
        long packed = Math.min(left - start.consumed(), options.sizeLimit());
        if (Long.compareUnsigned(head.compressedSize(), packed) < 0) {
            packed = head.compressedSize();
        }
        Fields rest = fields(start.consumed() + packed);
        chunk = unpacker.unpack(RecordDecoder.chunk(rest), rest, damage, unpacked);
        return head;
    }

    /** Of the record here, its first bytes after the head. */
    private Fields fields(long length) throws IOException {
        int from = window.at(position + HEAD, (int) length);
        return new Fields(window.array(), from, from + (int) length, Place.at(position));
    }
}
