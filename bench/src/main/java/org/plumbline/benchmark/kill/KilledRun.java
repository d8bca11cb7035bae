package org.plumbline.benchmark.kill;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.plumbline.timeline.LiveClock;

/**
 * A run of the command line in a process of its own that was killed.
 *
 * @param folder of the run
 * @param loss from the last write of the capture to the kill: an upper bound of what was lost
 */
record KilledRun(Path folder, Duration loss) {

    private static final long PATIENCE = TimeUnit.SECONDS.toNanos(60);
    private static final long POLL = TimeUnit.MILLISECONDS.toNanos(5);

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
        try (LiveClock clock = new LiveClock()) {
            while (capture(out).isEmpty() && process.isAlive() && clock.now() < PATIENCE) {
                clock.await(() -> false, clock.now() + POLL);
            }
            clock.await(() -> false, clock.now() + after);
        }
        process.destroyForcibly();
        Instant killed = Instant.now(Clock.systemUTC());
        process.waitFor();
        Path capture = capture(out).orElseThrow(() -> new IOException("no capture in " + out));
        Instant written = Files.getLastModifiedTime(capture).toInstant();
        return new KilledRun(capture.getParent().getParent().getParent(), Duration.between(written, killed));
    }

    private static Optional<Path> capture(Path out) throws IOException {
        if (!Files.exists(out)) {
            return Optional.empty();
        }
        try (Stream<Path> runs = Files.list(out)) {
            return runs.map(run -> run.resolve("data/capture/run.mcap"))
                    .filter(Files::exists)
                    .findFirst();
        }
    }
}
