package org.plumbline.engine;

import java.util.LinkedHashSet;
import java.util.Set;
import org.junit.platform.engine.TestTag;
import org.junit.platform.engine.UniqueId;
import org.junit.platform.engine.support.descriptor.AbstractTestDescriptor;
import org.plumbline.run.RunPlan;
import org.plumbline.run.ScenarioPlan;

/** One scenario; tagged with its requirements, so that a launcher can select by them. */
final class ScenarioNode extends AbstractTestDescriptor {

    private final ScenarioPlan scenario;
    private final RunPlan plan;
    private final SuiteRequest request;

    ScenarioNode(UniqueId parent, ScenarioPlan scenario, RunPlan plan, SuiteRequest request) {
        super(parent.append("scenario", scenario.id()), title(scenario), request.source(scenario));
        this.scenario = scenario;
        this.plan = plan;
        this.request = request;
    }

    private static String title(ScenarioPlan scenario) {
        return scenario.name().isBlank() ? scenario.id() : scenario.name();
    }

    /** How many times it is executed. */
    int attempts() {
        return plan.repeat();
    }

    SuiteRequest request() {
        return request;
    }

    ScenarioPlan scenario() {
        return scenario;
    }

    /** Why it does not apply to the device. */
    String whyNotApplicable() {
        return request.in(
                NotApplicable.why(scenario, plan.standard(), plan.bench().device()));
    }

    @Override
    public Type getType() {
        return Type.TEST;
    }

    @Override
    public Set<TestTag> getTags() {
        Set<TestTag> tags = new LinkedHashSet<>();
        scenario.requirements().forEach(id -> tags.add(TestTag.create(id)));
        return tags;
    }
}
