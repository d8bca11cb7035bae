package org.plumbline.benchmark.capture;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.plumbline.benchmark.figure.Child;
import org.plumbline.benchmark.figure.Figures;
import org.plumbline.benchmark.figure.Machine;
import org.plumbline.benchmark.figure.Scratch;
import org.plumbline.benchmark.figure.Sorted;
import org.plumbline.mcap.McapReader;
import org.plumbline.mcap.McapRecord.Statistics;

/**
 * Writes the same million messages of 100 bytes with Plumbline's writer and with {@code @mcap/core} on Node, and reads
 * the same capture with both readers, turn by turn, each time in a process of its own with a small heap. Start it with
 * {@code bench/capture}.
 */
public final class CaptureSpeed {

    private static final int COUNT = 1_000_000;

    /** In messages a second: what its authors publish for the C++ writer, uncompressed, with CRCs, on a small PC. */
    private static final double PUBLISHED = 270_000;

    private static final double GOAL = 3;
    private static final List<String> SMALL_HEAP = List.of("-Xmx32m", "-XX:+UseSerialGC");
    private static final List<String> COMPRESSIONS = List.of("none", "zstd");
    private static final List<String> ORDERS = List.of("front-to-back", "by-time");

    private final Scratch scratch;
    private final Path peer;
    private final Map<String, List<Double>> seconds = new HashMap<>();
    private final Map<String, List<Double>> processor = new HashMap<>();
    private final Map<String, Double> peaks = new HashMap<>();

    private CaptureSpeed(Scratch scratch, Path peer) {
        this.scratch = scratch;
        this.peer = peer;
    }

    /** @param arguments the folder of the peer; the number of rounds, 5 where it is left out */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        int rounds = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 5;
        boolean met;
        try (Scratch scratch = Scratch.create("capture")) {
            CaptureSpeed speed = new CaptureSpeed(scratch, Path.of(arguments[0]));
            Payloads.write(scratch.resolve("payloads"));
            for (int round = 0; round < rounds; round++) {
                speed.round(round % 2 == 0);
            }
            met = speed.print(rounds);
        }
        System.exit(met ? 0 : 1);
    }

    private void round(boolean oursFirst) throws IOException, InterruptedException {
        for (String compression : COMPRESSIONS) {
            for (boolean ours : List.of(oursFirst, !oursFirst)) {
                write(compression, ours);
            }
        }
        for (String order : ORDERS) {
            for (boolean ours : List.of(oursFirst, !oursFirst)) {
                read(order, ours);
            }
        }
        for (String compression : COMPRESSIONS) {
            Files.delete(file(compression, true));
            Files.delete(file(compression, false));
        }
    }

    private Path file(String compression, boolean ours) {
        return scratch.resolve((ours ? "ours-" : "peers-") + compression + ".mcap");
    }

    private static String key(String what, boolean ours) {
        return what + (ours ? " ours" : " peer");
    }

    private void write(String compression, boolean ours) throws IOException, InterruptedException {
        Object[] arguments = {scratch.resolve("payloads"), file(compression, ours), COUNT, compression};
        try (Child child = ours ? Child.java(SMALL_HEAP, WriteMain.class, arguments) : node("write.mjs", arguments)) {
            Map<String, Double> numbers = child.numbers();
            keep(key(compression, ours), numbers);
            processor
                    .computeIfAbsent(key(compression, ours), k -> new ArrayList<>())
                    .add(numbers.get("processor"));
        }
        try (McapReader reader = McapReader.open(file(compression, ours))) {
            Statistics statistics = Objects.requireNonNull(reader.summary().statistics());
            if (statistics.messageCount() != COUNT) {
                throw new IOException(key(compression, ours) + " wrote " + statistics);
            }
        }
    }

    private void read(String order, boolean ours) throws IOException, InterruptedException {
        Object[] arguments = {file("zstd", true), order};
        try (Child child = ours ? Child.java(SMALL_HEAP, ReadMain.class, arguments) : node("read.mjs", arguments)) {
            Map<String, Double> numbers = child.numbers();
            if (numbers.get("messages") != COUNT || numbers.get("bytes") != COUNT * (double) Payloads.LENGTH) {
                throw new IOException(key(order, ours) + " read " + numbers);
            }
            keep(key(order, ours), numbers);
        }
    }

    private Child node(String script, Object... arguments) throws IOException {
        List<Object> words = new ArrayList<>(List.of("node", peer.resolve(script)));
        words.addAll(List.of(arguments));
        return Child.program(words.toArray());
    }

    private void keep(String key, Map<String, Double> numbers) {
        seconds.computeIfAbsent(key, k -> new ArrayList<>()).add(numbers.get("seconds"));
        peaks.merge(key, numbers.get("peak"), Math::max);
    }

    private double rate(String what, boolean ours) {
        return COUNT / Sorted.of(seconds.get(key(what, ours))).median();
    }

    /** In milliseconds. */
    private double processor(String what, boolean ours) {
        return Sorted.of(processor.get(key(what, ours))).median() * 1e3;
    }

    private boolean print(int rounds) {
        System.out.printf(
                Locale.ROOT,
                "%,d messages of %d bytes, median of %d rounds; %s; heap %s; peer: @mcap/core on Node, zstd by WebAssembly%n",
                COUNT,
                Payloads.LENGTH,
                rounds,
                Machine.line(),
                SMALL_HEAP.get(0));
        Figures figures = new Figures();
        figures.ratio("write, no compression / published C++", rate("none", true), PUBLISHED, "/s", 1);
        for (String compression : COMPRESSIONS) {
            String what = "write, " + (compression.equals("none") ? "no compression" : compression);
            figures.ratio(what, rate(compression, true), rate(compression, false), "/s", GOAL);
            figures.note(what + ": processor time", processor(compression, true), processor(compression, false), "ms");
        }
        for (String order : ORDERS) {
            figures.ratio("read zstd, " + order, rate(order, true), rate(order, false), "/s", GOAL);
        }
        boolean met = figures.print();
        peaks.keySet().stream()
                .sorted()
                .forEach(key -> System.out.printf(Locale.ROOT, "peak memory, %-20s %4.0f MB%n", key, peaks.get(key)));
        return met;
    }
}
