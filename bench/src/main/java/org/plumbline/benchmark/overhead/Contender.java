package org.plumbline.benchmark.overhead;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.plumbline.timeline.LiveClock;

/**
 * One main class in a process of its own.
 *
 * @param java options of the JVM
 * @param extra arguments after the folders
 */
record Contender(String name, Class<?> main, List<String> java, List<String> extra) {

    /** What one run of it took. */
    record Cost(double seconds, double megabytes) {}

    Cost run(Path suite, Path results) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(java);
        command.addAll(List.of(
                "-Djava.awt.headless=true",
                "-cp",
                System.getProperty("java.class.path"),
                main.getName(),
                suite.toString(),
                results.toString()));
        command.addAll(extra);
        try (LiveClock clock = new LiveClock()) {
            Process process =
                    new ProcessBuilder(command).redirectErrorStream(true).start();
            String output = new String(process.getInputStream().readAllBytes());
            int exit = process.waitFor();
            double seconds = clock.now() / 1e9;
            if (exit != 0) {
                throw new IOException(name + " ended with " + exit + ":\n" + output);
            }
            return new Cost(seconds, peak(output));
        }
    }

    private static double peak(String output) {
        return output.lines()
                .filter(line -> line.startsWith(PeakMemory.PREFIX))
                .mapToDouble(line -> Double.parseDouble(line.substring(PeakMemory.PREFIX.length())) / 1024)
                .max()
                .orElse(Double.NaN);
    }
}
