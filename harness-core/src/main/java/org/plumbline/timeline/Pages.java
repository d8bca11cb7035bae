package org.plumbline.timeline;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.plumbline.error.FileTrouble;
import org.plumbline.error.HarnessException;
import org.plumbline.error.Problem;
import org.plumbline.text.Text;

/**
 * The full pages of a timeline: as many as fit into a budget in memory, those that were used longest ago on disk. Guarded
 * by the timeline's lock.
 */
final class Pages implements AutoCloseable {

    /** What a run's pages take in memory at most, in bytes: eleven minutes of ten signals at 100 Hz. */
    private static final long BUDGET = 1 << 24;

    /** Entries of a page. */
    private static final int SIZE = 4096;

    private static final long NOT_WRITTEN = -1;

    private final int size;
    private final long budget;
    private final Path folder;
    private final Map<Integer, Page> resident = new LinkedHashMap<>(16, 0.75f, true);
    private long weight;
    private long[] positions = new long[16];
    private int count;
    private boolean closed;
    private @Nullable SpillFile file;
    private @Nullable HarnessException failure;

    /** Those of a run. */
    static Pages ofRun() {
        return new Pages(SIZE, BUDGET, Path.of(System.getProperty("java.io.tmpdir")));
    }

    /**
     * None yet.
     *
     * @param size entries of a page
     * @param budget bytes
     * @param folder of the temporary file
     */
    Pages(int size, long budget, Path folder) {
        this.folder = folder;
        this.size = size;
        this.budget = budget;
    }

    int size() {
        return size;
    }

    /** Others like these, empty. */
    Pages another() {
        return new Pages(size, budget, folder);
    }

    /** @return its number */
    int keep(Page full) {
        if (count == positions.length) {
            positions = Arrays.copyOf(positions, count + (count >> 1));
        }
        positions[count] = NOT_WRITTEN;
        put(count, full);
        return count++;
    }

    private void put(int number, Page page) {
        resident.put(number, page);
        weight += page.weight();
        evict();
    }

    /** What cannot be written stays, until somebody asks {@link #requireWhole}. */
    private void evict() {
        Iterator<Map.Entry<Integer, Page>> oldest = resident.entrySet().iterator();
        while (weight > budget && resident.size() > 1 && failure == null && !closed) {
            Map.Entry<Integer, Page> entry = oldest.next();
            try {
                write(entry.getKey(), entry.getValue());
            } catch (IOException e) {
                failure = failed(e);
                return;
            }
            weight -= entry.getValue().weight();
            oldest.remove();
        }
    }

    private void write(int number, Page page) throws IOException {
        if (positions[number] == NOT_WRITTEN) {
            if (file == null) {
                file = new SpillFile(folder);
            }
            positions[number] = file.write(page);
        }
    }

    /** @throws HarnessException where it cannot be read back */
    Page page(int number) {
        Page page = resident.get(number);
        return page == null ? load(number) : page;
    }

    private Page load(int number) {
        SpillFile spilled = file;
        if (spilled == null || closed) {
            throw new IllegalStateException("the timeline is closed");
        }
        try {
            Page page = spilled.read(positions[number]);
            put(number, page);
            return page;
        } catch (IOException e) {
            failure = failed(e);
            throw failure;
        }
    }

    /** @throws HarnessException where a page could not be written or read back */
    void requireWhole() {
        HarnessException why = failure;
        if (why != null) { // anew: what closes the timeline for it throws it, too, and nothing may suppress itself
            throw new HarnessException(why.problems(), why);
        }
    }

    private HarnessException failed(IOException e) {
        return new HarnessException(
                Problem.of(
                        new Text("时间线的临时文件无法读写: %s", "the timeline's temporary file cannot be written or read: %s")
                                .with(FileTrouble.words(e)),
                        new Text("请检查临时文件夹 %s 的空间和权限", "check space and permissions of the temporary folder %s")
                                .with(folder)),
                e);
    }

    /** What is in memory stays readable. */
    @Override
    public void close() {
        closed = true;
        try {
            if (file != null) {
                file.close();
            }
        } catch (IOException e) {
            failure = failure == null ? failed(e) : failure;
        }
    }
}
