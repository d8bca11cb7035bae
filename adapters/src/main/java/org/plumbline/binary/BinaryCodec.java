package org.plumbline.binary;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.plumbline.bench.ChannelSpec;
import org.plumbline.bench.CommandSpec;
import org.plumbline.bench.Settings;
import org.plumbline.bench.SignalSpec;
import org.plumbline.channel.Carriage;
import org.plumbline.channel.Codec;
import org.plumbline.channel.Decoder;
import org.plumbline.channel.Encoder;
import org.plumbline.channel.Key;
import org.plumbline.channel.NotEncodableException;
import org.plumbline.error.InputException;
import org.plumbline.error.Problem;
import org.plumbline.template.Template;
import org.plumbline.text.Text;
import org.plumbline.yaml.Nearest;

/** A manufacturer's own binary frames, described in YAML: for transports that carry a stream of bytes. */
public final class BinaryCodec implements Codec {

    @Override
    public String name() {
        return "binary";
    }

    @Override
    public Optional<Carriage> reads() {
        return Optional.of(Carriage.STREAM);
    }

    @Override
    public List<Key> channelKeys() {
        return List.of(
                Key.required("start", Key.Type.TEXT, "起始字节，十六进制，如 AA 55", "start bytes in hexadecimal, such as AA 55"),
                Key.optional(
                        "header", Key.Type.TREE, "起始字节之后各种报文共有的字段", "the fields after them that every message has"),
                Key.optional(
                        "length-field",
                        Key.Type.TEXT,
                        "帧头中的长度字段（默认无）",
                        "the header's field that holds the length (default none)"),
                Key.optional(
                        "length-plus",
                        Key.Type.INTEGER,
                        "整帧字节数减去长度字段的值（默认 0）",
                        "bytes of the whole frame less the value of the length field (default 0)"),
                Key.required(
                        "messages", Key.Type.TREE, "报文：名称、when 与 fields", "messages by name, with when and fields"),
                Key.optional(
                        "byte-order",
                        Key.Type.TEXT,
                        "字节序 big 或 little（默认 big）",
                        "byte order big or little (default big)"),
                Key.optional(
                        "check",
                        Key.Type.TREE,
                        "字段之后的校验：名称如 CRC-16/MODBUS，或 CRC 的参数（默认无）",
                        "the check value after the fields: a name such as CRC-16/MODBUS, or a CRC's parameters (default none)"),
                Key.optional(
                        "check-from",
                        Key.Type.INTEGER,
                        "校验的第一个字节，从帧首数起（默认 0）",
                        "the first byte that it covers, from the start of the frame (default 0)"),
                Key.optional(
                        "check-byte-order",
                        Key.Type.TEXT,
                        "校验的字节序（默认同 byte-order）",
                        "byte order of the check value (default as byte-order)"),
                Key.optional("end", Key.Type.TEXT, "结束字节，十六进制（默认无）", "end bytes in hexadecimal (default none)"),
                Key.optional(
                        "max-length",
                        Key.Type.INTEGER,
                        "整帧最多的字节数（默认 1024）",
                        "most bytes that a whole frame has (default 1024)"));
    }

    @Override
    public List<Key> signalKeys() {
        return List.of(
                Key.required("message", Key.Type.TEXT, "报文", "the message"),
                Key.required("field", Key.Type.TEXT, "其中的字段", "the field in it"),
                Key.optional("type", Key.Type.TEXT, "number 或 flag（默认 number）", "number or flag (default number)"));
    }

    @Override
    public List<Key> commandKeys() {
        return List.of(
                Key.required("message", Key.Type.TEXT, "报文", "the message"),
                Key.optional(
                        "values",
                        Key.Type.TREE,
                        "各字段的值，可含 {参数}（默认无字段）",
                        "the value of each field, may hold {parameters} (default no fields)"));
    }

    @Override
    public Decoder decoder(ChannelSpec channel, List<SignalSpec> signals) {
        FrameLayout layout = new FrameLayoutReader(channel.settings()).read();
        return new BinaryDecoder(
                layout, signals.stream().map(signal -> bound(layout, signal)).toList());
    }

    private static BinaryDecoder.Bound bound(FrameLayout layout, SignalSpec signal) {
        Settings settings = signal.settings();
        Message message = message(layout, settings);
        String field = settings.text("field").orElseThrow();
        Slot slot = message.slots().get(field);
        if (slot == null) {
            throw unknown(settings, "field", field, message.slots().keySet());
        }
        String type = settings.text("type").orElse("number");
        if (!type.equals("number") && !type.equals("flag")) {
            throw unknown(settings, "type", type, List.of("number", "flag"));
        }
        return new BinaryDecoder.Bound(signal, message.name(), slot, type.equals("flag"));
    }

    private static Message message(FrameLayout layout, Settings settings) {
        String name = settings.text("message").orElseThrow();
        return layout.messages().stream()
                .filter(message -> message.name().equals(name))
                .findFirst()
                .orElseThrow(() -> unknown(
                        settings,
                        "message",
                        name,
                        layout.messages().stream().map(Message::name).toList()));
    }

    private static InputException unknown(Settings settings, String key, String word, Collection<String> known) {
        return new InputException(new Problem(
                settings.placeOf(key),
                new Text("%s 的值 %s 无效", "%s: there is no %s").with(key, word),
                Nearest.remedy(word, known)));
    }

    @Override
    public Encoder encoder(ChannelSpec channel, CommandSpec command) {
        FrameLayout layout = new FrameLayoutReader(channel.settings()).read();
        Settings settings = command.settings();
        Message message = message(layout, settings);
        Set<String> given = new LinkedHashSet<>(message.slots().keySet());
        layout.length().map(Slot::name).ifPresent(given::remove);
        message.conditions().forEach(condition -> given.remove(condition.slot().name()));
        Map<String, @Nullable Object> values = settings.tree("values")
                .map(tree -> Entry.mapping(tree, "values", settings))
                .orElse(Map.of());
        Map<Slot, Template> filled = new LinkedHashMap<>();
        values.forEach((name, value) -> {
            if (!given.contains(name)) {
                throw unknown(settings, "values." + name, name, given);
            }
            filled.put(Objects.requireNonNull(message.slots().get(name)), new Template(String.valueOf(value)));
        });
        given.removeAll(values.keySet());
        if (!given.isEmpty()) {
            throw new InputException(new Problem(
                    settings.placeOf("values"),
                    new Text("没有字段 %s 的值", "there is no value for %s").with(String.join(", ", given)),
                    new Text("请在 values 中写出每个字段的值", "write a value for each field in values")));
        }
        requireLength(layout, message, settings);
        filled.forEach((slot, value) -> requireFits(message, slot, value, settings));
        return new BinaryEncoder(layout, message, filled);
    }

    private static void requireLength(FrameLayout layout, Message message, Settings settings) {
        try {
            layout.lengthBits(message);
        } catch (IllegalArgumentException e) {
            throw new InputException(
                    new Problem(
                            settings.placeOf("message"),
                            new Text(
                                            "报文 %s 共 %d 字节，其长度字段无法表示",
                                            "message %s has %d bytes, which its length field cannot say")
                                    .with(message.name(), message.size() + layout.tail()),
                            new Text(
                                    "请检查 length-plus，以及长度字段的类型、scale 和 offset",
                                    "check length-plus, and the type, scale and offset of the length field")),
                    e);
        }
    }

    /** A value without parameters is wrong or right before anything is sent. */
    private static void requireFits(Message message, Slot slot, Template value, Settings settings) {
        if (value.text().contains("{")) {
            return;
        }
        try {
            slot.put(new byte[message.size()], BinaryEncoder.number(slot, value.text()));
        } catch (NotEncodableException e) {
            throw new InputException(new Problem(settings.placeOf("values." + slot.name()), e.reason(), e.remedy()), e);
        }
    }
}
