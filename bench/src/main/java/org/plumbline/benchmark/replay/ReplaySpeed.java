package org.plumbline.benchmark.replay;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Objects;
import org.plumbline.Plumbline;
import org.plumbline.benchmark.ten.TenRun;
import org.plumbline.run.Run;
import org.plumbline.suite.Suite;
import org.plumbline.text.Language;
import org.plumbline.timeline.LiveClock;

/**
 * Records ten signals at 100 Hz for an hour of virtual time and judges the recording again: prints how many times faster
 * than real time that is, and how fast the reader goes over the capture beside decompression alone. Start it with
 * {@code bench/replay}.
 */
public final class ReplaySpeed {

    private static final long HOUR = 3600;

    private ReplaySpeed() {}

    /** @param arguments the number of rounds, 5 where it is left out */
    public static void main(String[] arguments) throws IOException {
        int rounds = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 5;
        Path folder = Files.createTempDirectory("plumbline-replay");
        try (LiveClock clock = new LiveClock()) {
            Run original = TenRun.of(HOUR, folder);
            Path data = Objects.requireNonNull(original.plan().directory()).resolve("data");
            Path capture = data.resolve("capture/run.mcap");
            double[] seconds = new double[rounds];
            for (int round = 0; round < rounds; round++) {
                long begun = clock.now();
                Run again = Plumbline.bench(data.resolve("inputs/bench.yaml"))
                        .in(Language.EN)
                        .replay(capture)
                        .run(Suite.at(data.resolve("inputs")));
                seconds[round] = (clock.now() - begun) / 1e9;
                System.out.printf(
                        Locale.ROOT, "round %d: %.2f s, %s%n", round + 1, seconds[round], sameness(original, again));
                new ReaderSpeed(capture, clock).measure();
            }
            Arrays.sort(seconds);
            System.out.printf(
                    Locale.ROOT,
                    "median: %.0f times real time, Java %s%n",
                    original.duration() / 1e9 / seconds[rounds / 2],
                    System.getProperty("java.version"));
        } finally {
            TenRun.delete(folder);
        }
    }

    private static String sameness(Run original, Run again) {
        boolean same = original.trials()
                .get(0)
                .judgements()
                .equals(again.trials().get(0).judgements());
        return same ? "the same judgements" : "OTHER JUDGEMENTS";
    }
}
