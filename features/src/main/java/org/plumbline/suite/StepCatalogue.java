package org.plumbline.suite;

import io.cucumber.cucumberexpressions.Argument;
import io.cucumber.cucumberexpressions.Expression;
import io.cucumber.cucumberexpressions.ExpressionFactory;
import io.cucumber.cucumberexpressions.ParameterType;
import io.cucumber.cucumberexpressions.ParameterTypeRegistry;
import io.cucumber.java.StepDefinitionAnnotation;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.plumbline.error.Place;
import org.plumbline.error.Problem;
import org.plumbline.steps.AgeSteps;
import org.plumbline.steps.Below;
import org.plumbline.steps.DriveSteps;
import org.plumbline.steps.JudgeSteps;
import org.plumbline.steps.MeasureSteps;
import org.plumbline.steps.ParameterTypes;
import org.plumbline.steps.PathSteps;
import org.plumbline.steps.PoseSteps;
import org.plumbline.steps.SeparationSteps;
import org.plumbline.steps.SignalSteps;
import org.plumbline.text.Language;
import org.plumbline.text.Text;

/** The step vocabulary, read from the annotations of the steps themselves. */
public final class StepCatalogue {

    private static final List<StepTemplate> TEMPLATES = Stream.of(
                    templates(DriveSteps.class, StepTemplate.Kind.DRIVE),
                    templates(MeasureSteps.class, StepTemplate.Kind.MEASURE),
                    templates(AgeSteps.class, StepTemplate.Kind.MEASURE),
                    templates(PoseSteps.class, StepTemplate.Kind.MEASURE),
                    templates(PathSteps.class, StepTemplate.Kind.MEASURE),
                    templates(SignalSteps.class, StepTemplate.Kind.MEASURE),
                    templates(SeparationSteps.class, StepTemplate.Kind.MEASURE),
                    templates(JudgeSteps.class, StepTemplate.Kind.JUDGE))
            .flatMap(List::stream)
            .toList();
    private static final List<Form> FORMS = forms(factory(io.cucumber.java.ParameterType::value));

    private static final Pattern NAMES_AND_NUMBERS = Pattern.compile("\"[^\"]*\"|[-+]?[\\d.]+");

    private record Form(Expression expression, Wording wording) {}

    private StepCatalogue() {}

    /** Every step, in the order: drive, measure, judge. */
    public static List<StepTemplate> templates() {
        return TEMPLATES;
    }

    /** The step of the vocabulary that a text is; empty where none fits. */
    static Optional<FoundStep> find(String text) {
        for (Form form : FORMS) {
            List<Argument<?>> arguments = form.expression.match(text);
            if (arguments != null) {
                return Optional.of(new FoundStep(
                        form.wording,
                        arguments.stream()
                                .map(Argument::getValue)
                                .map(String::valueOf)
                                .toList()));
            }
        }
        return Optional.empty();
    }

    /** The problem that no step fits a text; names the one that differs in a parameter alone, or the nearest ones. */
    static Problem unknown(String text, Place place) {
        return forms(factory(type -> ".+")).stream()
                .filter(form -> form.expression.match(text) != null)
                .findFirst()
                .map(form -> new Problem(
                        place,
                        new Text("没有这样的步骤: %s", "there is no such step: %s").with(text),
                        new Text("可写为: %s，例如: %s", "it may be: %s, such as: %s")
                                .with(
                                        spelled(form.expression.getSource()),
                                        form.wording.template().example().in(form.wording.language()))))
                .orElseGet(() -> strange(text, place));
    }

    /** With the words that its parameters may be, of those that have a choice of words. */
    private static String spelled(String expression) {
        String spelled = expression;
        for (Method method : ParameterTypes.class.getDeclaredMethods()) {
            io.cucumber.java.ParameterType type = method.getAnnotation(io.cucumber.java.ParameterType.class);
            if (type != null && !type.value().contains("\\")) {
                spelled = spelled.replace("{" + type.name() + "}", "{" + type.value() + "}");
            }
        }
        return spelled;
    }

    private static Problem strange(String text, Place place) {
        Language language = text.codePoints().anyMatch(Character::isIdeographic) ? Language.ZH : Language.EN;
        List<String> nearest = TEMPLATES.stream()
                .sorted(Comparator.comparingDouble(
                        template -> -likeness(text, template.example().in(language))))
                .limit(2)
                .map(template -> template.expression().in(language))
                .toList();
        return new Problem(
                place,
                new Text("没有这样的步骤: %s", "there is no such step: %s").with(text),
                new Text("最接近的步骤: %s", "the nearest ones are: %s").with(String.join(" | ", nearest)));
    }

    /**
     * What part of their pairs of neighbouring characters two steps share, whatever their names and numbers (the coefficient of
     * Sørensen and Dice): works for words and for Chinese alike.
     */
    private static double likeness(String one, String other) {
        List<String> pairs = pairs(one);
        List<String> others = pairs(other);
        double all = pairs.size() + others.size();
        pairs.removeIf(pair -> !others.remove(pair));
        return 2 * pairs.size() / all;
    }

    private static List<String> pairs(String step) {
        String words = NAMES_AND_NUMBERS.matcher(step).replaceAll("_");
        return IntStream.range(0, words.length() - 1)
                .mapToObj(i -> words.substring(i, i + 2))
                .collect(Collectors.toCollection(ArrayList::new));
    }

    private static List<StepTemplate> templates(Class<?> glue, StepTemplate.Kind kind) {
        List<StepTemplate> templates = new ArrayList<>();
        for (Method method : glue.getDeclaredMethods()) {
            Text words = words(method);
            if (!words.zh().isEmpty() || !words.en().isEmpty()) {
                Text example =
                        StepMeanings.of(words.en()).map(StepMeaning::example).orElse(words);
                Below below = method.getAnnotation(Below.class);
                templates.add(new StepTemplate(words, kind, example, below == null ? null : below.value()));
            }
        }
        // Reflection gives methods in no order.
        templates.sort(Comparator.comparing(template -> template.expression().en()));
        return templates;
    }

    private static String value(Annotation annotation) {
        try {
            return (String) annotation.annotationType().getMethod("value").invoke(annotation);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<Form> forms(ExpressionFactory factory) {
        return TEMPLATES.stream()
                .flatMap(template -> Stream.of(Language.ZH, Language.EN)
                        .map(language -> new Form(
                                factory.createExpression(template.expression().in(language)),
                                new Wording(template, language))))
                .toList();
    }

    /** Makes expressions that know our parameter types, as text. */
    private static ExpressionFactory factory(Function<io.cucumber.java.ParameterType, String> values) {
        ParameterTypeRegistry registry = new ParameterTypeRegistry(Locale.ENGLISH);
        for (Method method : ParameterTypes.class.getDeclaredMethods()) {
            io.cucumber.java.ParameterType type = method.getAnnotation(io.cucumber.java.ParameterType.class);
            if (type != null) {
                registry.defineParameterType(new ParameterType<>(
                        type.name(), values.apply(type), String.class, (String text) -> text, false, false));
            }
        }
        return new ExpressionFactory(registry);
    }

    /** The Chinese and the English expression of a step's method. */
    static Text words(Method method) {
        String zh = "";
        String en = "";
        for (Annotation annotation : method.getAnnotations()) {
            if (annotation.annotationType().isAnnotationPresent(StepDefinitionAnnotation.class)) {
                boolean chinese = annotation.annotationType().getPackageName().endsWith(".zh_cn");
                zh = chinese ? value(annotation) : zh;
                en = chinese ? en : value(annotation);
            }
        }
        return new Text(zh, en);
    }
}
