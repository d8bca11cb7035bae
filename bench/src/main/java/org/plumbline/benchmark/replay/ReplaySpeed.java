package org.plumbline.benchmark.replay;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.plumbline.benchmark.figure.Child;
import org.plumbline.benchmark.figure.Figures;
import org.plumbline.benchmark.figure.Machine;
import org.plumbline.benchmark.figure.Scratch;
import org.plumbline.benchmark.figure.Sorted;
import org.plumbline.benchmark.ten.TenRun;
import org.plumbline.run.Run;
import org.plumbline.timeline.LiveClock;

/**
 * Records ten signals at 100 Hz for an hour of virtual time and judges the recording again in processes of their own:
 * prints how many times faster than real time that is: with the start of the process, for the first judgement in it and
 * for later ones; and how fast the reader goes over the capture beside decompression alone, in the first two passes of a
 * process, one of each kind, and in later ones. Start it with {@code bench/replay}.
 */
public final class ReplaySpeed {

    private static final long HOUR = 3600;
    private static final double REAL_TIME_GOAL = 1000;

    /** In each process: the first and later ones. */
    private static final int TURNS = 6;

    private final Run original;
    private final Path data;
    private final List<Double> withStart = new ArrayList<>();
    private final List<Double> first = new ArrayList<>();
    private final List<Double> later = new ArrayList<>();
    private final List<Map<String, Double>> readings = new ArrayList<>();

    private ReplaySpeed(Run original) {
        this.original = original;
        this.data = Objects.requireNonNull(original.plan().directory()).resolve("data");
    }

    /** @param arguments the number of rounds, 5 where it is left out */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        int rounds = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 5;
        boolean met;
        try (Scratch scratch = Scratch.create("replay");
                LiveClock clock = new LiveClock()) {
            ReplaySpeed speed = new ReplaySpeed(TenRun.of(HOUR, scratch.folder()));
            for (int round = 0; round < rounds; round++) {
                speed.judge(clock);
                speed.read();
            }
            met = speed.print(rounds);
        }
        System.exit(met ? 0 : 1);
    }

    private void judge(LiveClock clock) throws IOException, InterruptedException {
        long begun = clock.now();
        try (Child child = Child.java(List.of(), JudgeMain.class, data, 1)) {
            requireSame(child.numbers(), 1);
        }
        withStart.add((clock.now() - begun) / 1e9);
        try (Child child = Child.java(List.of(), JudgeMain.class, data, TURNS)) {
            Map<String, Double> numbers = child.numbers();
            requireSame(numbers, TURNS);
            first.add(numbers.get("seconds-1"));
            for (int turn = 2; turn <= TURNS; turn++) {
                later.add(numbers.get("seconds-" + turn));
            }
        }
    }

    private void requireSame(Map<String, Double> numbers, int turns) throws IOException {
        List<Double> values = JudgeMain.values(original);
        for (int turn = 1; turn <= turns; turn++) {
            for (int i = 0; i < values.size(); i++) {
                if (!values.get(i).equals(numbers.get("value-" + turn + "-" + i))) {
                    throw new IOException("the second judgement measured another value");
                }
            }
        }
    }

    private void read() throws IOException, InterruptedException {
        Path capture = data.resolve("capture/run.mcap");
        try (Child child = Child.java(List.of(), ReaderSpeed.class, capture, TURNS)) {
            readings.add(child.numbers());
        }
    }

    private boolean print(int rounds) {
        System.out.printf(Locale.ROOT, "%d rounds, %s%n", rounds, Machine.line());
        Figures figures = new Figures();
        realTime(figures, "replay, a process with its start", withStart);
        realTime(figures, "replay, first in a process", first);
        realTime(figures, "replay, later in the process", later);
        Ratios begins = new Ratios();
        Ratios goesOn = new Ratios();
        for (Map<String, Double> reading : readings) {
            begins.add(reading, 1, 2);
            for (int pass = 3; pass <= TURNS; pass++) {
                goesOn.add(reading, pass, pass);
            }
        }
        begins.print(figures, "reader, first two passes of a process");
        goesOn.print(figures, "reader, later passes");
        return figures.print();
    }

    private void realTime(Figures figures, String what, List<Double> seconds) {
        double duration = original.duration() / 1e9;
        Sorted sorted = Sorted.of(seconds);
        figures.ratio(what + ", median", duration / sorted.median(), 1, "x", REAL_TIME_GOAL);
        figures.note(what + ", slowest", duration / sorted.max(), 1, "x");
    }
}
