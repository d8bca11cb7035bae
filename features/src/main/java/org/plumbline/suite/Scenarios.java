package org.plumbline.suite;

import io.cucumber.core.gherkin.Feature;
import io.cucumber.core.gherkin.Pickle;
import io.cucumber.core.gherkin.Step;
import io.cucumber.tagexpressions.Expression;
import io.cucumber.tagexpressions.TagExpressionException;
import io.cucumber.tagexpressions.TagExpressionParser;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.plumbline.bench.Bench;
import org.plumbline.benchfile.ReferenceCheck;
import org.plumbline.channel.Adapters;
import org.plumbline.error.InputException;
import org.plumbline.error.Place;
import org.plumbline.error.Problem;
import org.plumbline.run.ScenarioPlan;
import org.plumbline.standard.Requirement;
import org.plumbline.standard.Standard;
import org.plumbline.text.Language;
import org.plumbline.text.Text;
import org.plumbline.yaml.Problems;
import org.plumbline.yaml.YamlBytes;

/** The scenarios of a suite in one language, checked against the catalogue and the step vocabulary. */
final class Scenarios {

    private final Standard standard;
    private final RunRequest request;
    private final List<Feature> features = new ArrayList<>();
    private final List<ScenarioPlan> plans = new ArrayList<>();
    private final List<ScenarioPlan> leftOut = new ArrayList<>();
    private final List<Script> scripts = new ArrayList<>();
    private final Map<String, Text> lacking = new HashMap<>();
    /** What the steps of those that are executed name: signals, commands, limits, values. */
    private final Set<String> names = new HashSet<>();

    private final Set<Wording> wordings = new HashSet<>();

    private final Set<String> tags = new TreeSet<>();
    private final Problems problems = new Problems();
    /** What only a run would be refused for, of files that are as they were recorded. */
    private final Problems notes = new Problems();

    private final StepReader steps = new StepReader();
    private final BenchNames bench;
    private final References references;

    private Scenarios(Standard standard, Bench bench, Adapters adapters, RunRequest request) {
        this.standard = standard;
        this.bench =
                new BenchNames(bench, new CommandParameters(bench, adapters), standard.references(), this.problems);
        this.references = new References(standard, bench.device());
        this.request = request;
    }

    /**
     * Reads every feature file of a folder and checks everything in it that can be checked before a run.
     *
     * @param request asks for a language; where the suite has no scenarios in it, those in the other are taken
     * @throws InputException with everything that is wrong: a file that cannot be parsed, a tag that names no requirement,
     *     a step that is not known, a name that bench or standard do not have, units that do not fit; or where nothing is
     *     selected
     */
    static Scenarios read(Path folder, Standard standard, Bench bench, Adapters adapters, RunRequest request) {
        Scenarios scenarios = new Scenarios(standard, bench, adapters, request);
        List<Feature> all = FeatureFiles.read(request.suite(), folder);
        List<Feature> wanted = inLanguage(all, request.language());
        Expression expression = expression(request.suite().tags());
        for (Feature feature : wanted.isEmpty() ? all : wanted) {
            scenarios.add(feature, expression);
        }
        scenarios.checkReferences(bench);
        scenarios.problems.throwIfAny();
        if (scenarios.plans.isEmpty()) {
            throw new InputException(scenarios.nothing());
        }
        return scenarios;
    }

    private void checkReferences(Bench onBench) {
        problems.keep(() -> {
            ReferenceCheck.check(standard, onBench, names);
            return names;
        });
    }

    private Problem nothing() {
        return new Problem(
                Place.of(request.suite().shown("")),
                new Text("没有选中任何场景（标签表达式“%s”）", "no scenario is selected (tag expression \"%s\")")
                        .with(request.suite().tags()),
                tags.isEmpty()
                        ? new Text("场景没有标签，请不用 --tags 运行", "the scenarios have no tags: run them without --tags")
                        : new Text("已有的标签: %s", "the tags are: %s").with(String.join(" ", tags)));
    }

    /** All of them once, then all again, that many times. */
    List<Feature> features(int repeat) {
        return Collections.nCopies(repeat, features).stream()
                .flatMap(List::stream)
                .toList();
    }

    /** The same, but each no more often than that; one that has no number, once. */
    List<Feature> features(int repeat, Map<String, Long> attempts) {
        List<Feature> all = new ArrayList<>();
        for (int round = 0; round < repeat; round++) {
            for (Feature feature : features) {
                long before = round;
                List<Pickle> left = feature.getPickles().stream()
                        .filter(pickle -> attempts.getOrDefault(id(pickle), 1L) > before)
                        .toList();
                if (!left.isEmpty()) {
                    all.add(new SelectedFeature(feature, left));
                }
            }
        }
        return all;
    }

    private static String id(Pickle pickle) {
        return fileName(pickle.getUri()) + ":" + pickle.getLocation().getLine();
    }

    List<ScenarioPlan> plans() {
        return plans;
    }

    /** What a recording cannot hold, by the ids of the scenarios that ask for it. */
    Map<String, Text> lacking() {
        return lacking;
    }

    /** What a run would be refused for, and a recording is not. */
    List<Problem> notes() {
        return notes.inFileOrder();
    }

    /** What each of them will do. */
    List<Script> scripts() {
        return scripts;
    }

    /** The steps of the vocabulary that those of them use which are executed, as they are worded. */
    Set<Wording> wordings() {
        return wordings;
    }

    /** Those that the request does not select. */
    List<ScenarioPlan> leftOut() {
        return leftOut;
    }

    private static List<Feature> inLanguage(List<Feature> all, Language language) {
        return all.stream()
                .filter(feature -> feature.getPickles().stream().anyMatch(pickle -> languageOf(pickle) == language))
                .toList();
    }

    private static Language languageOf(Pickle pickle) {
        return pickle.getLanguage().startsWith("zh") ? Language.ZH : Language.EN;
    }

    private static Expression expression(String tags) {
        try {
            return TagExpressionParser.parse(tags);
        } catch (TagExpressionException e) {
            throw new InputException(
                    Problem.of(
                            new Text("标签表达式“%s”有误", "the tag expression \"%s\" is malformed").with(tags),
                            new Text("例如: @UW-A02 or @UW-A03", "for example: @UW-A02 or @UW-A03")),
                    e);
        }
    }

    private void add(Feature feature, Expression expression) {
        List<Pickle> selected = new ArrayList<>();
        Map<String, Integer> named = new HashMap<>();
        Problems useless = isRecorded(feature) ? notes : problems;
        for (Pickle pickle : feature.getPickles()) {
            tags.addAll(pickle.getTags());
            ScenarioPlan plan = plan(pickle, named.merge(pickle.getName(), 1, Integer::sum));
            boolean wanted =
                    expression.evaluate(pickle.getTags()) && request.selection().test(plan);
            (wanted ? plans : leftOut).add(plan);
            if (wanted) {
                selected.add(pickle);
                scripts.add(new Script(plan, commands(pickle), pickle.getSteps().size()));
            }
            check(pickle, plan, wanted, useless);
        }
        if (!selected.isEmpty()) {
            features.add(new SelectedFeature(feature, selected));
        }
    }

    /** What was judged so can be judged again. */
    private boolean isRecorded(Feature feature) {
        String name = fileName(feature.getUri());
        byte[] recorded =
                request.capture() == null ? null : request.capture().inputs().get(name);
        return recorded != null && YamlBytes.decode(recorded, name).equals(feature.getSource());
    }

    private void check(Pickle pickle, ScenarioPlan plan, boolean wanted, Problems useless) {
        boolean executed = wanted && plan.applies();
        LimitCheck limits = new LimitCheck(standard, plan.requirements(), problems, useless);
        BenchNames onBench = request.capture() == null ? bench : bench.recorded();
        ScenarioCheck check = new ScenarioCheck(onBench, limits, references, executed, problems, useless);
        for (Step step : pickle.getSteps()) {
            Place place = new Place(request.suite().shown(plan.feature()), step.getLine(), 0);
            Optional<FoundStep> found = steps.find(step.getText());
            if (found.isEmpty()) {
                problems.add(StepCatalogue.unknown(step.getText(), place));
                continue;
            }
            references.check(found.get().arguments(), place, plan.applies(), problems, onBench.problems());
            if (wanted) {
                check.take(found.get(), step, place);
            }
            if (executed && !lacks(plan, onBench)) {
                names(found.get(), step);
                wordings.add(found.get().wording());
            }
        }
        check.end();
    }

    /** Whether a recording cannot hold what a scenario asks for, as far as its steps were looked at. */
    private boolean lacks(ScenarioPlan plan, BenchNames onBench) {
        if (request.capture() != null) {
            onBench.problems().inFileOrder().stream()
                    .map(Problem::what)
                    .reduce((one, other) -> one.and(new Text("；", "; ")).and(other))
                    .ifPresent(missing -> lacking.put(
                            plan.id(),
                            new Text(
                                            "记录所用的试验台缺少场景所需: ",
                                            "the bench of the recording lacks what the scenario asks for: ")
                                    .and(missing)));
        }
        return lacking.containsKey(plan.id());
    }

    private List<String> commands(Pickle pickle) {
        List<String> commands = new ArrayList<>();
        for (Step step : pickle.getSteps()) {
            steps.find(step.getText()).ifPresent(found -> commands.addAll(Stretches.commands(found, step)));
        }
        return commands;
    }

    private void names(FoundStep found, Step step) {
        names.addAll(found.arguments());
        CycleTable.rows(step).forEach(row -> names.addAll(row.cells().values()));
    }

    private ScenarioPlan plan(Pickle pickle, int occurrence) {
        String file = fileName(pickle.getUri());
        int line = pickle.getLocation().getLine();
        List<String> requirements =
                requirements(pickle, new Place(request.suite().shown(file), line, 0));
        Stretches stretches = new Stretches(bench.bench(), bench.parameters());
        for (Step step : pickle.getSteps()) {
            steps.find(step.getText()).ifPresent(found -> stretches.take(found, step));
        }
        stretches.end();
        return new ScenarioPlan(
                id(pickle),
                pickle.getName(),
                file,
                line,
                languageOf(pickle),
                requirements,
                requirements.isEmpty() || requirements.stream().anyMatch(this::applies),
                stretches.observation(),
                stretches.longest(),
                stretches.waiting(),
                occurrence);
    }

    private List<String> requirements(Pickle pickle, Place place) {
        List<String> requirements = new ArrayList<>();
        for (String tag : pickle.getTags()) {
            if (standard.requirement(tag.substring(1)).isPresent()) {
                requirements.add(tag.substring(1));
            } else if (tag.startsWith("@" + standard.id() + "-")) {
                problems.add(
                        place,
                        new Text("标准中没有要求 %s", "the standard has no requirement %s").with(tag.substring(1)),
                        new Text("请改正标签或补充标准", "correct the tag or add the requirement"));
            }
        }
        return requirements;
    }

    private boolean applies(String requirement) {
        return standard.requirement(requirement)
                .map(Requirement::applies)
                .orElseThrow()
                .holds(bench.bench().device()::declares);
    }

    static String fileName(URI uri) {
        String path = uri.getSchemeSpecificPart();
        return path.substring(path.lastIndexOf('/') + 1);
    }
}
