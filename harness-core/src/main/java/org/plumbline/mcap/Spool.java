package org.plumbline.mcap;

import java.io.Closeable;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;

/**
 * Bytes that are written once and read once, from the front: few of them in memory, the others in a temporary file that
 * nobody else reads. Where there can be no such file they stay in memory. Not by channel: an interrupted thread would
 * close it.
 */
final class Spool implements Closeable {

    private final int most;
    private final Bytes latest = new Bytes(1024);
    private @Nullable Path path;
    private @Nullable RandomAccessFile file;
    private long spilled;
    private boolean spills = true;

    /** @param most bytes that stay in memory */
    Spool(int most) {
        this.most = most;
    }

    /** Where the next bytes go; {@link #wrote} follows. */
    Bytes end() {
        return latest;
    }

    /** Some bytes are complete. */
    void wrote() {
        if (spills && latest.size() > most) {
            try {
                spill();
            } catch (IOException e) {
                spills = false;
            }
        }
    }

    private void spill() throws IOException {
        RandomAccessFile target = file == null ? create() : file;
        target.seek(spilled);
        target.write(latest.array(), 0, latest.size());
        spilled += latest.size();
        latest.clear();
    }

    private RandomAccessFile create() throws IOException {
        Path created = Files.createTempFile("plumbline-mcap-", ".tmp");
        path = created;
        RandomAccessFile opened = new RandomAccessFile(created.toFile(), "rw");
        file = opened;
        try {
            // gone also when the process is killed
            Files.delete(created);
        } catch (IOException e) {
            // Windows deletes no open file: there it goes at the end
            created.toFile().deleteOnExit();
        }
        return opened;
    }

    long size() {
        return spilled + latest.size();
    }

    /** Writes everything, and adds it to the CRC. */
    void writeTo(Sink sink, CRC32 crc) throws IOException {
        if (file != null) {
            file.seek(0);
            byte[] piece = new byte[1 << 16];
            for (long left = spilled; left > 0; ) {
                int count = (int) Math.min(left, piece.length);
                file.readFully(piece, 0, count);
                crc.update(piece, 0, count);
                sink.write(piece, count);
                left -= count;
            }
        }
        crc.update(latest.array(), 0, latest.size());
        sink.write(latest.array(), latest.size());
    }

    @Override
    public void close() throws IOException {
        if (file != null) {
            file.close();
        }
        if (path != null) {
            Files.deleteIfExists(path);
        }
    }
}
