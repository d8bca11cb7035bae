package org.plumbline.mcap;

import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** The bytes of a file, as many as there were when it was opened. */
sealed interface Source extends Closeable {

    long size();

    /** Copies {@code length} bytes that begin at {@code position}; all of them are within the size. */
    void read(long position, byte[] target, int from, int length) throws IOException;

    static Source of(Path path) throws IOException {
        FileChannel channel = FileChannel.open(path, StandardOpenOption.READ);
        try {
            return new OfFile(channel, channel.size());
        } catch (IOException e) {
            channel.close();
            throw e;
        }
    }

    /** Bytes in memory. */
    record OfBytes(byte[] bytes) implements Source {
        @Override
        public long size() {
            return bytes.length;
        }

        @Override
        public void read(long position, byte[] target, int from, int length) {
            System.arraycopy(bytes, Math.toIntExact(position), target, from, length);
        }

        @Override
        public void close() {
            // memory only
        }
    }

    /** A file on disk. */
    record OfFile(FileChannel channel, long size) implements Source {

        // The JDK reads into a direct buffer of the same size, which it keeps for the thread.
        private static final int SLICE = 1 << 18;

        @Override
        public void read(long position, byte[] target, int from, int length) throws IOException {
            int done = 0;
            while (done < length) {
                ByteBuffer slice = ByteBuffer.wrap(target, from + done, Math.min(SLICE, length - done));
                int count = channel.read(slice, position + done);
                if (count < 0) {
                    throw new EOFException(
                            "the file has become shorter than " + (position + length) + " bytes since it was opened");
                }
                done += count;
            }
        }

        @Override
        public void close() throws IOException {
            channel.close();
        }
    }
}
