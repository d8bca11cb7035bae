package org.plumbline.bag;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Content that must not be longer than was said before: neither a growing file nor a zip bomb is read to its end. */
final class BoundedStream extends FilterInputStream {

    private final long size;
    private long left;

    BoundedStream(InputStream in, long size) {
        super(in);
        this.size = size;
        this.left = size;
    }

    @Override
    public int read() throws IOException {
        int next = super.read();
        count(next < 0 ? 0 : 1);
        return next;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        int read = super.read(bytes, offset, length);
        count(Math.max(read, 0));
        return read;
    }

    private void count(int read) throws IOException {
        left -= read;
        if (left < 0) {
            throw new IOException("longer than the " + size + " bytes that it should have");
        }
    }
}
