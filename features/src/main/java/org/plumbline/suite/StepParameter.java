package org.plumbline.suite;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.plumbline.steps.ParameterTypes;
import org.plumbline.text.Language;

/**
 * What may stand for a parameter that has words of its own.
 *
 * @param name as in the expressions, without braces
 * @param zh the Chinese words, from which one is chosen
 * @param en the English words
 */
public record StepParameter(String name, List<String> zh, List<String> en) {

    /** All of them, by name; read from the annotations of the parameter types. */
    public static List<StepParameter> all() {
        return Arrays.stream(ParameterTypes.class.getDeclaredMethods())
                .map(method -> method.getAnnotation(io.cucumber.java.ParameterType.class))
                .filter(type -> type != null && hasWords(type.value()))
                .map(type -> new StepParameter(type.name(), words(type.value(), true), words(type.value(), false)))
                .sorted(Comparator.comparing(StepParameter::name))
                .toList();
    }

    /** The words in a language. */
    public List<String> words(Language language) {
        return language == Language.ZH ? zh : en;
    }

    /** Numbers are patterns, words are written out. */
    private static boolean hasWords(String pattern) {
        return !pattern.contains("\\d");
    }

    private static List<String> words(String pattern, boolean chinese) {
        return Arrays.stream(pattern.split("\\|"))
                .filter(word -> chinese == word.codePoints().anyMatch(Character::isIdeographic))
                .toList();
    }
}
