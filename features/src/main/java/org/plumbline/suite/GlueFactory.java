package org.plumbline.suite;

import io.cucumber.core.backend.ObjectFactory;
import java.util.Map;
import org.plumbline.steps.AgeSteps;
import org.plumbline.steps.DriveSteps;
import org.plumbline.steps.JudgeSteps;
import org.plumbline.steps.MeasureSteps;
import org.plumbline.steps.ParameterTypes;
import org.plumbline.steps.PathSteps;
import org.plumbline.steps.PoseSteps;
import org.plumbline.steps.SeparationSteps;
import org.plumbline.steps.SignalSteps;
import org.plumbline.steps.Skipping;
import org.plumbline.steps.TrialHolder;

/** Gives Cucumber the step objects of one run; they act on the run's own trial, without statics. */
final class GlueFactory implements ObjectFactory {

    private final Map<Class<?>, Object> steps;

    GlueFactory(TrialHolder holder) {
        steps = Map.of(
                DriveSteps.class, new DriveSteps(holder),
                MeasureSteps.class, new MeasureSteps(holder),
                AgeSteps.class, new AgeSteps(holder),
                PathSteps.class, new PathSteps(holder),
                PoseSteps.class, new PoseSteps(holder),
                JudgeSteps.class, new JudgeSteps(holder),
                SeparationSteps.class, new SeparationSteps(holder),
                SignalSteps.class, new SignalSteps(holder),
                ParameterTypes.class, new ParameterTypes(),
                Skipping.class, new Skipping(holder));
    }

    @Override
    public boolean addClass(Class<?> glue) {
        return steps.containsKey(glue);
    }

    @Override
    public <T> T getInstance(Class<T> glue) {
        Object instance = steps.get(glue);
        if (instance == null) {
            throw new IllegalArgumentException("no steps in " + glue.getName());
        }
        return glue.cast(instance);
    }

    @Override
    public void start() {
        // the objects live as long as the run
    }

    @Override
    public void stop() {
        // the objects live as long as the run
    }
}
