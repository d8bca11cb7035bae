package org.plumbline.benchmark.memory;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryType;
import java.util.Locale;
import org.plumbline.benchmark.figure.Scratch;
import org.plumbline.benchmark.ten.TenRun;
import org.plumbline.run.Run;
import org.plumbline.timeline.LiveClock;

/** The child process: runs ten signals and prints the most that was in use on the heap right after a collection. */
public final class PeakHeap {

    static final String PREFIX = "peak-heap ";

    private static final long EVERY = 500_000_000L;

    private final LiveClock clock = new LiveClock();
    private long peak;

    private PeakHeap() {}

    /** @param arguments seconds of virtual time */
    public static void main(String[] arguments) throws IOException {
        PeakHeap heap = new PeakHeap();
        heap.lookAt(EVERY);
        try (Scratch scratch = Scratch.create("memory")) {
            Run run = TenRun.of(Long.parseLong(arguments[0]), scratch.folder());
            heap.look();
            System.out.println(PREFIX + heap.peak);
            System.out.printf(
                    Locale.ROOT,
                    "%.0f s of virtual time in %.1f s, %s%n",
                    run.duration() / 1e9,
                    heap.clock.now() / 1e9,
                    run.verdict().key());
            run.trials().get(0).judgements().forEach(judgement -> System.out.println("  " + judgement.measurement()));
            run.incidents().forEach(incident -> System.out.println("  " + incident.en()));
        } finally {
            heap.clock.close();
        }
    }

    private void lookAt(long at) {
        clock.schedule(at, () -> {
            look();
            lookAt(clock.now() + EVERY);
        });
    }

    private synchronized void look() {
        System.gc();
        long used = ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP)
                .mapToLong(pool -> pool.getCollectionUsage().getUsed())
                .sum();
        peak = Math.max(peak, used);
    }
}
