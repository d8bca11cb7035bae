package org.plumbline.capture;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import org.jspecify.annotations.Nullable;

/** Holds what is written until it is let go: in one write, which no kill cuts in two. */
final class HeldStream extends OutputStream {

    private final OutputStream target;
    private @Nullable ByteArrayOutputStream held = new ByteArrayOutputStream();

    HeldStream(OutputStream target) {
        this.target = target;
    }

    @Override
    public void write(int value) throws IOException {
        current().write(value);
    }

    @Override
    public void write(byte[] bytes, int from, int count) throws IOException {
        current().write(bytes, from, count);
    }

    private OutputStream current() {
        return held == null ? target : held;
    }

    void release() throws IOException {
        if (held != null) {
            target.write(held.toByteArray());
            held = null;
        }
    }

    @Override
    public void flush() throws IOException {
        current().flush();
    }

    @Override
    public void close() throws IOException {
        try (target) {
            release();
        }
    }
}
