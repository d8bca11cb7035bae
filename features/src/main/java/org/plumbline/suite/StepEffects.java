package org.plumbline.suite;

import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.plumbline.steps.DriveSteps;
import org.plumbline.steps.Effect;
import org.plumbline.steps.MeasureSteps;
import org.plumbline.steps.SeparationSteps;

/** What the steps of scenarios will do, read from the annotations of the vocabulary. */
final class StepEffects {

    private static final Map<String, Effect.Kind> BY_EXPRESSION = Stream.of(
                    DriveSteps.class, MeasureSteps.class, SeparationSteps.class)
            .flatMap(steps -> Arrays.stream(steps.getDeclaredMethods()))
            .filter(method -> method.isAnnotationPresent(Effect.class))
            .collect(Collectors.toMap(method -> StepCatalogue.words(method).en(), StepEffects::kind));

    private StepEffects() {}

    /** What a step will do; empty where it takes no time. */
    static Optional<Effect.Kind> of(StepTemplate template) {
        return Optional.ofNullable(BY_EXPRESSION.get(template.expression().en()));
    }

    private static Effect.Kind kind(Method method) {
        return Objects.requireNonNull(method.getAnnotation(Effect.class)).value();
    }
}
