package org.plumbline.binary;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.ByteOrder;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.plumbline.text.Text;
import org.plumbline.yaml.Nearest;

/** Reads the fields of a header or of a message, one after the other; they lie without gaps. */
final class FieldList {

    static final List<String> KEYS = List.of("name", "type", "byte-order", "scale", "offset", "bits", "skip");

    private static final int MOST = 65536;

    private final Map<String, Slot> slots;
    private final ByteOrder order;
    private int at;
    private boolean open;

    /** @param before the fields that stand before these */
    FieldList(Map<String, Slot> before, int at, ByteOrder order) {
        this.slots = new LinkedHashMap<>(before);
        this.at = at;
        this.order = order;
    }

    Map<String, Slot> slots() {
        return slots;
    }

    /** Where the next field would stand, in bytes from the start of the frame. */
    int at() {
        return at;
    }

    /** Whether any number of bytes may follow. */
    boolean isOpen() {
        return open;
    }

    void add(Entry entry) {
        if (open) {
            throw entry.wrong(
                    new Text("skip: rest 之后不能再有字段", "nothing can stand after skip: rest"),
                    new Text("请将 skip: rest 放在最后", "put skip: rest last"));
        }
        if (Stream.of("name", "bits", "skip").filter(entry::has).count() != 1) {
            throw entry.wrong(
                    new Text("name、bits、skip 应恰有一个", "needs one of name, bits and skip"),
                    new Text(
                            "请写如 {name: level, type: i16}、{type: u8, bits: {leak: 0x01}} 或 {skip: 2}",
                            "write {name: level, type: i16}, {type: u8, bits: {leak: 0x01}} or {skip: 2}"));
        }
        if (entry.has("skip")) {
            refuse(
                    entry,
                    "skip",
                    List.of("type", "byte-order", "scale", "offset"),
                    new Text("跳过的字节没有值，请删去", "bytes that are skipped have no value: leave it out"));
            skip(entry);
        } else {
            number(entry);
        }
    }

    private void skip(Entry entry) {
        open = entry.text("skip").equals(Optional.of("rest"));
        if (open) {
            return;
        }
        BigInteger count = entry.whole("skip");
        if (count.signum() <= 0 || count.bitLength() > 16) {
            throw entry.wrong(
                    "skip",
                    new Text("skip 的值 %s 无效", "%s bytes cannot be skipped").with(count),
                    new Text("请写 1 至 %d，或 rest", "write 1 to %d, or rest").with(MOST - 1));
        }
        at += count.intValue();
    }

    private void number(Entry entry) {
        NumberType type = type(entry);
        ByteOrder own = entry.text("byte-order").map(word -> order(word, entry)).orElse(order);
        if (entry.has("bits")) {
            refuse(
                    entry,
                    "bits",
                    List.of("scale", "offset"),
                    new Text(
                            "请写在各自的掩码旁，如 bits: {angle: {mask: 0x0FFF, scale: 0.1}}",
                            "write it beside its mask, as in bits: {angle: {mask: 0x0FFF, scale: 0.1}}"));
            bits(entry, type, own);
        } else {
            put(entry, "name", slot(entry.text("name").orElseThrow(), type, own, 0, entry));
        }
        at += type.size();
    }

    /** What would be dropped without a word. */
    private static void refuse(Entry entry, String beside, List<String> keys, Text remedy) {
        keys.stream().filter(entry::has).findFirst().ifPresent(key -> {
            throw entry.wrong(key, new Text("%s 不能与 %s 同写", "%s cannot stand beside %s").with(key, beside), remedy);
        });
    }

    /** @param scaling holds scale and offset, or neither */
    private Slot slot(String name, NumberType type, ByteOrder own, long mask, Entry scaling) {
        BigDecimal scale = scaling.number("scale", BigDecimal.ONE);
        if (scale.signum() == 0) {
            throw scaling.wrong(
                    "scale",
                    new Text("scale 不能为 0", "scale cannot be 0"),
                    new Text("请写每个数字单位的值", "write what one step is worth"));
        }
        return new Slot(name, at, type, own, mask, scale, scaling.number("offset", BigDecimal.ZERO));
    }

    private void bits(Entry entry, NumberType type, ByteOrder own) {
        Entry masks = new Entry(
                Entry.mapping(entry.values().get("bits"), entry.path() + ".bits", entry.settings()),
                entry.path() + ".bits",
                entry.settings());
        for (String name : masks.values().keySet()) {
            @Nullable Object value = masks.values().get(name);
            Entry scaling = Entry.of(
                    value instanceof Map ? value : Map.of("mask", String.valueOf(value)),
                    masks.path() + "." + name,
                    masks.settings(),
                    List.of("mask", "scale", "offset"));
            BigInteger mask = scaling.whole("mask");
            if (!type.key().startsWith("u") || mask.signum() <= 0 || mask.bitLength() > 8 * type.size()) {
                throw masks.wrong(
                        name,
                        new Text("掩码 %s 不适用于 %s", "a mask %s does not suit %s").with(name, type.key()),
                        new Text("类型用 u8 至 u64，掩码不宽于类型且不为 0", "use a type u8 to u64 and a mask in it that is not 0"));
            }
            put(masks, name, slot(name, type, own, mask.longValue(), scaling));
        }
    }

    /** @param key whose value is the name, or which is it */
    private void put(Entry entry, String key, Slot slot) {
        if (slots.putIfAbsent(slot.name(), slot) != null) {
            throw entry.wrong(
                    key,
                    new Text("已有名为 %s 的字段", "there is a field %s already").with(slot.name()),
                    new Text("请另取名称", "give it another name"));
        }
    }

    private static NumberType type(Entry entry) {
        String word = entry.text("type").orElse("");
        List<String> known = Stream.of(NumberType.values()).map(NumberType::key).toList();
        if (!known.contains(word)) {
            throw entry.wrong(
                    "type",
                    new Text("type 的值 \"%s\" 无效", "\"%s\" is not a type").with(word),
                    Nearest.remedy(word, known));
        }
        return NumberType.valueOf(word.toUpperCase(Locale.ROOT));
    }

    private static ByteOrder order(String word, Entry entry) {
        return switch (word) {
            case "big" -> ByteOrder.BIG_ENDIAN;
            case "little" -> ByteOrder.LITTLE_ENDIAN;
            default ->
                throw entry.wrong(
                        "byte-order",
                        new Text("byte-order 的值 %s 无效", "%s is not a byte order").with(word),
                        new Text("请写 big 或 little", "write big or little"));
        };
    }
}
