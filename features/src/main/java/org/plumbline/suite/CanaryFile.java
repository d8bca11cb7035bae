package org.plumbline.suite;

import io.cucumber.core.gherkin.Feature;
import io.cucumber.core.gherkin.Pickle;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.plumbline.canary.CanaryCatalogue;
import org.plumbline.canary.CanarySignal;
import org.plumbline.run.ScenarioPlan;
import org.plumbline.text.Language;
import org.plumbline.text.Text;

/**
 * The feature file with every canary in one language; its scenarios are named in Chinese and English, a bar between.
 *
 * @param canaries in the file's order
 */
record CanaryFile(Feature feature, List<Canary> canaries) {

    private static final Map<Language, CanaryFile> READ = new ConcurrentHashMap<>();

    /** Marks those that stand for the step that judges; the others stand for their step that measures. */
    private static final String JUDGEMENT = "@judgement";

    /** The one in that language: the same canaries in the same order, in the words of that language. */
    static CanaryFile in(Language language) {
        return READ.computeIfAbsent(language, CanaryFile::read);
    }

    private static CanaryFile read(Language language) {
        String name = language == Language.ZH ? "canaries.zh-CN.feature" : "canaries.en.feature";
        Feature feature = read(name);
        StepReader steps = new StepReader();
        return new CanaryFile(
                feature,
                feature.getPickles().stream()
                        .map(pickle -> canary(name, language, pickle, steps))
                        .toList());
    }

    private static Feature read(String name) {
        try (InputStream file = CanaryCatalogue.class.getResourceAsStream(name)) {
            String text = new String(Objects.requireNonNull(file, name).readAllBytes(), StandardCharsets.UTF_8);
            return FeatureFiles.parse(URI.create("classpath:/org/plumbline/canary/" + name), text)
                    .orElseThrow();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Canary canary(String file, Language language, Pickle pickle, StepReader reader) {
        List<FoundStep> steps = pickle.getSteps().stream()
                .map(step -> reader.find(step.getText()).orElseThrow(() -> new IllegalStateException(step.getText())))
                .toList();
        StepTemplate.Kind kind =
                pickle.getTags().contains(JUDGEMENT) ? StepTemplate.Kind.JUDGE : StepTemplate.Kind.MEASURE;
        Wording wording = steps.stream()
                .map(FoundStep::wording)
                .filter(found -> found.template().kind() == kind)
                .findFirst()
                .orElseThrow();
        CanarySignal signal = CanarySignal.of(steps.get(0).arguments().get(0)).orElseThrow();
        String[] name = pickle.getName().split(" \\| ");
        return new Canary(new Text(name[0], name[1]), wording, signal, plan(file, language, pickle), pickle);
    }

    private static ScenarioPlan plan(String file, Language language, Pickle pickle) {
        int line = pickle.getLocation().getLine();
        return new ScenarioPlan(
                file + ":" + line,
                pickle.getName(),
                file,
                line,
                language,
                List.of(CanaryCatalogue.REQUIREMENT),
                true,
                0);
    }
}
