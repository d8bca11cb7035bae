package org.plumbline.mcap;

import java.io.IOException;

/** Records outside chunks, found by their offsets. */
final class FileRecords {

    private static final int HEAD = 9;

    private final Source source;
    private final McapReaderOptions options;

    FileRecords(Source source, McapReaderOptions options) {
        this.source = source;
        this.options = options;
    }

    /**
     * The fields of the record of that type at an offset.
     *
     * @throws McapException where there is none; a lenient reader takes what there is of one that is cut off
     */
    Fields at(long offset, Opcode opcode) throws IOException {
        Place place = Place.at(offset);
        long left = source.size() - offset - HEAD;
        if (offset < 0 || left < 0) {
            throw place.error("no " + opcode.shown() + " record here: the file has " + source.size() + " bytes");
        }
        byte[] head = new byte[HEAD];
        source.read(offset, head, 0, HEAD);
        if ((head[0] & 0xFF) != opcode.code()) {
            throw place.error("no " + opcode.shown() + " record here, where an index says so");
        }
        long length = Little.u64(head, 1);
        boolean cut = length < 0 || length > left;
        if (cut && !options.lenient()) {
            throw place.error("a record of " + Long.toUnsignedString(length) + " bytes, where " + left + " are left");
        }
        length = cut ? left : length;
        if (length > options.sizeLimit()) {
            throw place.error("a record of " + length + " bytes; the limit is " + options.sizeLimit());
        }
        byte[] content = new byte[(int) length];
        source.read(offset + HEAD, content, 0, content.length);
        return new Fields(content, 0, content.length, place);
    }
}
