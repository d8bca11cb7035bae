package org.plumbline.timeline;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Entries of one kind in order of time, each with its place among all observations. Guarded by the timeline's lock. */
final class Series {

    private static final int SMALLEST = 16;

    private final Pages pages;
    private int[] numbers = {};
    private long[] firstTimes = new long[1];
    private long[] firstSequences = new long[1];
    private int full;
    private Page open;
    private long lastTime = Long.MIN_VALUE;
    private boolean ordered = true;

    Series(Pages pages) {
        this.pages = pages;
        this.open = fresh();
    }

    private Page fresh() {
        return new Page(Math.min(SMALLEST, pages.size()), false);
    }

    void add(long time, long sequence, byte kind, long word, @Nullable String text) {
        if (open.size() == pages.size()) {
            seal();
        }
        open = open.withRoom(text != null, pages.size());
        if (open.size() == 0) {
            firstTimes[full] = time;
            firstSequences[full] = sequence;
        }
        open.add(time, sequence, kind, word, text);
        ordered &= time >= lastTime;
        lastTime = time;
    }

    private void seal() {
        if (full == numbers.length) {
            int roomier = full + Math.max(4, full >> 1);
            numbers = Arrays.copyOf(numbers, roomier);
            firstTimes = Arrays.copyOf(firstTimes, roomier + 1);
            firstSequences = Arrays.copyOf(firstSequences, roomier + 1);
        }
        numbers[full++] = pages.keep(open);
        open = fresh();
    }

    int size() {
        return full * pages.size() + open.size();
    }

    /** Whether no entry is older than the one before it. */
    boolean ordered() {
        return ordered;
    }

    /** Some consecutive entries: those with an index from {@code from} to before {@code to} are in the page. */
    record Part(Page page, int from, int to) {}

    Part part(int index) {
        int number = index / pages.size();
        Page page = number == full ? open : pages.page(numbers[number]);
        int from = number * pages.size();
        return new Part(page, from, from + page.size());
    }

    long time(int index) {
        Part part = part(index);
        return part.page().times[index - part.from()];
    }

    /** The place of an entry among all observations. */
    long sequence(int index) {
        Part part = part(index);
        return part.page().sequences[index - part.from()];
    }

    /** How many entries were there at a place. */
    int sizeAt(long sequence) {
        int begun = Page.notAbove(firstSequences, pagesInUse(), sequence);
        return begun == 0 ? 0 : within(begun - 1).upTo(sequence) + (begun - 1) * pages.size();
    }

    /** The index of the first entry not before that time; {@link #size} where there is none. */
    int firstAt(long time) {
        int begun = time == Long.MIN_VALUE ? 0 : Page.notAbove(firstTimes, pagesInUse(), time - 1);
        return begun == 0 ? 0 : within(begun - 1).before(time) + (begun - 1) * pages.size();
    }

    private int pagesInUse() {
        return full + (open.size() == 0 ? 0 : 1);
    }

    private Page within(int number) {
        return number == full ? open : pages.page(numbers[number]);
    }
}
