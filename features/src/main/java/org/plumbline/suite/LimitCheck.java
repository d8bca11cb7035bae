package org.plumbline.suite;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.plumbline.error.Place;
import org.plumbline.standard.Limit;
import org.plumbline.standard.Requirement;
import org.plumbline.standard.Standard;
import org.plumbline.text.Text;
import org.plumbline.yaml.Nearest;
import org.plumbline.yaml.Problems;

/** Checks the limits that one scenario names: whether they are its own, and whether what is measured is judged. */
final class LimitCheck {

    private final Standard standard;
    private final List<String> tagged;
    private final Problems problems;
    private final Problems useless;
    private final Map<String, Place> measured = new LinkedHashMap<>();
    private final Set<String> judged = new HashSet<>();
    private boolean misnamed;

    /**
     * @param tagged the requirements that the scenario decides
     * @param useless what is measured in vain
     */
    LimitCheck(Standard standard, List<String> tagged, Problems problems, Problems useless) {
        this.standard = standard;
        this.tagged = tagged;
        this.problems = problems;
        this.useless = useless;
    }

    /** A limit that a step measures for; empty where it is not one of the scenario's. */
    Optional<Limit> measured(String name, Place place) {
        measured.put(name, place);
        return own(name, place);
    }

    /** A limit that a step judges by. */
    void judged(String name, Place place) {
        judged.add(name);
        if (own(name, place).isPresent() && !measured.containsKey(name) && !misnamed) {
            problems.add(
                    place,
                    new Text("限值“%s”在判定之前没有测量", "the limit \"%s\" is judged before anything was measured for it")
                            .with(name),
                    new Text("请在判定之前加上测量步骤", "measure it in an earlier step"));
        }
    }

    /** The end of the scenario. What is never judged may be what a misspelt name stands for: that is said already. */
    void end() {
        if (misnamed) {
            return;
        }
        measured.forEach((name, place) -> {
            if (!judged.contains(name)) {
                useless.add(
                        place,
                        new Text("为限值“%s”测量了，却没有判定", "the limit \"%s\" is measured for, but never judged").with(name),
                        new Text("请加上: 那么 \"%s\" 应符合限值", "add: Then \"%s\" shall be within its limit").with(name));
            }
        });
    }

    private Optional<Limit> own(String name, Place place) {
        Optional<Requirement> requirement = standard.requirementOfLimit(name);
        if (requirement.isEmpty()) {
            problems.add(
                    place,
                    new Text("标准中没有限值“%s”", "the standard has no limit \"%s\"").with(name),
                    Nearest.remedy(name, limits()));
        } else if (!tagged.contains(requirement.get().id())) {
            String id = requirement.get().id();
            problems.add(
                    place,
                    new Text(
                                    "限值“%s”属于要求 %s，场景没有该标签",
                                    "the limit \"%s\" belongs to %s, which the scenario is not tagged with")
                            .with(name, id),
                    new Text("请为场景加上标签 @%s，或改正限值名称", "tag the scenario @%s, or correct the limit's name").with(id));
        } else {
            return Optional.ofNullable(requirement.get().limits().get(name));
        }
        misnamed = true;
        return Optional.empty();
    }

    private List<String> limits() {
        return standard.requirements().stream()
                .flatMap(requirement -> requirement.limits().keySet().stream())
                .toList();
    }
}
