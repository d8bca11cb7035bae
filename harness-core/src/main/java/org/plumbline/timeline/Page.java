package org.plumbline.timeline;

import org.jspecify.annotations.Nullable;
import org.plumbline.channel.Value;

/**
 * Consecutive entries of one series. Arrays are never replaced: who got a page under the timeline's lock may read the
 * entries that were there then without it.
 */
final class Page {

    /** What an entry is: a word alone, or one of the other kinds of values. */
    static final byte WORD = 0;

    static final byte LOGICAL = 1;
    static final byte LITERAL = 2;

    private static final int ENTRY = 3 * Long.BYTES + 1;
    private static final int REFERENCE = 8;
    private static final int TEXT = 56;

    final long[] times;
    final long[] sequences;
    final long[] words;
    final byte[] kinds;
    final @Nullable String @Nullable [] texts;

    private int size;
    private long textBytes;

    /** @param texts whether entries may have one */
    Page(int capacity, boolean texts) {
        this.times = new long[capacity];
        this.sequences = new long[capacity];
        this.words = new long[capacity];
        this.kinds = new byte[capacity];
        this.texts = texts ? new String[capacity] : null;
    }

    int size() {
        return size;
    }

    /** This one where it has room for another entry, or the same in larger arrays. */
    Page withRoom(boolean text, int most) {
        boolean roomy = size < times.length && (!text || texts != null);
        return roomy ? this : grown(Math.min(most, Math.max(size + 1, times.length * 2)), text || texts != null);
    }

    private Page grown(int capacity, boolean withTexts) {
        Page larger = new Page(capacity, withTexts);
        for (int i = 0; i < size; i++) {
            larger.add(times[i], sequences[i], kinds[i], words[i], text(i));
        }
        return larger;
    }

    void add(long time, long sequence, byte kind, long word, @Nullable String text) {
        times[size] = time;
        sequences[size] = sequence;
        kinds[size] = kind;
        words[size] = word;
        if (texts != null && text != null) {
            texts[size] = shared(text, size == 0 ? null : texts[size - 1]);
        }
        size++;
    }

    /** States repeat: one string for all equal ones in a row. */
    private String shared(String text, @Nullable String before) {
        if (text.equals(before)) {
            return before;
        }
        textBytes += TEXT + 2L * text.length();
        return text;
    }

    @Nullable
    String text(int index) {
        return texts == null ? null : texts[index];
    }

    Value value(int index) {
        return switch (kinds[index]) {
            case LOGICAL -> new Value.Logical(words[index] != 0);
            case LITERAL -> new Value.Literal(String.valueOf(text(index)));
            default -> new Value.Numeric(Double.longBitsToDouble(words[index]));
        };
    }

    /** What it takes in memory, in bytes. */
    long weight() {
        return (long) times.length * (ENTRY + (texts == null ? 0 : REFERENCE)) + textBytes;
    }

    /** How many entries from the first on are at most {@code limit}; the numbers do not fall. */
    static int notAbove(long[] numbers, int size, long limit) {
        int low = 0;
        int high = size;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (numbers[middle] <= limit) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** How many entries are before that time. */
    int before(long time) {
        return time == Long.MIN_VALUE ? 0 : notAbove(times, size, time - 1);
    }

    /** How many entries were there at a place among all observations. */
    int upTo(long sequence) {
        return notAbove(sequences, size, sequence);
    }
}
