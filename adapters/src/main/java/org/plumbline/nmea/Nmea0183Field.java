package org.plumbline.nmea;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.plumbline.bench.Settings;
import org.plumbline.bench.SignalSpec;
import org.plumbline.error.InputException;
import org.plumbline.error.Problem;
import org.plumbline.scaling.Scaling;
import org.plumbline.text.Text;

/**
 * Where one signal is: in a field of a sentence, or in a parameter of the TAG block before it.
 *
 * @param field from 1; 0 where it is in the TAG block
 * @param tag the parameter's letter; empty where it is in a field
 * @param where what other fields of the sentence must be, by their numbers from 1
 */
record Nmea0183Field(
        SignalSpec signal,
        String sentence,
        int field,
        String tag,
        Map<Integer, String> where,
        FieldType type,
        Scaling scaling) {

    /** In files: a sentence of any kind, or none after the TAG block. */
    private static final String ANY = "*";

    private static final Pattern NUMBER = Pattern.compile("[1-9][0-9]{0,3}");

    private static final Pattern ADDRESS = Pattern.compile("\\*|[0-9A-Z]+");

    static Nmea0183Field of(SignalSpec signal) {
        Settings settings = signal.settings();
        String tag = settings.text("tag").orElse("");
        if (settings.keys().contains("field") != tag.isEmpty()) {
            throw new InputException(new Problem(
                    settings.placeOf("field"),
                    new Text("field 与 tag 应恰有一个", "needs one of field and tag"),
                    new Text(
                            "请写 field 为字段序号，或 tag 为 TAG 块参数，如 c",
                            "write the field's number, or the TAG block's parameter, such as c")));
        }
        int field = settings.integer("field").orElse(0);
        if (tag.isEmpty() && field < 1) {
            throw new InputException(new Problem(
                    settings.placeOf("field"),
                    new Text("字段序号 %d 无效", "field %d does not exist").with(field),
                    new Text("字段从 1 开始", "fields count from 1")));
        }
        FieldType type = FieldType.of(signal, tag.isEmpty());
        Scaling scaling = Scaling.of(settings, type == FieldType.NUMBER, type.key());
        return new Nmea0183Field(signal, sentence(settings), field, tag, where(settings), type, scaling);
    }

    private static String sentence(Settings settings) {
        String sentence = settings.text("sentence").orElseThrow();
        if (!ADDRESS.matcher(sentence).matches()) {
            String right = sentence.toUpperCase(Locale.ROOT).replaceAll("[^0-9A-Z]", "");
            throw new InputException(new Problem(
                    settings.placeOf("sentence"),
                    new Text("\"%s\" 不是语句标识", "\"%s\" is no sentence").with(sentence),
                    new Text("请写大写字母，不含 $ 和逗号，如 %s", "write it in capitals, without $ and commas, such as %s")
                            .with(right.isEmpty() ? "DPT" : right)));
        }
        return sentence;
    }

    /** The last field that is needed: a position has its hemisphere behind it. */
    int last() {
        return type.isPosition() ? field + 1 : field;
    }

    private static Map<Integer, String> where(Settings settings) {
        Map<Integer, String> where = new LinkedHashMap<>();
        settings.textMap("where").forEach((name, text) -> {
            if (!NUMBER.matcher(name).matches()) {
                throw new InputException(new Problem(
                        settings.placeOf("where"),
                        new Text("where 中的 %s 不是字段序号", "%s in where is no field's number").with(name),
                        new Text("请写从 1 开始的字段序号，如 where: {4: PTCH}", "fields count from 1, as in where: {4: PTCH}")));
            }
            where.put(Integer.valueOf(name), text);
        });
        return where;
    }

    /** Whether it is in this sentence or the TAG block before it. */
    boolean isOf(Nmea0183Sentence of) {
        return (of.is(sentence) || sentence.equals(ANY) && !tag.isEmpty())
                && where.entrySet().stream().allMatch(each -> of.has(each.getKey(), each.getValue()));
    }
}
