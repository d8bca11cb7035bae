package org.plumbline.mcap;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.apache.commons.compress.compressors.lz4.FramedLZ4CompressorInputStream;

/** LZ4 frames (the LZ4 frame format, 1.6.1), which other writers compress their chunks with. */
final class Lz4 {

    /** A byte of a sequence's length stands for 255 bytes at most (the LZ4 block format). */
    private static final long MAX_RATIO = 255;

    private Lz4() {}

    /** Room for what so many compressed bytes can hold of the size that a chunk tells. */
    static byte[] room(int packed, int size, byte[] reuse) {
        int capacity = (int) Math.min(size, MAX_RATIO * packed);
        return reuse.length >= capacity ? reuse : new byte[capacity];
    }

    /**
     * The length of what was decompressed; more than {@code size} where the frames hold more.
     *
     * @param complete false: the bytes are cut off, and what can be had of them is enough
     */
    static int decompress(byte[] data, int from, int packed, byte[] target, int size, boolean complete)
            throws IOException {
        int room = Math.min(size, target.length);
        int length = 0;
        try (InputStream frames =
                new FramedLZ4CompressorInputStream(new ByteArrayInputStream(data, from, packed), true)) {
            int count = 0;
            while (count >= 0 && length < room) {
                length += count;
                count = frames.read(target, length, room - length);
            }
            return length == room && frames.read() >= 0 ? room + 1 : length;
        } catch (IOException | RuntimeException e) {
            // the library answers some nonsense with a RuntimeException
            if (complete) {
                throw new IOException(e.getMessage(), e);
            }
            return length;
        }
    }
}
