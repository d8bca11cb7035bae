package org.plumbline.suite;

import io.cucumber.core.gherkin.Feature;
import io.cucumber.core.gherkin.Pickle;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.plumbline.canary.CanaryCatalogue;
import org.plumbline.canary.CanarySignal;
import org.plumbline.run.ScenarioPlan;
import org.plumbline.text.Language;
import org.plumbline.text.Text;

/** The feature file with every canary; its scenarios are named in Chinese and English, a bar between. */
final class CanaryFile {

    static final Feature FEATURE = read();
    static final List<Canary> CANARIES = canaries(new StepReader());

    /** Marks those that stand for the step that judges; the others stand for their step that measures. */
    private static final String JUDGEMENT = "@judgement";

    private static final String NAME = "canaries.zh-CN.feature";

    private CanaryFile() {}

    private static Feature read() {
        try (InputStream file = CanaryCatalogue.class.getResourceAsStream(NAME)) {
            String text = new String(Objects.requireNonNull(file, NAME).readAllBytes(), StandardCharsets.UTF_8);
            return FeatureFiles.parse(URI.create("classpath:/org/plumbline/canary/" + NAME), text)
                    .orElseThrow();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Canary> canaries(StepReader steps) {
        return FEATURE.getPickles().stream()
                .map(pickle -> canary(pickle, steps))
                .toList();
    }

    private static Canary canary(Pickle pickle, StepReader reader) {
        List<FoundStep> steps = pickle.getSteps().stream()
                .map(step -> reader.find(step.getText()).orElseThrow(() -> new IllegalStateException(step.getText())))
                .toList();
        StepTemplate.Kind kind =
                pickle.getTags().contains(JUDGEMENT) ? StepTemplate.Kind.JUDGE : StepTemplate.Kind.MEASURE;
        StepTemplate template = steps.stream()
                .map(FoundStep::template)
                .filter(found -> found.kind() == kind)
                .findFirst()
                .orElseThrow();
        CanarySignal signal = CanarySignal.of(steps.get(0).arguments().get(0)).orElseThrow();
        String[] name = pickle.getName().split(" \\| ");
        return new Canary(new Text(name[0], name[1]), template, signal, plan(pickle), pickle);
    }

    private static ScenarioPlan plan(Pickle pickle) {
        int line = pickle.getLocation().getLine();
        return new ScenarioPlan(
                NAME + ":" + line,
                pickle.getName(),
                NAME,
                line,
                Language.ZH,
                List.of(CanaryCatalogue.REQUIREMENT),
                true,
                0);
    }
}
