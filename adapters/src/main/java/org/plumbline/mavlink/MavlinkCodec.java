package org.plumbline.mavlink;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.WeakHashMap;
import java.util.regex.Pattern;
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
import org.plumbline.text.Text;

/**
 * MAVLink 1 and 2 (guides of the MAVLink project: serialization, message signing) with the messages of common and
 * ardupilotmega (ArduSub) by name. Own reader: a conformance test needs each error by kind, and the bytes as they came.
 */
public final class MavlinkCodec implements Codec {

    private static final Pattern PLACEHOLDER = Pattern.compile("(?s).*\\{[A-Za-z].*");

    /** The commands of one channel share its sequence number, and with its decoder the time of signatures; forgotten with it. */
    private final Map<ChannelSpec, Sender> senders = Collections.synchronizedMap(new WeakHashMap<>());

    @Override
    public String name() {
        return "mavlink";
    }

    @Override
    public Optional<Carriage> reads() {
        return Optional.of(Carriage.STREAM);
    }

    @Override
    public List<Key> channelKeys() {
        return List.of(
                Key.optional(
                        "mavlink-version",
                        Key.Type.INTEGER,
                        "发送时的 MAVLink 版本: 2（默认）或 1；接收时两者都认",
                        "the MAVLink version of what is sent: 2 (default) or 1; both are received"),
                Key.optional(
                        "system-id",
                        Key.Type.INTEGER,
                        "本装置的系统号（默认 255，地面站）",
                        "the harness's own system (default 255, a ground station)"),
                Key.optional(
                        "component-id",
                        Key.Type.INTEGER,
                        "本装置的组件号（默认 190）",
                        "the harness's own component (default 190)"),
                Key.optional(
                        Parameter.KEY,
                        Key.Type.TEXT,
                        "PARAM_VALUE 与 PARAM_SET 中整数的编码: c-cast（默认），转换为浮点数，如 ArduPilot；或 bytewise，按 param_type 直接放入其字节，如 PX4",
                        "how PARAM_VALUE and PARAM_SET carry whole numbers: c-cast (default), converted to the float, as"
                                + " ArduPilot does; or bytewise, their bytes by param_type, as PX4 does"),
                Key.secret(
                        "signing-key",
                        "签名密钥，64 位十六进制或口令（取其 SHA-256）；给出后接收的每一帧都须有正确签名；请写 ${env:NAME}",
                        "the signing key, 64 hexadecimal digits or a pass phrase (its SHA-256); with it every frame received must be signed; write ${env:NAME}"));
    }

    @Override
    public List<Key> signalKeys() {
        return List.of(
                Key.required(
                        "message",
                        Key.Type.TEXT,
                        "消息名，如 SCALED_PRESSURE2；* 表示任何消息",
                        "the message, such as SCALED_PRESSURE2; * for any"),
                Key.required(
                        "field",
                        Key.Type.TEXT,
                        "字段名，如 press_abs；message 为 * 时取 seq、sysid、compid、msgid、version、signed 或 lost",
                        "the field, such as press_abs; of any message: seq, sysid, compid, msgid, version, signed or lost"),
                Key.optional("index", Key.Type.INTEGER, "数组中的序号，从 0 开始", "the place in an array, from 0"),
                Key.optional(
                        "mask",
                        Key.Type.TEXT,
                        "整数中取哪些位，如 0x80 或 MAV_MODE_FLAG_SAFETY_ARMED；移到最低位，无符号",
                        "which bits of a whole number count, such as 0x80 or MAV_MODE_FLAG_SAFETY_ARMED; shifted down to the"
                                + " lowest one, without a sign"),
                Key.optional(
                        "type",
                        Key.Type.TEXT,
                        "bit: mask 的那一位，为 true 或 false（默认同字段）",
                        "bit: the one in mask, true or false (default as the field is)"),
                Key.optional(
                        "where",
                        Key.Type.TREE,
                        "同一消息中其他字段须取的值，如 {param_id: FS_GCS_TIMEOUT}",
                        "what other fields of the message must be, such as {param_id: FS_GCS_TIMEOUT}"),
                Key.optional("system", Key.Type.INTEGER, "发送方系统号（默认任意）", "the sender's system (default any)"),
                Key.optional("component", Key.Type.INTEGER, "发送方组件号（默认任意）", "the sender's component (default any)"));
    }

    @Override
    public List<Key> commandKeys() {
        return List.of(
                Key.required("message", Key.Type.TEXT, "消息名，如 COMMAND_LONG", "the message, such as COMMAND_LONG"),
                Key.required(
                        "fields",
                        Key.Type.TREE,
                        "各字段的值: 数、文本、枚举项或列表，可含 {参数}；未列出的为 0",
                        "values of fields: numbers, texts, entries of enumerations or lists, may hold {parameters}; all"
                                + " others are 0"));
    }

    @Override
    public Decoder decoder(ChannelSpec channel, List<SignalSpec> signals) {
        return new MavlinkDecoder(
                signals.stream()
                        .map(signal -> new SignalReader(signal, channel.settings()).read())
                        .toList(),
                channel.settings()
                        .text("signing-key")
                        .map(key -> new Signature(key, sender(channel).clock()))
                        .orElse(null));
    }

    private Sender sender(ChannelSpec channel) {
        return senders.computeIfAbsent(channel, each -> Sender.of(each.settings()));
    }

    @Override
    public Encoder encoder(ChannelSpec channel, CommandSpec command) {
        Sender sender = sender(channel);
        Settings settings = command.settings();
        MessageDefinition message = Named.message(settings);
        if (sender.version() == 1 && message.id() > 0xFF) {
            throw problem(
                    settings,
                    "message",
                    new Text("MAVLink 1 没有消息 %s", "MAVLink 1 has no message %s").with(message.name()),
                    new Text("请用 mavlink-version: 2", "use mavlink-version: 2"));
        }
        if (!(settings.tree("fields").orElseThrow() instanceof Map<?, ?> map)) {
            throw problem(settings, "fields", new Text("fields 须为字段和值的映射", "fields maps fields to values"), example());
        }
        Map<FieldDefinition, Object> values = new LinkedHashMap<>();
        map.forEach((name, value) -> {
            FieldDefinition field = Named.field(message, String.valueOf(name), settings, "fields");
            values.put(field, checked(field, value == null ? "" : value, message, settings));
        });
        Optional<Parameter> parameter = Parameter.of(message, channel.settings());
        MavlinkEncoder encoder = new MavlinkEncoder(sender, message, values, parameter);
        parameter.filter(each -> values.containsKey(each.value())).ifPresent(each -> {
            Object type = values.getOrDefault(each.type(), 0);
            if (!hasParameter(type)) {
                Map<FieldDefinition, Object> zero = Map.of(each.type(), type, each.value(), 0);
                tryOut(settings, each.type(), () -> new MavlinkEncoder(sender, message, zero, parameter)
                        .encode(Map.of()));
            }
        });
        if (values.values().stream().noneMatch(MavlinkCodec::hasParameter)) {
            parameter.ifPresent(each -> tryOut(settings, each.value(), () -> encoder.encode(Map.of())));
        }
        return encoder;
    }

    /** What holds no parameter can be tried now. */
    private static Object checked(FieldDefinition field, Object value, MessageDefinition message, Settings settings) {
        if (!hasParameter(value)) {
            ByteBuffer scratch = ByteBuffer.allocate(message.fullLength()).order(ByteOrder.LITTLE_ENDIAN);
            tryOut(settings, field, () -> MavlinkEncoder.put(scratch, field, value, Map.of()));
        }
        return value;
    }

    private static boolean hasParameter(Object value) {
        return PLACEHOLDER.matcher(value.toString()).matches();
    }

    private static void tryOut(Settings settings, FieldDefinition field, Runnable encoding) {
        try {
            encoding.run();
        } catch (NotEncodableException e) {
            throw problem(settings, "fields." + field.name(), e.reason(), e.remedy());
        }
    }

    private static Text example() {
        return new Text(
                "例如 fields: {command: MAV_CMD_COMPONENT_ARM_DISARM, param1: 1}",
                "for example fields: {command: MAV_CMD_COMPONENT_ARM_DISARM, param1: 1}");
    }

    private static InputException problem(Settings settings, String key, Text what, Text remedy) {
        return new InputException(new Problem(settings.placeOf(key), what, remedy));
    }
}
