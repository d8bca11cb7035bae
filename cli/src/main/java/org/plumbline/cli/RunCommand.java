package org.plumbline.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.plumbline.suite.Suite;
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

    @Option(names = "--bench", required = true, paramLabel = "FILE", descriptionKey = "run.bench")
    private Path bench;

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
            try (LabRun run = new LabRun(console, "", json)) {
                worst = ExitCodes.worse(worst, run.run(Suite.of(name).tagged(tags), bench, out, virtual));
            }
        }
        return worst;
    }
}
