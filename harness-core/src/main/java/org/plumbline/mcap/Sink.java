package org.plumbline.mcap;

import java.io.Closeable;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.CRC32;

/** The file being written, with the count and the CRC of its bytes. After a failed write nothing more is written. */
final class Sink implements Closeable {

    // The JDK copies what it writes into native memory of the same size.
    private static final int SLICE = 1 << 16;

    // Not a channel: an interrupt of the writing thread would close it, and the file would end there.
    private final OutputStream file;
    private final CRC32 crc = new CRC32();
    private long position;
    private boolean failed;

    Sink(OutputStream file) {
        this.file = file;
    }

    /** A new file. */
    static Sink create(Path path) throws IOException {
        Files.createFile(path);
        return new Sink(new FileOutputStream(path.toFile()));
    }

    long position() {
        return position;
    }

    long crc() {
        return crc.getValue();
    }

    /** Writes the bytes and clears them. */
    void write(Bytes bytes) throws IOException {
        write(bytes.array(), bytes.size());
        bytes.clear();
    }

    void write(byte[] bytes, int length) throws IOException {
        if (failed) {
            throw new IOException("nothing is written after a write that failed");
        }
        failed = true;
        int slice;
        for (int from = 0; from < length; from += slice) {
            slice = Math.min(SLICE, length - from);
            file.write(bytes, from, slice);
        }
        failed = false;
        crc.update(bytes, 0, length);
        position += length;
    }

    /** Says that the file is whole up to here. */
    void flush() throws IOException {
        if (!failed) {
            file.flush();
        }
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
