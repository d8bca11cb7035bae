package org.plumbline.scaling;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.Optional;
import java.util.stream.Stream;
import org.plumbline.bench.Settings;
import org.plumbline.channel.Key;
import org.plumbline.channel.Value;
import org.plumbline.error.InputException;
import org.plumbline.error.Problem;
import org.plumbline.text.Text;

/**
 * What a number that a device sends stands for: value = number * scale + offset, in decimal: 3 times 0.1 is 0.3.
 *
 * @param scale not 0
 */
public record Scaling(BigDecimal scale, BigDecimal offset) {

    /** As it was sent. */
    public static final Scaling NONE = new Scaling(BigDecimal.ONE, BigDecimal.ZERO);

    /** In files. */
    public static final Key SCALE = Key.optional(
            "scale", Key.Type.NUMBER, "原始值乘以它得到量值（默认 1）", "what the raw value is multiplied by (default 1)");

    /** In files. */
    public static final Key OFFSET =
            Key.optional("offset", Key.Type.NUMBER, "乘以 scale 之后再加上它（默认 0）", "what is added after that (default 0)");

    /**
     * What a signal's settings say.
     *
     * @throws InputException where the scale is 0, with its place
     */
    public static Scaling of(Settings settings) {
        BigDecimal scale = settings.text(SCALE.name()).map(BigDecimal::new).orElse(BigDecimal.ONE);
        if (scale.signum() == 0) {
            throw new InputException(new Problem(
                    settings.placeOf(SCALE.name()),
                    new Text("scale 不能为 0", "scale cannot be 0"),
                    new Text("请写每个数字单位的值", "write what one step is worth")));
        }
        BigDecimal offset = settings.text(OFFSET.name()).map(BigDecimal::new).orElse(BigDecimal.ZERO);
        return new Scaling(scale, offset);
    }

    /**
     * The same for a signal whose type may be none of numbers.
     *
     * @throws InputException where it is none, and has a scale or an offset all the same, with its place
     */
    public static Scaling of(Settings settings, boolean numbers, String type) {
        if (!numbers) {
            Stream.of(SCALE, OFFSET)
                    .map(Key::name)
                    .filter(settings.keys()::contains)
                    .findFirst()
                    .ifPresent(key -> {
                        throw new InputException(new Problem(
                                settings.placeOf(key),
                                new Text("type 为 %s 时不能有 %s", "%2$s is not for type %1$s").with(type, key),
                                new Text("请删去，或改用数值类型", "leave it out, or use a type of numbers")));
                    });
        }
        return of(settings);
    }

    /** Whether the settings have one. */
    public static boolean isIn(Collection<String> keys) {
        return keys.contains(SCALE.name()) || keys.contains(OFFSET.name());
    }

    /** The value of a number; empty where that is beyond all numbers. */
    public Optional<Value> value(BigDecimal number) {
        return Optional.of(number.multiply(scale).add(offset).doubleValue())
                .filter(Double::isFinite)
                .map(Value.Numeric::new);
    }

    /** The same of one that was read already; what is no number stays as it is. */
    public Optional<Value> value(Value read) {
        return equals(NONE) || !(read instanceof Value.Numeric numeric)
                ? Optional.of(read)
                : value(BigDecimal.valueOf(numeric.value()));
    }
}
