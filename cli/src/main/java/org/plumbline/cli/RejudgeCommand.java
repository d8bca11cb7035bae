package org.plumbline.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.plumbline.Plumbline;
import org.plumbline.capture.Capture;
import org.plumbline.run.Run;
import org.plumbline.run.ScenarioPlan;
import org.plumbline.suite.Suite;
import org.plumbline.text.Language;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code plumbline rejudge}: the same recording, judged again, against the same or a changed draft. */
@Command(name = "rejudge", resourceBundle = "org.plumbline.cli.help")
final class RejudgeCommand implements Callable<Integer> {

    private final Console console;

    @Mixin
    private CommonOptions common;

    @Parameters(paramLabel = "BUNDLE|CAPTURE", descriptionKey = "rejudge.source")
    private Path source;

    @Option(names = "--standard", paramLabel = "FILE", descriptionKey = "rejudge.standard")
    private @Nullable Path standard;

    @Option(names = "--features", paramLabel = "DIR", descriptionKey = "rejudge.features")
    private @Nullable Path features;

    @Option(names = "--json", descriptionKey = "common.json")
    private boolean json;

    RejudgeCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        Recorded recorded = Recorded.of(source);
        replaceInputs(recorded.inputs());
        Set<String> scenarios = Capture.read(recorded.capture()).scenarios();
        Suite suite = Suite.at(recorded.inputs());
        Plumbline plumbline =
                Plumbline.bench(recorded.inputs().resolve("bench.yaml")).replay(recorded.capture());
        plumbline.in(language(plumbline, suite, scenarios));
        if (features == null) {
            plumbline.only(scenario -> scenarios.contains(scenario.key()));
        }
        Run run = plumbline.run(suite);
        Rejudgement rejudgement = new Rejudgement(recorded.results(), run);
        if (json) {
            console.out().println(rejudgement.asJson().toPrettyString());
        } else {
            rejudgement.lines(console.language()).forEach(console.out()::println);
        }
        return run.exitCode();
    }

    private void replaceInputs(Path inputs) throws IOException {
        if (standard != null) {
            Files.copy(standard, inputs.resolve("standard.yaml"), StandardCopyOption.REPLACE_EXISTING);
        }
        if (features != null) {
            for (Path old : featureFiles(inputs)) {
                Files.delete(old);
            }
            for (Path file : featureFiles(features)) {
                Files.copy(file, inputs.resolve(file.getFileName()));
            }
        }
    }

    private static List<Path> featureFiles(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".feature")).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The one in which it was run; the user's where the recording knows none of the scenarios. */
    private Language language(Plumbline plumbline, Suite suite, Set<String> scenarios) {
        for (Language language : Language.values()) {
            List<ScenarioPlan> plans = plumbline.in(language).plan(suite).scenarios();
            if (plans.stream().anyMatch(plan -> scenarios.contains(plan.key()))) {
                return language;
            }
        }
        return console.language();
    }
}
