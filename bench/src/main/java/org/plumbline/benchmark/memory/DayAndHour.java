package org.plumbline.benchmark.memory;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.plumbline.benchmark.figure.Machine;

/**
 * Ten signals at 100 Hz for an hour and for a day of virtual time, each in a process of its own with the same small heap,
 * the capture on disk and a maximum, a largest gap and a percentile taken over the whole stretch: prints the most that was
 * in use after a collection, and the ratio, and ends with 1 where that is above 1.1. Start it with {@code bench/memory}.
 */
public final class DayAndHour {

    private static final long HOUR = 3600;
    private static final String HEAP = "64m";

    /** As much, but for when collections happen to fall. */
    private static final double GOAL = 1.1;

    private DayAndHour() {}

    /** @param arguments hours of the longer run, 24 where it is left out */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        long hours = arguments.length > 0 ? Long.parseLong(arguments[0]) : 24;
        double hour = peak(HOUR);
        double day = peak(hours * HOUR);
        boolean met = day / hour <= GOAL;
        System.out.printf(
                Locale.ROOT,
                "peak heap: 1 h %.1f MiB, %d h %.1f MiB, ratio %.2f, goal %.1f: %s; -Xmx%s; %s%n",
                hour / (1 << 20),
                hours,
                day / (1 << 20),
                day / hour,
                GOAL,
                met ? "met" : "MISSED",
                HEAP,
                Machine.line());
        System.exit(met ? 0 : 1);
    }

    private static double peak(long seconds) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx" + HEAP,
                        "-XX:+UseSerialGC",
                        "-cp",
                        System.getProperty("java.class.path"),
                        PeakHeap.class.getName(),
                        Long.toString(seconds)))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        double peak = Double.NaN;
        try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.startsWith(PeakHeap.PREFIX)) {
                    peak = Double.parseDouble(line.substring(PeakHeap.PREFIX.length()));
                } else {
                    System.out.println(line);
                }
            }
        }
        if (process.waitFor() != 0) {
            throw new IOException("the run of " + seconds + " s failed with -Xmx" + HEAP);
        }
        return peak;
    }
}
