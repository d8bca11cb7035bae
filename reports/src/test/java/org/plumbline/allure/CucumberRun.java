package org.plumbline.allure;

import io.cucumber.core.backend.ObjectFactory;
import io.cucumber.core.feature.FeatureParser;
import io.cucumber.core.gherkin.Feature;
import io.cucumber.core.gherkin.Pickle;
import io.cucumber.core.options.RuntimeOptionsBuilder;
import io.cucumber.core.resource.Resource;
import io.cucumber.core.runtime.Runtime;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.plumbline.run.Judge;
import org.plumbline.run.RequirementVerdicts;
import org.plumbline.run.Run;
import org.plumbline.run.RunPlan;
import org.plumbline.run.ScenarioPlan;
import org.plumbline.run.Session;
import org.plumbline.standard.Standard;
import org.plumbline.text.Language;

/** Runs a feature with real Cucumber against the simulated bench, with the report as a plugin. */
final class CucumberRun {

    private static final Instant STARTED = Instant.parse("2026-11-20T08:00:00Z");

    private final Standard standard;
    private final Feature feature;
    private final RunPlan plan;

    CucumberRun(Standard standard, String source, @Nullable Path directory) {
        this.standard = standard;
        this.feature = new FeatureParser(UUID::randomUUID)
                .parseResource(new Source(source))
                .orElseThrow();
        this.plan = new RunPlan(
                "20261120T080000Z-underwater",
                "underwater",
                STARTED,
                "virtual",
                standard,
                SimulatedBench.bench(),
                feature.getPickles().stream().map(this::scenario).toList(),
                List.of(),
                directory,
                null);
    }

    private ScenarioPlan scenario(Pickle pickle) {
        List<String> requirements =
                pickle.getTags().stream().map(tag -> tag.substring(1)).toList();
        return new ScenarioPlan(
                "hold.feature:" + pickle.getLocation().getLine(),
                pickle.getName(),
                "hold.feature",
                pickle.getLocation().getLine(),
                Language.ZH,
                requirements,
                requirements.stream().allMatch(id -> standard.requirement(id)
                        .orElseThrow()
                        .applies()
                        .holds(SimulatedBench.bench().device()::declares)),
                0);
    }

    Run with(AllureReport report) {
        TrialSteps steps = new TrialSteps(new Judge(plan.bench(), STARTED));
        report.runStarted(plan);
        Run run;
        try (Session session = new SimulatedBench().open(standard)) {
            TrialPlugin trials = new TrialPlugin(plan.scenarios(), steps, session, report);
            execute(steps, trials, report);
            run = new Run(
                    plan,
                    session.now(),
                    trials.results(),
                    RequirementVerdicts.of(plan, trials.results()),
                    List.of(),
                    false);
        }
        report.runFinished(run);
        return run;
    }

    private void execute(TrialSteps steps, TrialPlugin trials, AllureReport report) {
        Runtime.builder()
                .withRuntimeOptions(new RuntimeOptionsBuilder()
                        .addGlue(URI.create("classpath:/org/plumbline/allure"))
                        .setMonochrome()
                        .setNoSummary()
                        .build())
                .withFeatureSupplier(() -> List.of(feature))
                .withObjectFactorySupplier(() -> new Glue(steps))
                .withAdditionalPlugins(trials, report)
                .build()
                .run();
    }

    private record Source(String text) implements Resource {
        @Override
        public URI getUri() {
            return URI.create("file:///suite/hold.feature");
        }

        @Override
        public InputStream getInputStream() {
            return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
        }
    }

    private record Glue(TrialSteps steps) implements ObjectFactory {
        @Override
        public boolean addClass(Class<?> glue) {
            return glue == TrialSteps.class;
        }

        @Override
        public <T> T getInstance(Class<T> glue) {
            return glue.cast(steps);
        }

        @Override
        public void start() {}

        @Override
        public void stop() {}
    }
}
