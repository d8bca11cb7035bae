package org.plumbline.bench;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.plumbline.error.InputException;
import org.plumbline.error.Place;
import org.plumbline.error.Problem;
import org.plumbline.error.UnfitException;
import org.plumbline.quantity.Quantity;
import org.plumbline.text.Text;

/**
 * What a YAML entry says to its transport or codec, typed on demand. References {@code ${env:NAME}} stay unresolved in
 * here; they are replaced only in what {@link #text} and its siblings return, so nothing that prints settings prints a
 * secret. Types were checked against the schema when the file was read.
 */
public final class Settings {

    /** No time of a run comes near the end of a long with it. */
    private static final long LONGEST = TimeUnit.DAYS.toNanos(1);

    private final Map<String, @Nullable Object> values;
    private final Map<String, Place> places;
    private final Place place;
    private final Secrets secrets;

    /**
     * @param values strings, numbers (also {@link SpelledNumber}), booleans, lists and maps, as YAML has them
     * @param places where each key stands, and each value below it, by its path
     * @param place where the entry itself stands
     * @param secrets resolves references
     */
    public Settings(Map<String, @Nullable Object> values, Map<String, Place> places, Place place, Secrets secrets) {
        this.values = new LinkedHashMap<>(values);
        this.places = Map.copyOf(places);
        this.place = place;
        this.secrets = secrets;
    }

    /** Settings without a file, for tests and for benches built in Java. */
    public static Settings of(Map<String, ?> values) {
        return new Settings(new LinkedHashMap<>(values), Map.of(), Place.of("(java)"), new Secrets(name -> null));
    }

    /** The same with another value of one key. */
    public Settings with(String key, Object value) {
        Map<String, @Nullable Object> changed = new LinkedHashMap<>(values);
        changed.put(key, value);
        return new Settings(changed, places, place, secrets);
    }

    /** The keys that are set. */
    public Set<String> keys() {
        return values.keySet();
    }

    /** A text with references resolved; numbers and booleans as they are written. */
    public Optional<String> text(String key) {
        Object value = values.get(key);
        return value == null ? Optional.empty() : Optional.of(secrets.resolve(value.toString(), placeOf(key)));
    }

    /** A text as it stands in the file, references unresolved: safe to show. */
    public Optional<String> shown(String key) {
        return Optional.ofNullable(values.get(key)).map(Object::toString);
    }

    /** A whole number. */
    public Optional<Integer> integer(String key) {
        return text(key).map(Integer::valueOf);
    }

    /** A number. */
    public Optional<Double> number(String key) {
        return text(key).map(Double::valueOf);
    }

    /** True or false. */
    public Optional<Boolean> flag(String key) {
        return text(key).map(Boolean::valueOf);
    }

    /**
     * A duration, such as {@code 0.5 s}, in nanoseconds.
     *
     * @throws InputException where it is none, or not above zero, or longer than a day
     */
    public Optional<Long> duration(String key) {
        return text(key).map(text -> {
            try {
                long nanos = Quantity.parse(text).map(Quantity::nanos).orElse(0L);
                if (nanos > 0 && nanos <= LONGEST) {
                    return nanos;
                }
            } catch (UnfitException e) {
                // no time: said below
            }
            throw new InputException(new Problem(
                    placeOf(key),
                    new Text("%s 的值 %s 无效", "%s cannot be %s").with(key, text),
                    new Text("可用: %s", "use: %s").with("0.5 s, 20 ms")));
        });
    }

    /** A list of texts with references resolved; one text counts as a list of one; empty where the key is not set. */
    public List<String> texts(String key) {
        Object value = values.get(key);
        if (value instanceof List<?> list) {
            List<String> texts = new ArrayList<>();
            list.forEach(item -> texts.add(secrets.resolve(String.valueOf(item), placeOf(key))));
            return texts;
        }
        return text(key).map(List::of).orElse(List.of());
    }

    /** Texts by name with references resolved; empty where the key is not set. */
    public Map<String, String> textMap(String key) {
        Map<String, String> texts = new LinkedHashMap<>();
        if (values.get(key) instanceof Map<?, ?> map) {
            map.forEach((name, value) ->
                    texts.put(String.valueOf(name), secrets.resolve(String.valueOf(value), placeOf(key))));
        }
        return texts;
    }

    /** A nested value (maps, lists, scalars) with references resolved in every text. */
    public Optional<Object> tree(String key) {
        return Optional.ofNullable(values.get(key)).map(value -> resolved(value, placeOf(key)));
    }

    /**
     * Where a file lies that the value of a key names, relative to the folder of the YAML file; empty in a replay, which
     * has the YAML files alone and needs no other.
     *
     * @throws InputException where it is no file name
     */
    public Optional<Path> file(String key, String name) {
        if (secrets.areWithheld()) {
            return Optional.empty();
        }
        try {
            return Optional.of(Path.of(placeOf(key).file()).resolveSibling(name));
        } catch (InvalidPathException e) {
            throw new InputException(
                    new Problem(
                            placeOf(key),
                            new Text("\"%s\" 不是文件名", "\"%s\" is no file name").with(name),
                            new Text("请给出文件名，相对路径以该文件所在文件夹为准", "name a file, as seen from the folder of this one")),
                    e);
        }
    }

    private Object resolved(Object value, Place at) {
        if (value instanceof Map<?, ?> map) {
            Map<String, @Nullable Object> copy = new LinkedHashMap<>();
            map.forEach((k, v) -> copy.put(String.valueOf(k), v == null ? null : resolved(v, at)));
            return copy;
        }
        if (value instanceof List<?> list) {
            return list.stream().<Object>map(item -> resolved(item, at)).toList();
        }
        return value instanceof String text ? secrets.resolve(text, at) : value;
    }

    /**
     * Where a key stands, or a value below it, such as {@code fields[2].name}; where there is none, what would hold it: at last the
     * entry itself.
     */
    public Place placeOf(String path) {
        Place known = places.get(path);
        int above = Math.max(path.lastIndexOf('.'), path.lastIndexOf('['));
        return known != null ? known : above < 0 ? place : placeOf(path.substring(0, above));
    }

    /** Where the entry stands. */
    public Place place() {
        return place;
    }

    /** As in the file, references unresolved. */
    @Override
    public String toString() {
        return values.toString();
    }
}
