package org.plumbline.text;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** One statement in Chinese and in English. */
public record Text(String zh, String en) {

    /** The same words in both languages: names, numbers, protocol terms. */
    public static Text same(String words) {
        return new Text(words, words);
    }

    /** The statement in the given language. */
    public String in(Language language) {
        return language == Language.ZH ? zh : en;
    }

    /**
     * Both languages formatted with the same arguments, as by {@link String#format}; a text in the language it goes into.
     * Numbers have a decimal point wherever the JVM runs.
     */
    public Text with(Object... arguments) {
        return new Text(
                String.format(Locale.ROOT, zh, in(Language.ZH, arguments)),
                String.format(Locale.ROOT, en, in(Language.EN, arguments)));
    }

    /** Both languages with another statement directly after. */
    public Text and(Text more) {
        return new Text(zh + more.zh, en + more.en);
    }

    private static Object[] in(Language language, Object... arguments) {
        return Arrays.stream(arguments)
                .map(argument -> argument instanceof Text text ? text.in(language) : argument)
                .toArray();
    }

    /** One after the other, with semicolons between them. */
    public static Text joined(List<Text> texts) {
        return new Text(
                texts.stream().map(Text::zh).collect(Collectors.joining("；")),
                texts.stream().map(Text::en).collect(Collectors.joining("; ")));
    }

    /** The English words, for logs and debuggers. */
    @Override
    public String toString() {
        return en;
    }
}
