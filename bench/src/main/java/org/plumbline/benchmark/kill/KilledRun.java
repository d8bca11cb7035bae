package org.plumbline.benchmark.kill;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.plumbline.bag.Bag;
import org.plumbline.capture.CaptureChain;
import org.plumbline.run.Run;
import org.plumbline.simulation.GrowingCapture;
import org.plumbline.timeline.LiveClock;

/**
 * A run of the command line in a process of its own that was killed.
 *
 * @param folder of the run
 * @param written when its capture was written last
 * @param killed when it was killed
 */
record KilledRun(Path folder, Instant written, Instant killed) {

    private static final long LONGEST = TimeUnit.MINUTES.toNanos(2);

    /**
     * Kills a run.
     *
     * @param after nanoseconds since its capture was there; while it is sealed, since its capture was complete
     */
    static KilledRun of(Path bench, Path out, boolean sealing, long after) throws IOException, InterruptedException {
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
            if (sealing) {
                clock.await(() -> isComplete(capture) || !process.isAlive(), clock.now() + LONGEST);
            }
            clock.await(() -> !process.isAlive(), clock.now() + after);
        }
        process.destroyForcibly();
        Instant killed = Instant.now(Clock.systemUTC());
        process.waitFor();
        Instant written = Files.getLastModifiedTime(capture).toInstant();
        return new KilledRun(capture.getParent().getParent().getParent(), written, killed);
    }

    /** From the last write of the capture to the kill: an upper bound of what was not written. */
    Duration loss() {
        return Duration.between(written, killed);
    }

    /** From the last that was recovered to the kill. */
    Duration loss(Run recovered) {
        return Duration.between(recovered.plan().started().plusNanos(recovered.duration()), killed);
    }

    private static boolean isComplete(Path capture) {
        Path chain = CaptureChain.beside(capture);
        try {
            return Files.exists(chain) && Files.readString(chain).endsWith(" end\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whether it was sooner done than killed. */
    boolean isSealed() {
        return Files.exists(folder.resolve(Bag.TAG_MANIFEST));
    }
}
