package org.plumbline.allure;

import io.qameta.allure.CommonJsonAggregator2;
import io.qameta.allure.core.LaunchResults;
import io.qameta.allure.entity.LabelName;
import io.qameta.allure.entity.TestResult;
import io.qameta.allure.tree.DefaultTreeLayer;
import io.qameta.allure.tree.TestResultTree;
import io.qameta.allure.tree.TreeLayer;
import java.util.Comparator;
import java.util.List;
import org.plumbline.standard.Requirement;
import org.plumbline.standard.Standard;

/** The data of the tab that shows trials by clause and requirement. Allure's own for it is not among its libraries. */
final class RequirementsTree extends CommonJsonAggregator2 {

    static final String FILE = "requirements.json";

    private final Standard standard;

    RequirementsTree(Standard standard) {
        super(FILE);
        this.standard = standard;
    }

    @Override
    protected Object getData(List<LaunchResults> launches) {
        TestResultTree tree = new TestResultTree("requirements", this::layers);
        launches.stream()
                .flatMap(launch -> launch.getResults().stream())
                .sorted(Comparator.comparing(TestResult::getFullName))
                .forEach(tree::add);
        return tree;
    }

    /** One layer for clause and requirement: two would pair every clause of a scenario with every requirement of it. */
    private List<TreeLayer> layers(TestResult result) {
        List<String> requirements = result.findAllLabels(LabelName.STORY).stream()
                .map(story -> clause(story) + story)
                .toList();
        return List.of(new DefaultTreeLayer(result.findAllLabels(LabelName.EPIC)), new DefaultTreeLayer(requirements));
    }

    private String clause(String story) {
        return standard.requirement(story.split(" ", 2)[0])
                .map(Requirement::clause)
                .map(clause -> clause + " ")
                .orElse("");
    }
}
