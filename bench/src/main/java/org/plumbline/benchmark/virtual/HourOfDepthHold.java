package org.plumbline.benchmark.virtual;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.plumbline.Plumbline;
import org.plumbline.benchmark.figure.Machine;
import org.plumbline.benchmark.figure.Scratch;
import org.plumbline.run.Run;
import org.plumbline.simulation.RobotModels;
import org.plumbline.simulation.SimulatedBench;
import org.plumbline.suite.Suite;
import org.plumbline.text.Language;
import org.plumbline.timeline.LiveClock;
import org.plumbline.underwater.Endurance;

/**
 * An hour of depth hold in virtual time, its capture on disk: prints the wall time of each round and their median, and ends
 * with 1 where that is above 2 s. The first round also loads and compiles. Start it with {@code bench/hour}.
 */
public final class HourOfDepthHold {

    private static final double GOAL_SECONDS = 2;

    private HourOfDepthHold() {}

    /** @param arguments the number of rounds, 5 where it is left out */
    public static void main(String[] arguments) throws IOException {
        double[] seconds = new double[arguments.length > 0 ? Integer.parseInt(arguments[0]) : 5];
        try (Scratch scratch = Scratch.create("hour");
                LiveClock clock = new LiveClock()) {
            Suite suite = suite(scratch.resolve("suite"));
            for (int round = 0; round < seconds.length; round++) {
                long begun = clock.now();
                Run run = run(suite, scratch);
                seconds[round] = (clock.now() - begun) / 1e9;
                System.out.printf(
                        Locale.ROOT,
                        "round %d: %.1f s of virtual time in %.2f s, %s%n",
                        round + 1,
                        run.duration() / 1e9,
                        seconds[round],
                        run.trials().get(0).verdict().key());
            }
        }
        Arrays.sort(seconds);
        double median = seconds[seconds.length / 2];
        boolean met = median <= GOAL_SECONDS;
        System.out.printf(
                Locale.ROOT,
                "median %.2f s, goal %.0f s: %s; %s%n",
                median,
                GOAL_SECONDS,
                met ? "met" : "MISSED",
                Machine.line());
        System.exit(met ? 0 : 1);
    }

    private static Run run(Suite suite, Scratch scratch) {
        Path bench = SimulatedBench.virtual(RobotModels.named("underwater"), List.of(), 1)
                .writeTo(scratch.resolve("bench"));
        return Plumbline.bench(bench)
                .virtual()
                .in(Language.EN)
                .out(scratch.resolve("out"))
                .run(suite);
    }

    private static Suite suite(Path folder) throws IOException {
        Files.createDirectories(folder);
        try (InputStream standard = Suite.class.getResourceAsStream("/org/plumbline/suites/underwater/standard.yaml")) {
            if (standard == null) {
                throw new IOException("the suite underwater is missing from this installation");
            }
            Files.write(folder.resolve("standard.yaml"), standard.readAllBytes());
        }
        Files.writeString(
                folder.resolve("10-hour.en.feature"),
                "# language: en\nFeature: Endurance\n\n" + Endurance.HOUR_OF_DEPTH_HOLD,
                StandardCharsets.UTF_8);
        return Suite.at(folder);
    }
}
