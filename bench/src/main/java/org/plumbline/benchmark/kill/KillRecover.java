package org.plumbline.benchmark.kill;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.plumbline.benchmark.figure.Machine;
import org.plumbline.benchmark.figure.Scratch;
import org.plumbline.error.HarnessException;
import org.plumbline.evidence.BagVerify;
import org.plumbline.evidence.Recovery;
import org.plumbline.run.Run;
import org.plumbline.simulation.LiveRig;
import org.plumbline.simulation.RobotModels;
import org.plumbline.text.Language;

/**
 * Runs a suite against a simulated robot on real ports, kills the run with SIGKILL at a random moment, every fifth while it
 * is sealed, recovers and verifies; prints how many bundles verified and the largest loss. Start it with {@code bench/kill-recover}.
 */
public final class KillRecover {

    private static final long LATEST = TimeUnit.SECONDS.toNanos(3);
    private static final long SEALED = TimeUnit.SECONDS.toNanos(2);

    private static final long HEADER = 100;

    private KillRecover() {}

    /** @param arguments how many runs, 50 where it is left out; the seed of the moments, 1 where it is left out */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        int count = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 50;
        Random random = new Random(arguments.length > 1 ? Long.parseLong(arguments[1]) : 1);
        int verified = 0;
        int empty = 0;
        int sealing = 0;
        List<Duration> losses = new ArrayList<>();
        try (Scratch scratch = Scratch.create("kill");
                LiveRig rig = LiveRig.start(RobotModels.named("underwater"), List.of(), 1)) {
            Path bench = rig.writeBench(Files.createDirectory(scratch.resolve("bench")));
            while (losses.size() + sealing < count && empty < 4 * count) {
                int made = losses.size() + sealing + empty;
                boolean late = made % 5 == 4;
                long after = (long) (random.nextDouble() * (late ? SEALED : LATEST));
                KilledRun run = KilledRun.of(bench, scratch.resolve("out-" + made), late, after);
                if (isEmpty(run.folder()) || run.isSealed()) {
                    empty++;
                    continue;
                } else if (late) {
                    sealing++;
                } else {
                    losses.add(run.loss());
                }
                verified += verifies(run) ? 1 : 0;
            }
        }
        System.out.printf(
                "%d of %d bundles verified, %d of them of runs killed while they were sealed; largest loss %d ms;"
                        + " %d more killed too early or too late; %s%n",
                verified,
                losses.size() + sealing,
                sealing,
                losses.isEmpty() ? 0 : Collections.max(losses).toMillis(),
                empty,
                Machine.line());
        System.exit(verified == count ? 0 : 1);
    }

    /** Nothing but the file's header: not even what run it is of. */
    private static boolean isEmpty(Path run) throws IOException {
        return Files.size(run.resolve("data/capture/run.mcap")) < HEADER;
    }

    private static boolean verifies(KilledRun killed) {
        Path run = killed.folder();
        try {
            Run recovered = Recovery.recover(run, Language.EN).run();
            List<String> findings = BagVerify.verify(run).findings().stream()
                    .map(finding -> finding.in(Language.EN))
                    .toList();
            findings.forEach(finding -> System.out.println(run.getFileName() + ": " + finding));
            return findings.isEmpty() && recovered.interrupted() && recovered.exitCode() == 4;
        } catch (HarnessException e) {
            System.out.println(e.message(Language.EN));
            return false;
        }
    }
}
