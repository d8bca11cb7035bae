package org.plumbline.engine;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.platform.engine.TestDescriptor;
import org.junit.platform.engine.UniqueId;
import org.junit.platform.engine.support.descriptor.AbstractTestDescriptor;
import org.plumbline.run.RunPlan;
import org.plumbline.run.ScenarioPlan;
import org.plumbline.standard.Requirement;

/** One suite of a class, read before it is run. */
final class SuiteNode extends AbstractTestDescriptor {

    private final SuiteRequest request;
    private final int planned;
    private final @Nullable ErrorVerdictException failure;

    private SuiteNode(
            UniqueId id, String title, SuiteRequest request, int planned, @Nullable ErrorVerdictException failure) {
        super(id, title);
        this.request = request;
        this.planned = planned;
        this.failure = failure;
    }

    static SuiteNode of(SuiteRequest request, UniqueId parent) {
        String name = request.name().isEmpty() ? "-" : request.name();
        UniqueId id = parent.append("suite", name);
        try {
            RunPlan plan = request.plan();
            String title =
                    plan.standard().id() + " " + request.in(plan.standard().title());
            SuiteNode node = new SuiteNode(id, title, request, plan.scenarios().size(), null);
            node.add(plan);
            return node;
        } catch (RuntimeException e) {
            return new SuiteNode(id, name, request, 0, ErrorVerdictException.of(e, request.language()));
        }
    }

    private void add(RunPlan plan) {
        Map<String, ClauseNode> clauses = new LinkedHashMap<>();
        for (ScenarioPlan scenario : plan.scenarios()) {
            TestDescriptor parent = scenario.requirements().isEmpty()
                    ? this
                    : clauses.computeIfAbsent(scenario.requirements().get(0), id -> clause(plan, id));
            parent.addChild(new ScenarioNode(parent.getUniqueId(), scenario, plan, request));
        }
    }

    private ClauseNode clause(RunPlan plan, String requirementId) {
        Requirement requirement = plan.standard().requirement(requirementId).orElseThrow();
        ClauseNode clause = new ClauseNode(getUniqueId(), requirement, request.language());
        addChild(clause);
        return clause;
    }

    SuiteRequest request() {
        return request;
    }

    /** Why it could not be read. */
    Optional<ErrorVerdictException> failure() {
        return Optional.ofNullable(failure);
    }

    /** The scenarios that are to be run, in order. */
    List<ScenarioNode> scenarios() {
        return getDescendants().stream()
                .filter(ScenarioNode.class::isInstance)
                .map(ScenarioNode.class::cast)
                .toList();
    }

    /** Whether that is the whole suite: no tag, id or filter of the launcher has left any out. */
    boolean isWhole() {
        return request.selectsAll() && scenarios().size() == planned;
    }

    @Override
    public Type getType() {
        return Type.CONTAINER;
    }

    /** The verdict of the run is registered when there is one, so that no filter can take it away. */
    @Override
    public boolean mayRegisterTests() {
        return failure != null || !scenarios().isEmpty();
    }
}
