package org.plumbline.benchmark.overhead;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;

/**
 * Runs the same no-op scenarios through bare Cucumber-JVM with the Allure plugin and through Plumbline, turn by turn in
 * one run, and prints the medians and their ratios. Start it with {@code bench/overhead}.
 */
public final class Overhead {

    private static final Workload WORKLOAD = new Workload(2000, 4);
    /** As the launcher starts it. */
    private static final List<String> AS_LAUNCHED = List.of("-XX:+UseSerialGC");

    /** Pairs: the peer, then ours. */
    private static final List<Contender> CONTENDERS = List.of(
            new Contender("Cucumber-JVM + Allure plugin", BareCucumber.class, List.of(), List.of("results")),
            new Contender("Plumbline: results, capture", WithPlumbline.class, AS_LAUNCHED, List.of("results")),
            new Contender("Cucumber-JVM + Allure + page", BareCucumber.class, List.of(), List.of("page")),
            new Contender("Plumbline: page, bundle", WithPlumbline.class, AS_LAUNCHED, List.of("bundle")));

    private Overhead() {}

    /** @param arguments the number of rounds, 5 where it is left out */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        int rounds = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 5;
        Path folder = Files.createTempDirectory("plumbline-overhead");
        try {
            Path suite = WORKLOAD.write(folder.resolve("suite"));
            Map<Contender, List<Contender.Cost>> costs = new LinkedHashMap<>();
            for (int round = 0; round < rounds; round++) {
                for (Contender contender : CONTENDERS) {
                    Path results = folder.resolve("results-" + CONTENDERS.indexOf(contender) + "-" + round);
                    costs.computeIfAbsent(contender, c -> new ArrayList<>()).add(contender.run(suite, results));
                    delete(results);
                }
            }
            print(rounds, costs);
        } finally {
            delete(folder);
        }
    }

    private static void print(int rounds, Map<Contender, List<Contender.Cost>> costs) {
        System.out.printf(
                "%d scenarios of %d steps, median of %d rounds, Java %s%n",
                WORKLOAD.scenarios(), WORKLOAD.steps(), rounds, System.getProperty("java.version"));
        costs.forEach((contender, own) -> {
            List<Contender.Cost> peer = costs.get(CONTENDERS.get(CONTENDERS.indexOf(contender) / 2 * 2));
            System.out.printf(
                    Locale.ROOT,
                    "%-30s %6.2f s  x%.2f   %5.0f MB  x%.2f%n",
                    contender.name(),
                    median(own, Contender.Cost::seconds),
                    median(own, Contender.Cost::seconds) / median(peer, Contender.Cost::seconds),
                    median(own, Contender.Cost::megabytes),
                    median(own, Contender.Cost::megabytes) / median(peer, Contender.Cost::megabytes));
        });
    }

    private static double median(List<Contender.Cost> costs, ToDoubleFunction<Contender.Cost> of) {
        double[] sorted = costs.stream().mapToDouble(of).toArray();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
