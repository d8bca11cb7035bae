package org.plumbline.binary;

import java.math.BigInteger;
import java.util.List;
import org.plumbline.text.Text;

/** Reads a CRC that a manufacturer made up: its parameters in place of a name. */
final class CrcEntry {

    static final List<String> KEYS = List.of("width", "poly", "init", "reflect-in", "reflect-out", "xor");

    private static final List<Integer> WIDTHS = List.of(8, 16, 24, 32);

    private CrcEntry() {}

    static Crc read(Entry entry) {
        int width = entry.has("width") ? entry.whole("width").intValue() : 0;
        if (!WIDTHS.contains(width) || !entry.has("poly")) {
            throw entry.wrong(
                    new Text("需要 poly，以及为 8、16、24 或 32 的 width", "needs a poly, and a width that is 8, 16, 24 or 32"),
                    EXAMPLE);
        }
        return new Crc(
                width,
                bits(entry, "poly", width),
                bits(entry, "init", width),
                flag(entry, "reflect-in"),
                flag(entry, "reflect-out"),
                bits(entry, "xor", width));
    }

    private static final Text EXAMPLE = new Text(
            "例如 {width: 16, poly: 0x8005, init: 0xFFFF, reflect-in: true, reflect-out: true, xor: 0}",
            "for example {width: 16, poly: 0x8005, init: 0xFFFF, reflect-in: true, reflect-out: true, xor: 0}");

    private static long bits(Entry entry, String key, int width) {
        BigInteger value = entry.has(key) ? entry.whole(key) : BigInteger.ZERO;
        if (value.signum() < 0 || value.bitLength() > width) {
            throw entry.wrong(
                    key,
                    new Text("%s 的值 %s 不是 %d 位的数", "%s: %s does not have %d bits").with(key, value, width),
                    EXAMPLE);
        }
        return value.longValue();
    }

    private static boolean flag(Entry entry, String key) {
        String word = entry.text(key).orElse("false");
        if (!word.equals("true") && !word.equals("false")) {
            throw entry.wrong(
                    key,
                    new Text("%s 的值 %s 无效", "%s cannot be %s").with(key, word),
                    new Text("请写 true 或 false", "write true or false"));
        }
        return word.equals("true");
    }
}
