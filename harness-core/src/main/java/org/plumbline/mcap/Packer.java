package org.plumbline.mcap;

import com.github.luben.zstd.Zstd;
import com.github.luben.zstd.ZstdCompressCtx;
import org.jspecify.annotations.Nullable;

/** Compresses the records of chunks, one chunk at a time. */
final class Packer implements AutoCloseable {

    private final @Nullable ZstdCompressCtx zstd;

    /** @param compresses whether it does */
    Packer(boolean compresses) {
        this.zstd = compresses ? context() : null;
    }

    private static ZstdCompressCtx context() {
        ZstdLibrary.load();
        return new ZstdCompressCtx();
    }

    /** The format's word for how. */
    String compression() {
        return zstd == null ? "" : "zstd";
    }

    /**
     * The content of a chunk of these records.
     *
     * @param room may be overwritten; the content is there, or is the records
     */
    Bytes pack(Bytes records, Bytes room) {
        if (zstd == null) {
            return records;
        }
        room.clear();
        room.room((int) Math.min(Zstd.compressBound(records.size()), Integer.MAX_VALUE));
        room.wrote(zstd.compressByteArray(room.array(), 0, room.array().length, records.array(), 0, records.size()));
        return room;
    }

    @Override
    public void close() {
        if (zstd != null) {
            zstd.close();
        }
    }
}
