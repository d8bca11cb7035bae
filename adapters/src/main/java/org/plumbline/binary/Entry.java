package org.plumbline.binary;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.plumbline.bench.Settings;
import org.plumbline.channel.Value;
import org.plumbline.error.InputException;
import org.plumbline.error.Place;
import org.plumbline.error.Problem;
import org.plumbline.text.Text;
import org.plumbline.yaml.Nearest;

/**
 * A mapping inside a setting.
 *
 * @param path where in the settings, such as {@code messages.status.fields[2]}
 */
record Entry(Map<String, @Nullable Object> values, String path, Settings settings) {

    private static final Pattern HEX = Pattern.compile("0x[0-9A-Fa-f]+");

    /** A value as a mapping with no other keys than these. */
    static Entry of(@Nullable Object value, String path, Settings settings, List<String> keys) {
        Entry entry = new Entry(mapping(value, path, settings), path, settings);
        for (String key : entry.values.keySet()) {
            if (!keys.contains(key)) {
                throw entry.wrong(
                        key, new Text("不认识键 \"%s\"", "unknown key \"%s\"").with(key), Nearest.remedy(key, keys));
            }
        }
        return entry;
    }

    /** A value as a mapping whose keys are names. */
    static Map<String, @Nullable Object> mapping(@Nullable Object value, String path, Settings settings) {
        if (!(value instanceof Map<?, ?> map)) {
            throw wrong(
                    path,
                    settings.placeOf(path),
                    new Text("应为映射", "must be a mapping"),
                    new Text("请写 {键: 值}", "write {key: value}"));
        }
        Map<String, @Nullable Object> copy = new LinkedHashMap<>();
        map.forEach((key, item) -> copy.put(String.valueOf(key), item));
        return copy;
    }

    /** A value as a list of mappings with no other keys than these. */
    static List<Entry> list(@Nullable Object value, String path, Settings settings, List<String> keys) {
        if (!(value instanceof List<?> list)) {
            throw wrong(
                    path,
                    settings.placeOf(path),
                    new Text("应为列表", "must be a list"),
                    new Text("每项一行，以 - 开头", "write one item a line, beginning with -"));
        }
        List<Entry> entries = new ArrayList<>();
        for (Object item : list) {
            entries.add(of(item, path + "[" + entries.size() + "]", settings, keys));
        }
        return entries;
    }

    boolean has(String key) {
        return values.get(key) != null;
    }

    Optional<String> text(String key) {
        return Optional.ofNullable(values.get(key)).map(Object::toString);
    }

    BigDecimal number(String key, BigDecimal otherwise) {
        return has(key) ? number(values.get(key), key) : otherwise;
    }

    BigInteger whole(String key) {
        return whole(values.get(key), key);
    }

    /** A number, hexadecimal with 0x too. */
    private BigDecimal number(@Nullable Object value, String key) {
        String text = String.valueOf(value);
        Optional<BigDecimal> number = HEX.matcher(text).matches()
                ? Optional.of(new BigDecimal(new BigInteger(text.substring(2), 16)))
                : Value.Numeric.decimal(text);
        return number.orElseThrow(() -> wrong(
                key,
                new Text("%s 的值 %s 不是数", "%s: %s is not a number").with(key, text),
                new Text("请写如 12、0.01 或 0x1F 的数", "write a number such as 12, 0.01 or 0x1F")));
    }

    private BigInteger whole(@Nullable Object value, String key) {
        try {
            return number(value, key).toBigIntegerExact();
        } catch (ArithmeticException e) {
            throw wrong(
                    key,
                    new Text("%s 的值 %s 不是整数", "%s: %s is not a whole number").with(key, value),
                    new Text("请写如 12 或 0x1F 的整数", "write a whole number such as 12 or 0x1F"));
        }
    }

    /** Something is wrong with the mapping as a whole. */
    InputException wrong(Text what, Text remedy) {
        return wrong(path, settings.placeOf(path), what, remedy);
    }

    /** Something is wrong with the value of that key. */
    InputException wrong(String key, Text what, Text remedy) {
        return wrong(path, settings.placeOf(path + "." + key), what, remedy);
    }

    private static InputException wrong(String path, Place place, Text what, Text remedy) {
        return new InputException(
                new Problem(place, new Text(path + ": " + what.zh(), path + ": " + what.en()), remedy));
    }
}
