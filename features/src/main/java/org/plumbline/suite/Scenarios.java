package org.plumbline.suite;

import io.cucumber.core.feature.FeatureParser;
import io.cucumber.core.gherkin.Feature;
import io.cucumber.core.gherkin.FeatureParserException;
import io.cucumber.core.gherkin.Pickle;
import io.cucumber.core.gherkin.Step;
import io.cucumber.core.resource.Resource;
import io.cucumber.tagexpressions.Expression;
import io.cucumber.tagexpressions.TagExpressionException;
import io.cucumber.tagexpressions.TagExpressionParser;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.plumbline.bench.Bench;
import org.plumbline.error.InputException;
import org.plumbline.error.Place;
import org.plumbline.error.Problem;
import org.plumbline.run.ScenarioPlan;
import org.plumbline.standard.Requirement;
import org.plumbline.standard.Standard;
import org.plumbline.text.Language;
import org.plumbline.text.Text;

/** The scenarios of a suite in one language, checked against the catalogue and the step vocabulary. */
final class Scenarios {

    private static final Pattern PARSER_PLACE = Pattern.compile("\\((\\d+):(\\d+)\\): ");

    private static final Pattern NAME = Pattern.compile("\"([^\"]*)\"");

    private final Standard standard;
    private final Bench bench;
    private final RunRequest request;
    private final List<Feature> features = new ArrayList<>();
    private final List<ScenarioPlan> plans = new ArrayList<>();
    private final List<ScenarioPlan> leftOut = new ArrayList<>();
    private final Set<String> names = new HashSet<>();
    private final List<Problem> problems = new ArrayList<>();

    private Scenarios(Standard standard, Bench bench, RunRequest request) {
        this.standard = standard;
        this.bench = bench;
        this.request = request;
    }

    /**
     * Reads every feature file of a folder.
     *
     * @param request asks for a language; where the suite has no scenarios in it, those in the other are taken
     * @throws InputException where a file cannot be parsed, a tag names no requirement, a step is not known, or nothing
     *     is selected
     */
    static Scenarios read(Path folder, Standard standard, Bench bench, RunRequest request) {
        Scenarios scenarios = new Scenarios(standard, bench, request);
        List<Feature> all = scenarios.parse(folder);
        List<Feature> wanted = inLanguage(all, request.language());
        String tags = request.suite().tags();
        Expression expression = expression(tags);
        for (Feature feature : wanted.isEmpty() ? all : wanted) {
            scenarios.add(feature, expression);
        }
        if (!scenarios.problems.isEmpty()) {
            throw new InputException(scenarios.problems, null);
        }
        if (scenarios.plans.isEmpty()) {
            throw new InputException(new Problem(
                    Place.of(request.suite().shown("")),
                    new Text("没有选中任何场景(标签表达式“%s”)", "no scenario is selected (tag expression \"%s\")").with(tags),
                    new Text("请检查标签表达式", "check the tag expression")));
        }
        return scenarios;
    }

    /** All of them once, then all again, that many times. */
    List<Feature> features(int repeat) {
        return Collections.nCopies(repeat, features).stream()
                .flatMap(List::stream)
                .toList();
    }

    List<ScenarioPlan> plans() {
        return plans;
    }

    /** Those that the request does not select. */
    List<ScenarioPlan> leftOut() {
        return leftOut;
    }

    /** What the steps of those that apply name in quotes: signals, commands, limits, values. */
    Set<String> names() {
        return names;
    }

    private List<Feature> parse(Path folder) {
        FeatureParser parser = new FeatureParser(UUID::randomUUID);
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".feature"))
                    .sorted()
                    .flatMap(file -> parse(parser, file).stream())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Optional<Feature> parse(FeatureParser parser, Path file) {
        try {
            return parser.parseResource(new FileResource(file));
        } catch (FeatureParserException e) {
            throw new InputException(notGherkin(request.suite().shown(String.valueOf(file.getFileName())), e), e);
        }
    }

    /** The parser words the place as {@code (line:column): } and begins with the file's address, which is the copy's. */
    private static Problem notGherkin(String file, FeatureParserException e) {
        String said = String.valueOf(e.getMessage());
        Matcher place = PARSER_PLACE.matcher(said);
        boolean known = place.find();
        return new Problem(
                known
                        ? new Place(file, Integer.parseInt(place.group(1)), Integer.parseInt(place.group(2)))
                        : Place.of(file),
                new Text("不是有效的 Gherkin：%s", "not valid Gherkin: %s")
                        .with((known ? said.substring(place.end()) : said).strip()),
                new Text("请改正该行", "correct that line"));
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
        for (Pickle pickle : feature.getPickles()) {
            ScenarioPlan plan = plan(pickle);
            if (expression.evaluate(pickle.getTags()) && request.selection().test(plan)) {
                plans.add(plan);
                selected.add(pickle);
                if (plan.applies()) {
                    pickle.getSteps().forEach(this::names);
                }
            } else {
                leftOut.add(plan);
            }
        }
        if (!selected.isEmpty()) {
            features.add(new SelectedFeature(feature, selected));
        }
    }

    private void names(Step step) {
        NAME.matcher(step.getText()).results().forEach(name -> names.add(name.group(1)));
    }

    private ScenarioPlan plan(Pickle pickle) {
        String file = fileName(pickle.getUri());
        int line = pickle.getLocation().getLine();
        List<String> requirements = new ArrayList<>();
        for (String tag : pickle.getTags()) {
            if (standard.requirement(tag.substring(1)).isPresent()) {
                requirements.add(tag.substring(1));
            } else if (tag.startsWith("@" + standard.id() + "-")) {
                problems.add(new Problem(
                        new Place(request.suite().shown(file), line, 0),
                        new Text("标准中没有要求 %s", "the standard has no requirement %s").with(tag.substring(1)),
                        new Text("请改正标签或补充标准", "correct the tag or add the requirement")));
            }
        }
        boolean applies = requirements.isEmpty() || requirements.stream().anyMatch(this::applies);
        References references = new References(standard, bench.device());
        Stretches stretches = new Stretches(bench);
        for (Step step : pickle.getSteps()) {
            stretches.take(step);
            Place place = new Place(request.suite().shown(file), step.getLine(), 0);
            StepCatalogue.problem(step.getText(), place).ifPresent(problems::add);
            problems.addAll(references.problems(step.getText(), place, applies));
        }
        return new ScenarioPlan(
                file + ":" + line,
                pickle.getName(),
                file,
                line,
                languageOf(pickle),
                requirements,
                applies,
                stretches.observation(),
                stretches.longest());
    }

    private boolean applies(String requirement) {
        return standard.requirement(requirement)
                .map(Requirement::applies)
                .orElseThrow()
                .holds(bench.device()::declares);
    }

    static String fileName(URI uri) {
        String path = uri.getSchemeSpecificPart();
        return path.substring(path.lastIndexOf('/') + 1);
    }

    private record FileResource(Path file) implements Resource {
        @Override
        public URI getUri() {
            return file.toUri();
        }

        @Override
        public InputStream getInputStream() throws IOException {
            return Files.newInputStream(file);
        }
    }
}
