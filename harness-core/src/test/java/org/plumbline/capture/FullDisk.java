package org.plumbline.capture;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;

/** A disk with room for so many bytes. */
class FullDisk extends OutputStream {

    private final int room;
    private final ByteArrayOutputStream written = new ByteArrayOutputStream();

    FullDisk(int room) {
        this.room = room;
    }

    @Override
    public void write(int value) throws IOException {
        if (written.size() == room) {
            throw new IOException("No space left on device");
        }
        written.write(value);
    }

    byte[] toByteArray() {
        return written.toByteArray();
    }
}
