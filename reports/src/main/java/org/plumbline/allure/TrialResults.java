package org.plumbline.allure;

import io.cucumber.plugin.event.TestCase;
import io.qameta.allure.AllureResultsWriter;
import io.qameta.allure.FileSystemResultsWriter;
import io.qameta.allure.model.Status;
import io.qameta.allure.model.TestResult;
import io.qameta.allure.model.TestResultContainer;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.plumbline.error.FileTrouble;
import org.plumbline.error.HarnessException;
import org.plumbline.error.Problem;
import org.plumbline.run.Run;
import org.plumbline.run.RunPlan;
import org.plumbline.run.ScenarioPlan;
import org.plumbline.run.Session;
import org.plumbline.run.TrialResult;
import org.plumbline.text.Language;
import org.plumbline.text.Text;

/**
 * Stands between Allure's Cucumber plugin and the files: what the plugin says of a scenario is completed by what our
 * trial came to. Nothing that goes wrong here ends the run; it is kept until {@link #close}.
 */
final class TrialResults implements AllureResultsWriter {

    private final RunPlan plan;
    private final Path folder;
    private final Map<String, String> tables = new HashMap<>();
    private final AllureResultsWriter files;
    private final Enrichment enrichment;
    private final RunFiles runFiles;
    private final Map<String, ScenarioPlan> plans;
    private @Nullable ScenarioPlan scenario;
    private final List<Integer> judgingSteps = new ArrayList<>();
    private int steps;
    private @Nullable FinishedTrial trial;
    private @Nullable RuntimeException failure;

    TrialResults(RunPlan plan, Path folder, Language language) {
        this.plan = plan;
        this.folder = folder;
        this.files = new FileSystemResultsWriter(folder);
        this.enrichment = new Enrichment(plan, files, language);
        this.plans = plan.scenarios().stream()
                .collect(Collectors.toMap(ScenarioPlan::id, Function.identity(), (first, second) -> first));
        this.runFiles = new RunFiles(plan, language);
        keep(() -> runFiles.write(folder));
    }

    void begins(TestCase testCase) {
        String path = testCase.getUri().getSchemeSpecificPart();
        String file = path.substring(path.lastIndexOf('/') + 1);
        scenario = plans.get(file + ":" + testCase.getLocation().getLine());
        trial = null;
        steps = 0;
        judgingSteps.clear();
    }

    void stepBegins() {
        steps++;
    }

    void judged() {
        judgingSteps.add(steps - 1);
    }

    void finished(TrialResult result, Session session) {
        trial = new FinishedTrial(result, session, List.copyOf(judgingSteps));
    }

    @Override
    public void write(TestResult result) {
        keep(() -> complete(result));
        keep(() -> files.write(result));
        scenario = null;
        trial = null;
    }

    /** Until our verdict is there, Allure's status is taken away: Cucumber's "passed" is not a pass. */
    private void complete(TestResult result) {
        result.setStatus((Status) null);
        result.getSteps().forEach(step -> step.getAttachments()
                .forEach(table -> table.setSource(tables.getOrDefault(table.getSource(), table.getSource()))));
        if (scenario != null) {
            enrichment.enrich(result, scenario, trial);
        }
    }

    /** Hooks are the harness's own business; what they end shows in the trial's verdict. */
    @Override
    public void write(TestResultContainer container) {}

    /** The tables below steps: the plugin's names for them are random. */
    @Override
    public void write(String source, InputStream attachment) {
        String name = NamedUuid.of(plan, "table " + tables.size())
                + source.substring(Math.max(0, source.lastIndexOf("-attachment")));
        tables.put(source, name);
        keep(() -> files.write(name, attachment));
    }

    void ended(Run run) {
        keep(() -> runFiles.ended(run, folder));
    }

    private void keep(Runnable writing) {
        try {
            writing.run();
        } catch (RuntimeException e) {
            failure = failure == null ? e : failure;
        }
    }

    /** @throws HarnessException where something could not be written */
    void close() {
        if (failure != null) {
            throw new HarnessException(
                    Problem.of(
                            new Text("Allure 结果未能完整写入 %s: %s", "the Allure results could not all be written to %s: %s")
                                    .with(folder, cause(failure)),
                            new Text("请检查磁盘空间和写权限后重新运行", "check disk space and permissions, then run again")),
                    failure);
        }
    }

    private static Text cause(RuntimeException failure) {
        return failure.getCause() instanceof IOException cause
                ? FileTrouble.words(cause)
                : Text.same(String.valueOf(failure));
    }
}
