package org.plumbline.suite;

import io.cucumber.cucumberexpressions.Argument;
import io.cucumber.cucumberexpressions.Expression;
import io.cucumber.cucumberexpressions.ExpressionFactory;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.plumbline.steps.DriveSteps;
import org.plumbline.steps.Effect;
import org.plumbline.text.Text;

/** What the steps of scenarios will do, read from the annotations of the vocabulary. */
final class StepEffects {

    /** The same steps come again and again; bounded by what a process reads. */
    private static final Map<String, Optional<Found>> FOUND = new ConcurrentHashMap<>();

    private static final List<Row> ROWS = rows();

    /**
     * What one step will do.
     *
     * @param arguments as they stand in the text
     */
    record Found(Effect.Kind kind, List<String> arguments) {}

    private record Row(Expression expression, Effect.Kind kind) {}

    private StepEffects() {}

    /** What a step of that text will do; empty where it only looks. */
    static Optional<Found> of(String text) {
        return FOUND.computeIfAbsent(text, StepEffects::find);
    }

    private static Optional<Found> find(String text) {
        for (Row row : ROWS) {
            List<Argument<?>> arguments = row.expression.match(text);
            if (arguments != null) {
                return Optional.of(new Found(
                        row.kind,
                        arguments.stream()
                                .map(Argument::getValue)
                                .map(String::valueOf)
                                .toList()));
            }
        }
        return Optional.empty();
    }

    private static List<Row> rows() {
        ExpressionFactory factory = StepCatalogue.factory();
        List<Row> rows = new ArrayList<>();
        for (Method method : DriveSteps.class.getDeclaredMethods()) {
            Effect effect = method.getAnnotation(Effect.class);
            if (effect != null) {
                Text words = StepCatalogue.words(method);
                rows.add(new Row(factory.createExpression(words.zh()), effect.value()));
                rows.add(new Row(factory.createExpression(words.en()), effect.value()));
            }
        }
        return rows;
    }
}
