package org.plumbline.capture;

import java.io.IOException;
import java.io.OutputStream;

/**
 * A file that others may go on with while a thread still waits to write to it. What that thread is writing then may still
 * be written when the disk goes on, as nobody can take it back from the operating system; nothing after it is. One thread
 * writes.
 */
final class LeavableStream extends OutputStream {

    private final OutputStream file;
    private volatile boolean left;
    private volatile long written;

    LeavableStream(OutputStream file) {
        this.file = file;
    }

    /** How many bytes it took so far. */
    long written() {
        return written;
    }

    void leave() {
        left = true;
    }

    private OutputStream file() throws IOException {
        if (left) {
            throw new IOException("the file was left to others");
        }
        return file;
    }

    @Override
    public void write(int value) throws IOException {
        file().write(value);
        written++;
    }

    @Override
    public void write(byte[] bytes, int from, int count) throws IOException {
        file().write(bytes, from, count);
        written += count;
    }

    @Override
    public void flush() throws IOException {
        file().flush();
    }

    @Override
    public void close() throws IOException {
        file().close();
    }
}
