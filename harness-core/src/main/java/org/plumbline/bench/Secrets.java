package org.plumbline.bench;

import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.plumbline.error.InputException;
import org.plumbline.error.Place;
import org.plumbline.error.Problem;
import org.plumbline.text.Text;

/** Resolves {@code ${env:NAME}} and takes the resolved values out of everything that is shown or written. Thread-safe. */
public final class Secrets {

    private static final Pattern REFERENCE = Pattern.compile("\\$\\{env:([A-Za-z_][A-Za-z0-9_]*)}");

    /** In bytes. Shorter values (a digit, yes) stand everywhere; taking them out would garble the evidence. */
    private static final int SHORTEST = 4;

    private final Function<String, @Nullable String> environment;
    private final Map<String, String> resolved = new ConcurrentHashMap<>();

    /** @param environment the value of a variable; null where it is not set */
    public Secrets(Function<String, @Nullable String> environment) {
        this.environment = environment;
    }

    /** Secrets from the process's environment. */
    public static Secrets fromEnvironment() {
        return new Secrets(System::getenv);
    }

    /**
     * The text with every reference replaced.
     *
     * @throws InputException where a variable is not set
     */
    public String resolve(String text, Place place) {
        Matcher matcher = REFERENCE.matcher(text);
        return matcher.replaceAll(match -> Matcher.quoteReplacement(value(match.group(1), place)));
    }

    private String value(String name, Place place) {
        String value = environment.apply(name);
        if (value == null) {
            throw new InputException(new Problem(
                    place,
                    new Text("环境变量 %s 未设置", "the environment variable %s is not set").with(name),
                    new Text("运行前请设置该变量", "set it before the run")));
        }
        if (value.getBytes(StandardCharsets.UTF_8).length >= SHORTEST) {
            resolved.put(value, "${env:" + name + "}");
        }
        return value;
    }

    /** The text with every resolved value replaced by its reference: what libraries say may hold them. */
    public String redact(String text) {
        return redact(text, UnaryOperator.identity());
    }

    /** The same for bytes that may hold UTF-8 text among others; the argument itself where nothing is replaced. */
    public byte[] redact(byte[] bytes) {
        String text = new String(bytes, StandardCharsets.ISO_8859_1);
        String redacted = redact(
                text, secret -> new String(secret.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1));
        return redacted.equals(text) ? bytes : redacted.getBytes(StandardCharsets.ISO_8859_1);
    }

    /** Longest first: one secret may begin with another. */
    private String redact(String text, UnaryOperator<String> form) {
        String redacted = text;
        List<String> longestFirst = resolved.keySet().stream()
                .sorted(Comparator.comparingInt(String::length).reversed())
                .toList();
        for (String secret : longestFirst) {
            redacted = redacted.replace(form.apply(secret), resolved.get(secret));
        }
        return redacted;
    }

    /** Whether anything was resolved, so that there is something to take out. */
    public boolean any() {
        return !resolved.isEmpty();
    }
}
