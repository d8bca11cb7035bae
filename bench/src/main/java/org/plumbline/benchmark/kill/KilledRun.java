package org.plumbline.benchmark.kill;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.plumbline.simulation.GrowingCapture;
import org.plumbline.timeline.LiveClock;

/**
 * A run of the command line in a process of its own that was killed.
 *
 * @param folder of the run
 * @param loss from the last write of the capture to the kill: an upper bound of what was lost
 */
record KilledRun(Path folder, Duration loss) {

    /**
     * Kills a run.
     *
     * @param after nanoseconds since its capture was there
     */
    static KilledRun of(Path bench, Path out, long after) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        "org.plumbline.cli.Main",
                        "run",
                        "underwater",
                        "--tags",
                        "@UW-A02",
                        "--bench",
                        bench.toString(),
                        "--out",
                        out.toString()))
                .redirectErrorStream(true)
                .redirectOutput(out.resolveSibling(out.getFileName() + ".txt").toFile())
                .start();
        Path capture = GrowingCapture.await(out, 0, process::isAlive);
        try (LiveClock clock = new LiveClock()) {
            clock.await(() -> false, after);
        }
        process.destroyForcibly();
        Instant killed = Instant.now(Clock.systemUTC());
        process.waitFor();
        Instant written = Files.getLastModifiedTime(capture).toInstant();
        return new KilledRun(capture.getParent().getParent().getParent(), Duration.between(written, killed));
    }
}
