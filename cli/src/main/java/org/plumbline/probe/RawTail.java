package org.plumbline.probe;

import java.util.Arrays;

/** The newest bytes of a stream. Not thread-safe. */
final class RawTail {

    /** A few lines of a device. */
    static final int MOST = 256;

    private byte[] bytes = {};

    void add(byte[] more) {
        int kept = Math.min(bytes.length, Math.max(0, MOST - more.length));
        byte[] joined = Arrays.copyOfRange(bytes, bytes.length - kept, bytes.length + more.length);
        System.arraycopy(more, 0, joined, kept, more.length);
        bytes = Arrays.copyOfRange(joined, Math.max(0, joined.length - MOST), joined.length);
    }

    byte[] bytes() {
        return bytes.clone();
    }
}
