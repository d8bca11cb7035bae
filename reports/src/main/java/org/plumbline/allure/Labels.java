package org.plumbline.allure;

import io.qameta.allure.model.Label;
import io.qameta.allure.model.Link;
import io.qameta.allure.model.TestResult;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.plumbline.run.ScenarioPlan;
import org.plumbline.standard.Modality;
import org.plumbline.standard.Requirement;
import org.plumbline.standard.Standard;
import org.plumbline.text.Language;
import org.plumbline.text.Text;

/** Where a scenario stands in the standard: epic is the standard, feature the clause, story the requirement. */
final class Labels {

    private static final Set<String> OURS = Set.of("epic", "feature", "story", "severity", "parentSuite");
    private static final Pattern URL = Pattern.compile("https?://\\S+");

    /** Which process it was and where its files were: another one each time, and nobody else's business. */
    private static final Set<String> MACHINE = Set.of("thread", "gherkin_uri", "package");

    private final Standard standard;
    private final Language language;

    Labels(Standard standard, Language language) {
        this.standard = standard;
        this.language = language;
    }

    void apply(TestResult result, ScenarioPlan scenario) {
        List<Label> labels = new ArrayList<>();
        labels.add(label("epic", standard.title().in(language)));
        labels.add(label("parentSuite", standard.title().in(language)));
        List<Requirement> requirements = requirements(scenario);
        requirements.stream().map(this::clause).distinct().forEach(clause -> labels.add(label("feature", clause)));
        requirements.forEach(requirement -> labels.add(label("story", story(requirement))));
        severity(requirements).ifPresent(severity -> labels.add(label("severity", severity)));
        result.getLabels().stream()
                .filter(label -> !OURS.contains(label.getName()) && !MACHINE.contains(label.getName()))
                .forEach(labels::add);
        result.setLabels(labels);
        result.getLinks().addAll(links());
    }

    /** The requirements themselves, for people who do not have the standard at hand. */
    String sentences(ScenarioPlan scenario) {
        return requirements(scenario).stream()
                .map(requirement -> "**%s** (%s, %s) %s"
                        .formatted(
                                requirement.id(),
                                requirement.clause(),
                                requirement.modality().word().in(language),
                                requirement.text().in(language)))
                .collect(Collectors.joining("\n\n"));
    }

    private List<Requirement> requirements(ScenarioPlan scenario) {
        return scenario.requirements().stream()
                .map(standard::requirement)
                .flatMap(Optional::stream)
                .toList();
    }

    private String clause(Requirement requirement) {
        return new Text("第 %s 条", "Clause %s").with(requirement.clause()).in(language);
    }

    private String story(Requirement requirement) {
        return requirement.id() + " " + requirement.text().in(language);
    }

    private static Optional<String> severity(List<Requirement> requirements) {
        return requirements.stream()
                .map(Requirement::modality)
                .min(Modality::compareTo)
                .map(strongest -> switch (strongest) {
                    case SHALL -> "critical";
                    case SHOULD -> "normal";
                    case MAY -> "trivial";
                });
    }

    private List<Link> links() {
        List<Link> links = new ArrayList<>();
        for (String source : standard.sources()) {
            Matcher matcher = URL.matcher(source);
            if (matcher.find()) {
                String name = matcher.replaceFirst("").strip();
                links.add(new Link()
                        .setName(name.isEmpty() ? matcher.group() : name)
                        .setUrl(matcher.group())
                        .setType("custom"));
            }
        }
        return links;
    }

    private static Label label(String name, String value) {
        return new Label().setName(name).setValue(value);
    }
}
