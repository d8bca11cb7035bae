package org.plumbline.bench;

import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
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

    /** The same holds for what may be a word of any message: true, none, admin. */
    private static final Pattern ORDINARY = Pattern.compile("[a-z]{1,5}");

    /** Fits wherever a text, a whole number or a number is asked for. */
    private static final String WITHHELD = "0";

    private final @Nullable Function<String, @Nullable String> environment;
    private final Map<String, SecretForms> resolved = new ConcurrentHashMap<>();

    private Secrets() {
        this.environment = null;
    }

    /** @param environment the value of a variable; null where it is not set */
    public Secrets(Function<String, @Nullable String> environment) {
        this.environment = environment;
    }

    /** Secrets from the process's environment. */
    public static Secrets fromEnvironment() {
        return new Secrets(System::getenv);
    }

    /** For a replay, which opens no channel: each reference is a stand-in, no variable has to be set, none is looked at. */
    public static Secrets withheld() {
        return new Secrets();
    }

    /** Whether these are {@link #withheld}. */
    public boolean areWithheld() {
        return environment == null;
    }

    /** Whether a text that is to be secret says it openly. Never in a replay, whose files are as they are. */
    public boolean areOpenIn(String text) {
        return !areWithheld() && !REFERENCE.matcher(text).find();
    }

    /**
     * The text with every reference replaced.
     *
     * @throws InputException where a variable is not set, or its value is too short or too ordinary a word to be found
     *     again in what is written
     */
    public String resolve(String text, Place place) {
        Matcher matcher = REFERENCE.matcher(text);
        return matcher.replaceAll(match -> Matcher.quoteReplacement(value(match.group(1), place)));
    }

    private String value(String name, Place place) {
        if (environment == null) {
            return WITHHELD;
        }
        String value = environment.apply(name);
        if (value == null) {
            throw new InputException(new Problem(
                    place,
                    new Text("环境变量 %s 未设置", "the environment variable %s is not set").with(name),
                    new Text("运行前请设置该变量", "set it before the run")));
        }
        refuseWhatCannotBeKept(name, value, place);
        resolved.computeIfAbsent(value, secret -> SecretForms.of(secret, "${env:" + name + "}"));
        return value;
    }

    private static void refuseWhatCannotBeKept(String name, String value, Place place) {
        if (value.getBytes(StandardCharsets.UTF_8).length < SHORTEST
                || ORDINARY.matcher(value).matches()) {
            throw new InputException(new Problem(
                    place,
                    new Text(
                                    "环境变量 %s 的值太短，无法保密",
                                    "the value of the environment variable %s is too short to be kept secret")
                            .with(name),
                    new Text(
                            "若无需保密，请直接写在文件中；否则请换用更长的值",
                            "write it in the file if it is no secret, or use a longer one")));
        }
    }

    /**
     * The text with every resolved value replaced by its reference: what libraries say may hold them. Found as it is, in
     * JSON's escapes (RFC 8259, 7), percent-encoded (RFC 3986, 2.1) and in Base64 (RFC 4648, 4 and 5).
     */
    public String redact(String text) {
        String redacted = text;
        for (SecretForms forms : longestFirst()) {
            redacted = forms.redactText(redacted);
        }
        return redacted;
    }

    /** The same for words. */
    public Text redact(Text words) {
        return new Text(redact(words.zh()), redact(words.en()));
    }

    /** The same for bytes that may hold UTF-8 text among others; the argument itself where nothing is replaced. */
    public byte[] redact(byte[] bytes) {
        if (!any()) {
            return bytes;
        }
        String text = new String(bytes, StandardCharsets.ISO_8859_1);
        String redacted = text;
        for (SecretForms forms : longestFirst()) {
            redacted = forms.redactBytes(redacted);
        }
        return redacted.equals(text) ? bytes : redacted.getBytes(StandardCharsets.ISO_8859_1);
    }

    /** One secret may begin with another. */
    private List<SecretForms> longestFirst() {
        return resolved.entrySet().stream()
                .sorted(Comparator.comparingInt(entry -> -entry.getKey().length()))
                .map(Map.Entry::getValue)
                .toList();
    }

    /** Whether anything was resolved, so that there is something to take out. */
    public boolean any() {
        return !resolved.isEmpty();
    }
}
