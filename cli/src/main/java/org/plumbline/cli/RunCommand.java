package org.plumbline.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.plumbline.error.InputException;
import org.plumbline.error.Problem;
import org.plumbline.simulation.RobotModels;
import org.plumbline.simulation.SimulatedBench;
import org.plumbline.suite.Suite;
import org.plumbline.text.Text;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code plumbline run}. */
@Command(name = "run", resourceBundle = "org.plumbline.cli.help")
final class RunCommand implements Callable<Integer> {

    private final Console console;

    @Mixin
    private CommonOptions common;

    @Parameters(arity = "1..*", paramLabel = "SUITE", descriptionKey = "run.suite")
    private List<String> suites;

    @Option(names = "--bench", paramLabel = "FILE", descriptionKey = "run.bench")
    private @Nullable Path bench;

    @Option(names = "--out", paramLabel = "DIR", defaultValue = "plumbline-out", descriptionKey = "run.out")
    private Path out;

    @Option(names = "--tags", paramLabel = "EXPR", defaultValue = "", descriptionKey = "run.tags")
    private String tags;

    @Option(names = "--virtual", descriptionKey = "run.virtual")
    private boolean virtual;

    @Option(names = "--json", descriptionKey = "common.json")
    private boolean json;

    RunCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        int worst = 0;
        for (String name : suites) {
            Suite suite = Suite.of(name).tagged(tags);
            try (LabRun run = new LabRun(console, "", json)) {
                worst = ExitCodes.worse(worst, run.run(suite, benchFor(suite), out, virtual));
            }
        }
        return worst;
    }

    private Path benchFor(Suite suite) {
        if (bench != null) {
            return bench;
        }
        if (!virtual) {
            throw new InputException(Problem.of(
                    new Text("没有给出试验台", "no bench is given"),
                    new Text(
                            "请用 --bench bench.yaml 指定；或用 --virtual 对模拟机器人运行",
                            "name it with --bench bench.yaml, or run against the simulated robot with --virtual")));
        }
        return SimulatedBench.virtual(RobotModels.named(suite.name()), List.of(), 1)
                .writeTo(TemporaryFolder.create("bench"));
    }
}
