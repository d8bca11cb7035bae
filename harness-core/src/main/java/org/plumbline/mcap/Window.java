package org.plumbline.mcap;

import java.io.IOException;

/** The part of a file that is in memory. It moves, and grows to the longest stretch that was asked for. */
final class Window {

    private final Source source;
    private byte[] data;
    private long start;
    private int filled;

    Window(Source source) {
        this.source = source;
        this.data = new byte[(int) Math.min(1 << 18, source.size())];
    }

    long size() {
        return source.size();
    }

    /** The bytes; another array after {@link #at}. */
    byte[] array() {
        return data;
    }

    /** The index of a position in the array, where the {@code length} bytes from there are now, too. */
    int at(long position, int length) throws IOException {
        if (position < start || position + length > start + filled) {
            load(position, length);
        }
        return (int) (position - start);
    }

    private void load(long position, int length) throws IOException {
        int kept = 0;
        byte[] target = length > data.length ? new byte[grown(length)] : data;
        if (position >= start && position < start + filled) {
            int from = (int) (position - start);
            kept = filled - from;
            System.arraycopy(data, from, target, 0, kept);
        }
        data = target;
        start = position;
        filled = kept;
        int wanted = (int) Math.min(data.length, source.size() - position);
        source.read(position + kept, data, kept, wanted - kept);
        filled = wanted;
    }

    private int grown(int length) {
        long roomy = Math.min(length + 1024L + (length >> 2), source.size());
        return (int) Math.max(length, Math.min(roomy, Integer.MAX_VALUE - 8));
    }
}
