package org.plumbline.mcap;

import com.github.luben.zstd.Zstd;
import com.github.luben.zstd.ZstdDecompressCtx;
import com.github.luben.zstd.ZstdException;
import com.github.luben.zstd.ZstdInputStreamNoFinalizer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;
import org.plumbline.mcap.McapRecord.Chunk;

/** Gets at the records of chunks: checks sizes, decompresses, checks the CRC. */
final class Unpacker implements AutoCloseable {

    /** A zstd block (RFC 8878, 3.1.1.2) holds at most 128 KiB and takes at least 4 bytes. */
    private static final long ZSTD_MAX_RATIO = (128 << 10) / 4;

    private final McapReaderOptions options;
    private final CRC32 crc = new CRC32();
    private @Nullable ZstdDecompressCtx zstd;

    Unpacker(McapReaderOptions options) {
        this.options = options;
    }

    /**
     * The records of a chunk. Of a chunk that is cut off, those that can be had.
     *
     * @param fields of the chunk, at its compressed bytes; cut off where the file is
     * @param damage told of a chunk that is cut off
     * @param reuse a buffer that may be overwritten; the content may use it or the array of the fields
     */
    RecordRun unpack(Chunk chunk, Fields fields, Damage damage, byte[] reuse) throws McapException {
        checkSize(chunk, fields);
        boolean complete = Long.compareUnsigned(chunk.compressedSize(), fields.left()) <= 0;
        if (!complete) {
            damage.report(fields.place()
                    .error("a chunk says that it holds " + Long.toUnsignedString(chunk.compressedSize())
                            + " bytes, its record has " + fields.left()));
        }
        int packed = complete ? (int) chunk.compressedSize() : fields.left();
        RecordRun content = decompress(chunk, fields, packed, complete, reuse);
        if (complete && chunk.uncompressedCrc() != 0) {
            checkCrc(chunk, content, fields.place());
        }
        return content;
    }

    private void checkSize(Chunk chunk, Fields fields) throws McapException {
        if (Long.compareUnsigned(chunk.uncompressedSize(), options.sizeLimit()) > 0) {
            throw fields.place()
                    .error("a chunk of " + Long.toUnsignedString(chunk.uncompressedSize())
                            + " bytes uncompressed; the limit is " + options.sizeLimit());
        }
    }

    private RecordRun decompress(Chunk chunk, Fields fields, int packed, boolean complete, byte[] reuse)
            throws McapException {
        Place place = fields.place();
        int from = fields.position();
        int size = (int) chunk.uncompressedSize();
        if (chunk.compression().isEmpty()) {
            checkLength(chunk, chunk.compressedSize(), place);
            return new RecordRun(fields.array(), from, from + packed, Place.inChunk(place.offset()), complete);
        }
        if (chunk.compression().equals("lz4")) {
            return lz4(chunk, fields, packed, complete, reuse);
        }
        if (!chunk.compression().equals("zstd")) {
            throw place.error(
                    "a chunk is compressed with \"" + chunk.compression() + "\"; this reader knows zstd and lz4");
        }
        ZstdLibrary.load();
        if (complete && packed > 0) {
            checkFrame(fields, packed, size);
        }
        long possible = ZSTD_MAX_RATIO * packed;
        if (complete && size > possible) {
            throw place.error("a chunk says that " + packed + " bytes of zstd hold " + size + "; they hold " + possible
                    + " at most");
        }
        int capacity = (int) Math.min(size, possible);
        byte[] target = reuse.length >= capacity ? reuse : new byte[capacity];
        int length = complete
                ? whole(chunk, fields.array(), from, packed, target, place)
                : part(fields.array(), from, packed, target, capacity);
        return new RecordRun(target, 0, length, Place.inChunk(place.offset()), complete);
    }

    private static RecordRun lz4(Chunk chunk, Fields fields, int packed, boolean complete, byte[] reuse)
            throws McapException {
        Place place = fields.place();
        int size = (int) chunk.uncompressedSize();
        byte[] target = Lz4.room(packed, size, reuse);
        try {
            int length = Lz4.decompress(fields.array(), fields.position(), packed, target, size, complete);
            if (complete) {
                checkLength(chunk, length, place);
            }
            return new RecordRun(target, 0, length, Place.inChunk(place.offset()), complete);
        } catch (IOException e) {
            throw place.error("a chunk of " + size + " bytes cannot be decompressed: " + e.getMessage());
        }
    }

    /** Before memory is taken for what the chunk says. Frames that do not say their size are checked afterwards. */
    private static void checkFrame(Fields fields, int packed, int size) throws McapException {
        byte[] data = fields.array();
        int from = fields.position();
        long content = Zstd.getFrameContentSize(data, from, packed);
        try {
            if (content > 0 && content != size && Zstd.findFrameCompressedSize(data, from, packed) == packed) {
                throw fields.place()
                        .error("a chunk says that it holds " + size + " bytes uncompressed, its zstd frame says "
                                + content);
            }
        } catch (ZstdException e) {
            throw undecodable(size, e, fields.place());
        }
    }

    private static McapException undecodable(int size, ZstdException e, Place place) {
        return place.error("a chunk of " + size + " bytes cannot be decompressed: " + e.getMessage());
    }

    private int whole(Chunk chunk, byte[] data, int from, int packed, byte[] target, Place place) throws McapException {
        int size = (int) chunk.uncompressedSize();
        if (size == 0 && packed == 0) {
            return 0;
        }
        try {
            checkLength(chunk, context().decompressByteArray(target, 0, size, data, from, packed), place);
            return size;
        } catch (ZstdException e) {
            throw undecodable(size, e, place);
        }
    }

    private ZstdDecompressCtx context() {
        ZstdDecompressCtx context = zstd;
        if (context == null) {
            context = new ZstdDecompressCtx();
            zstd = context;
        }
        return context;
    }

    /** What the blocks that are whole hold. */
    private static int part(byte[] data, int from, int packed, byte[] target, int size) {
        int length = 0;
        try (ZstdInputStreamNoFinalizer in =
                new ZstdInputStreamNoFinalizer(new ByteArrayInputStream(data, from, packed)).setContinuous(true)) {
            int count = 0;
            while (count >= 0 && length < size) {
                length += count;
                count = in.read(target, length, size - length);
            }
        } catch (IOException e) {
            // damaged besides; what came before stays
        }
        return length;
    }

    private static void checkLength(Chunk chunk, long length, Place place) throws McapException {
        if (length != chunk.uncompressedSize()) {
            throw place.error("a chunk says that it holds " + chunk.uncompressedSize()
                    + " bytes uncompressed, and holds " + Long.toUnsignedString(length));
        }
    }

    private void checkCrc(Chunk chunk, RecordRun content, Place place) throws McapException {
        crc.reset();
        content.addTo(crc);
        if (crc.getValue() != chunk.uncompressedCrc()) {
            throw place.error("a chunk " + RecordDecoder.mismatch(chunk.uncompressedCrc(), crc.getValue()));
        }
    }

    @Override
    public void close() {
        if (zstd != null) {
            zstd.close();
        }
    }
}
