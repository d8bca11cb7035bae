package org.plumbline.mavlink;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.plumbline.bench.Settings;
import org.plumbline.bench.SignalSpec;
import org.plumbline.channel.NotEncodableException;
import org.plumbline.error.InputException;
import org.plumbline.error.Problem;
import org.plumbline.quantity.Unit;
import org.plumbline.text.Text;
import org.plumbline.yaml.Nearest;

/** Reads a signal's entry and checks it against the definitions. */
record SignalReader(SignalSpec spec, Settings settings, Settings channel) {

    SignalReader(SignalSpec spec, Settings channel) {
        this(spec, spec.settings(), channel);
    }

    /** @throws InputException where a name, an index or the unit does not fit the definitions */
    MavlinkSignal read() {
        String name = settings.text("field").orElseThrow();
        SourceFilter source = SourceFilter.of(settings);
        if (settings.text("message").orElseThrow().equals(HeaderSignal.ANY)) {
            refuse("index", "where", "mask", "type");
            return HeaderSignal.of(spec, source, name)
                    .orElseThrow(() -> problem(
                            "field",
                            new Text("帧头没有 %s", "the header has no %s").with(name),
                            Nearest.remedy(name, HeaderSignal.fields())));
        }
        MessageDefinition message = Named.message(settings);
        FieldDefinition field = Named.field(message, name, settings, "field");
        return new MessageSignal(
                spec,
                source,
                message,
                field,
                Parameter.of(message, channel),
                index(field),
                unit(field),
                mask(field),
                where(message));
    }

    private void refuse(String... keys) {
        Stream.of(keys).filter(settings.keys()::contains).findFirst().ifPresent(key -> {
            throw problem(
                    key,
                    new Text("帧头的字段没有 %s", "a field of the header has no %s").with(key),
                    new Text("请去掉 %s", "leave the %s out").with(key));
        });
    }

    private int index(FieldDefinition field) {
        Optional<Integer> given = settings.integer("index");
        boolean isArray = field.length() > 0 && !field.isText();
        if (isArray && given.filter(at -> at >= 0 && at < field.length()).isEmpty()) {
            throw problem(
                    given.isPresent() ? "index" : "field",
                    new Text("%s 是 %d 个值的数组", "%s is an array of %d values").with(field.name(), field.length()),
                    new Text("请写 index，从 0 到 %d", "write an index, from 0 to %d").with(field.length() - 1));
        }
        if (!isArray && given.isPresent()) {
            throw problem(
                    "index",
                    new Text("%s 不是数组", "%s is no array").with(field.name()),
                    new Text("请去掉 index", "leave the index out"));
        }
        return given.orElse(0);
    }

    /** What the definitions state must be commensurable with what the file says; then values are converted. */
    private Optional<FieldUnit> unit(FieldDefinition field) {
        Optional<FieldUnit> stated = FieldUnit.of(field.unit());
        boolean fits = field.unit().isEmpty()
                || stated.map(known -> isSame(known.unit())).orElse(spec.unit().equals(Unit.ONE));
        if (!fits) {
            throw problem(
                    "field",
                    new Text("信号的单位 %s 与定义中 %s 的单位 %s 不符", "the signal's unit %s does not fit %s, which is in %s")
                            .with(spec.unit(), field.name(), field.unit()),
                    stated.map(known -> new Text("请写 unit: %s 或同类单位", "write unit: %s, or one of its kind")
                                    .with(known.unit()))
                            .orElse(new Text("请去掉 unit，数值按原样取", "leave the unit out, values are as on the wire")));
        }
        return stated;
    }

    /** A value in % is no bare number by accident: who wants a ratio writes %, too. */
    private boolean isSame(Unit stated) {
        return spec.unit().isCommensurableWith(stated) && spec.unit().equals(Unit.ONE) == stated.equals(Unit.ONE);
    }

    private Optional<Mask> mask(FieldDefinition field) {
        Optional<String> text = settings.text("mask");
        Optional<String> type = settings.text("type");
        type.filter(word -> !word.equals("bit") || text.isEmpty()).ifPresent(word -> {
            throw problem(
                    "type",
                    new Text("type 的值 %s 不能用在这里", "type cannot be %s here").with(word),
                    new Text("请写 bit 并以 mask 取一位，或去掉 type", "write bit, with one bit in mask, or leave the type out"));
        });
        Optional<Mask> mask = text.map(word -> new Mask(bits(word), type.isPresent()));
        boolean bare = field.type().isWhole() && !field.isText() && field.unit().isEmpty();
        if (mask.filter(bits -> !bare || !bits.fits(field.type().size())).isPresent()) {
            throw problem(
                    "mask",
                    new Text("掩码 %s 不适用于 %s", "a mask %s does not suit %s").with(text.orElseThrow(), field.name()),
                    new Text(
                            "掩码用于没有单位的整数，不宽于字段且不为 0，type: bit 时只有一位，如 0x80 或 MAV_MODE_FLAG_SAFETY_ARMED",
                            "a mask is for a whole number without a unit, in it, not 0, and with type: bit of one bit, such as 0x80"
                                    + " or MAV_MODE_FLAG_SAFETY_ARMED"));
        }
        return mask;
    }

    /** In hexadecimal, decimal, or as an entry of an enumeration; 0, which is no mask, where it is none of them. */
    private static long bits(String text) {
        try {
            return text.startsWith("0x")
                    ? Long.parseUnsignedLong(text.substring(2), 16)
                    : Definitions.entry(text).orElseGet(() -> Long.parseUnsignedLong(text));
        } catch (NumberFormatException e) {
            return 0;
        }
    }

    private Map<FieldDefinition, Object> where(MessageDefinition message) {
        Map<FieldDefinition, Object> where = new LinkedHashMap<>();
        Object tree = settings.tree("where").orElse(Map.of());
        if (!(tree instanceof Map<?, ?> map)) {
            throw problem("where", new Text("where 须为字段和值的映射", "where maps fields to values"), example());
        }
        map.forEach((name, value) -> {
            FieldDefinition field = Named.field(message, String.valueOf(name), settings, "where");
            where.put(field, expected(field, String.valueOf(value)));
        });
        return where;
    }

    private Object expected(FieldDefinition field, String text) {
        try {
            return field.isText() ? text : Named.number(text, field.type());
        } catch (NotEncodableException e) {
            throw problem(
                    "where." + field.name(),
                    new Text("%s 的值 %s 既不是数也不是枚举项", "the value of %s, %s, is no number and no entry of an enumeration")
                            .with(field.name(), text),
                    example());
        }
    }

    private static Text example() {
        return new Text(
                "例如 where: {command: MAV_CMD_COMPONENT_ARM_DISARM}",
                "for example where: {command: MAV_CMD_COMPONENT_ARM_DISARM}");
    }

    private InputException problem(String key, Text what, Text remedy) {
        return new InputException(new Problem(settings.placeOf(key), what, remedy));
    }
}
