package org.plumbline.benchmark.kill;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
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
 * is sealed, recovers and verifies; prints how many bundles verified and the largest losses, and fails where one did not verify
 * or a loss is beyond its bound. Start it with {@code bench/kill-recover}.
 */
public final class KillRecover {

    private static final long LATEST = TimeUnit.SECONDS.toNanos(3);
    private static final long SEALED = TimeUnit.SECONDS.toNanos(2);

    private static final long HEADER = 100;

    /** What the recorder promises. */
    private static final Duration UNWRITTEN = Duration.ofMillis(100);

    /** The same, and as long as no signal of the robot may come. */
    private static final Duration UNRECOVERED = UNWRITTEN.plusMillis(200);

    private KillRecover() {}

    /** @param arguments how many runs, 50 where it is left out; the seed of the moments, 1 where it is left out */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        int count = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 50;
        Random random = new Random(arguments.length > 1 ? Long.parseLong(arguments[1]) : 1);
        int verified = 0;
        int empty = 0;
        int sealing = 0;
        int running = 0;
        List<Duration> losses = new ArrayList<>();
        List<Duration> recoveredLosses = new ArrayList<>();
        try (Scratch scratch = Scratch.create("kill");
                LiveRig rig = LiveRig.start(RobotModels.named("underwater"), List.of(), 1)) {
            Path bench = rig.writeBench(Files.createDirectory(scratch.resolve("bench")));
            while (running + sealing < count && empty < 4 * count) {
                int made = running + sealing + empty;
                boolean late = made % 5 == 4;
                long after = (long) (random.nextDouble() * (late ? SEALED : LATEST));
                KilledRun run = KilledRun.of(bench, scratch.resolve("out-" + made), late, after);
                if (isEmpty(run.folder()) || run.isSealed()) {
                    empty++;
                    continue;
                } else if (late) {
                    sealing++;
                } else {
                    running++;
                }
                Optional<Run> recovered = recovered(run);
                verified += recovered.isPresent() ? 1 : 0;
                if (!late && recovered.isPresent() && recovered.get().duration() > 0) {
                    losses.add(run.loss()); // one killed before its channels were open had nothing to write
                    recoveredLosses.add(run.loss(recovered.get()));
                }
            }
        }
        Duration unwritten = largest(losses);
        Duration unrecovered = largest(recoveredLosses);
        System.out.printf(
                "%d of %d bundles verified, %d of them of runs killed while they were sealed; largest loss %d ms of at most %d"
                        + " by the last write, %d ms of at most %d by what was recovered;"
                        + " %d more killed too early or too late; %s%n",
                verified,
                running + sealing,
                sealing,
                unwritten.toMillis(),
                UNWRITTEN.toMillis(),
                unrecovered.toMillis(),
                UNRECOVERED.toMillis(),
                empty,
                Machine.line());
        boolean met =
                verified == count && unwritten.compareTo(UNWRITTEN) <= 0 && unrecovered.compareTo(UNRECOVERED) <= 0;
        System.exit(met ? 0 : 1);
    }

    private static Duration largest(List<Duration> losses) {
        return losses.isEmpty() ? Duration.ZERO : Collections.max(losses);
    }

    /** Nothing but the file's header: not even what run it is of. */
    private static boolean isEmpty(Path run) throws IOException {
        return Files.size(run.resolve("data/capture/run.mcap")) < HEADER;
    }

    /** The run as it was recovered; empty where its bundle does not verify. */
    private static Optional<Run> recovered(KilledRun killed) {
        Path folder = killed.folder();
        try {
            Run recovered = Recovery.recover(folder, Language.EN).run();
            List<String> findings = BagVerify.verify(folder).findings().stream()
                    .map(finding -> finding.in(Language.EN))
                    .toList();
            findings.forEach(finding -> System.out.println(folder.getFileName() + ": " + finding));
            return Optional.of(recovered).filter(run -> findings.isEmpty() && run.interrupted() && run.exitCode() == 4);
        } catch (HarnessException e) {
            System.out.println(e.message(Language.EN));
            return Optional.empty();
        }
    }
}
