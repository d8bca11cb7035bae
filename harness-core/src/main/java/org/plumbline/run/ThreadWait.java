package org.plumbline.run;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** How long one thread waited for a processor. Not by channel: an interrupted thread would close it. */
final class ThreadWait implements AutoCloseable {

    private final RandomAccessFile counter;
    private final byte[] line = new byte[128];
    private long before;

    /** @throws IOException where the thread has ended */
    ThreadWait(Path counter) throws IOException {
        this.counter = new RandomAccessFile(counter.toFile(), "r");
    }

    /**
     * Nanoseconds since this was asked last, and the first time since the thread began.
     *
     * @throws IOException where the thread has ended
     */
    long since() throws IOException {
        counter.seek(0);
        int length = counter.read(line);
        if (length <= 0) {
            throw new IOException("the thread has ended");
        }
        long total = Long.parseLong(new String(line, 0, length, StandardCharsets.US_ASCII).split(" ")[1]);
        long since = total - before;
        before = total;
        return since;
    }

    @Override
    public void close() {
        try {
            counter.close();
        } catch (IOException e) {
            // nothing was written
        }
    }
}
