package org.plumbline.framing;

import java.util.Arrays;
import java.util.function.Consumer;

/** Cuts a stream of bytes into lines; a line that grows beyond its bound is handed over as it is. Not thread-safe. */
public final class LineSplitter {

    private final byte[] line;
    private int size;

    /** @param bound the most bytes that a line may have, line end included */
    public LineSplitter(int bound) {
        line = new byte[bound];
    }

    /** Takes what one read brought; each complete line, with its line end, goes to the consumer. */
    public void take(byte[] bytes, Consumer<byte[]> lines) {
        for (byte b : bytes) {
            line[size++] = b;
            if (b == '\n' || size == line.length) {
                lines.accept(Arrays.copyOf(line, size));
                size = 0;
            }
        }
    }

    /** What has come of an unfinished line, which is then forgotten; may be empty. */
    public byte[] rest() {
        byte[] rest = Arrays.copyOf(line, size);
        size = 0;
        return rest;
    }
}
