package org.plumbline.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.plumbline.error.InputException;
import org.plumbline.error.Problem;
import org.plumbline.run.Run;
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

    @Option(names = "--repeat", paramLabel = "N", defaultValue = "1", descriptionKey = "run.repeat")
    private int repeat;

    @Option(names = "--json", descriptionKey = "common.json")
    private boolean json;

    RunCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        List<Suite> all =
                suites.stream().map(name -> Suite.of(name).tagged(tags)).toList();
        int worst = 0;
        List<ObjectNode> documents = new ArrayList<>();
        for (Suite suite : all) {
            try (LabRun lab = new LabRun(console, "", json)) {
                Run run = lab.repeat(repeat).run(suite, benchFor(suite), out, virtual);
                documents.add(lab.asJson(run));
                worst = ExitCodes.worse(worst, lab.exitCode(run));
            }
        }
        if (json) {
            console.out()
                    .println(
                            documents.size() == 1
                                    ? documents.get(0).toPrettyString()
                                    : new ObjectMapper().valueToTree(documents).toPrettyString());
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
