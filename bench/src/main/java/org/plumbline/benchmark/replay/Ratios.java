package org.plumbline.benchmark.replay;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.plumbline.benchmark.figure.Figures;
import org.plumbline.benchmark.figure.Sorted;

/** The reader's speed beside decompression alone, for passes of one kind. */
final class Ratios {

    private static final double GOAL = 0.5;

    private final List<Double> reader = new ArrayList<>();
    private final List<Double> zstd = new ArrayList<>();
    private double slowest = Double.POSITIVE_INFINITY;

    /** Those passes of a process, taken together. */
    void add(Map<String, Double> reading, int from, int to) {
        double seconds = 0;
        double alone = 0;
        for (int pass = from; pass <= to; pass++) {
            seconds += reading.get("reader-" + pass);
            alone += reading.get("zstd-" + pass);
        }
        double mebibytes = reading.get("MiB") * (to - from + 1);
        reader.add(mebibytes / seconds);
        zstd.add(mebibytes / alone);
        slowest = Math.min(slowest, alone / seconds);
    }

    /** Medians, which have the goal, and the smallest ratio. */
    void print(Figures figures, String what) {
        double ours = Sorted.of(reader).median();
        double alone = Sorted.of(zstd).median();
        figures.ratio(what, ours, alone, "MiB/s", GOAL);
        figures.note(what + ", slowest", slowest, 1, "");
    }
}
