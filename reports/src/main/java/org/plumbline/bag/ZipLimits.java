package org.plumbline.bag;

import java.io.IOException;

/**
 * How much a .zip may unpack to: beyond {@code bytes} it is refused where it also unpacks to more than {@code ratio}
 * times its own size.
 */
record ZipLimits(int entries, long bytes, long ratio) {

    static final ZipLimits USUAL = new ZipLimits(100_000, 1L << 30, 100);

    void check(int found, long unpacked, long packed) throws IOException {
        if (found > entries) {
            throw new IOException(found + " entries, more than " + entries);
        }
        if (unpacked > bytes && unpacked / ratio > packed) {
            throw new IOException(
                    "unpacks from " + packed + " to " + unpacked + " bytes, more than " + ratio + " times");
        }
    }
}
