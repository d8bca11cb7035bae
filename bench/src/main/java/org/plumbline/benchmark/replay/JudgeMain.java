package org.plumbline.benchmark.replay;

import java.nio.file.Path;
import java.util.List;
import org.plumbline.Plumbline;
import org.plumbline.run.Run;
import org.plumbline.suite.Suite;
import org.plumbline.text.Language;
import org.plumbline.timeline.LiveClock;
import org.plumbline.verdict.Judgement;

/** The child process: judges a recording again, more than once. Says seconds, and every value that was measured. */
final class JudgeMain {

    private JudgeMain() {}

    /** @param arguments the folder {@code data} of the run; how often */
    public static void main(String[] arguments) {
        Path data = Path.of(arguments[0]);
        try (LiveClock clock = new LiveClock()) {
            for (int round = 1; round <= Integer.parseInt(arguments[1]); round++) {
                long begun = clock.now();
                Run run = Plumbline.bench(data.resolve("inputs/bench.yaml"))
                        .in(Language.EN)
                        .replay(data.resolve("capture/run.mcap"))
                        .run(Suite.at(data.resolve("inputs")));
                System.out.println("seconds-" + round + " " + (clock.now() - begun) / 1e9);
                List<Double> values = values(run);
                for (int i = 0; i < values.size(); i++) {
                    System.out.println("value-" + round + "-" + i + " " + values.get(i));
                }
            }
        }
    }

    /** What was measured, to the last digit. */
    static List<Double> values(Run run) {
        return run.trials().get(0).judgements().stream()
                .map(Judgement::measurement)
                .map(measurement -> measurement == null ? Double.NaN : measurement.value())
                .toList();
    }
}
