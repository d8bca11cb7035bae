package org.plumbline.vda5050;

import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.WeakHashMap;
import org.plumbline.bench.ChannelSpec;
import org.plumbline.bench.CommandSpec;
import org.plumbline.bench.Settings;
import org.plumbline.bench.SignalSpec;
import org.plumbline.channel.Carriage;
import org.plumbline.channel.Codec;
import org.plumbline.channel.Decoder;
import org.plumbline.channel.Encoder;
import org.plumbline.channel.Key;
import org.plumbline.json.JsonType;
import org.plumbline.json.MessageReader;
import org.plumbline.json.MessageSchema;
import org.plumbline.json.TopicFilter;
import org.plumbline.text.Text;
import org.plumbline.yaml.Nearest;

/**
 * VDA 5050, versions 1.1, 2.0, 2.1 and 3.0, over MQTT: one channel for each vehicle. What is sent is not checked against the
 * schemas, for a test must be able to send what is wrong.
 */
public final class Vda5050Codec implements Codec {

    private static final List<String> KINDS = List.of("route", "actions", "message");

    /** The commands of one channel share its counters; forgotten with the channel. */
    private final Map<ChannelSpec, Sender> senders = Collections.synchronizedMap(new WeakHashMap<>());

    @Override
    public String name() {
        return "vda5050";
    }

    @Override
    public Optional<Carriage> reads() {
        return Optional.of(Carriage.MESSAGES);
    }

    @Override
    public List<Key> channelKeys() {
        return List.of(
                Key.required(
                        "vda5050-version",
                        Key.Type.TEXT,
                        "协议版本: 1.1、2.0、2.1 或 3.0",
                        "the version: 1.1, 2.0, 2.1 or 3.0"),
                Key.required(
                        "manufacturer",
                        Key.Type.TEXT,
                        "车辆的制造商，用于主题和报文头",
                        "the vehicle's manufacturer, in topics and headers"),
                Key.required(
                        "serial-number", Key.Type.TEXT, "车辆的序列号，用于主题和报文头", "its serial number, in topics and headers"),
                Key.optional(
                        "interface-name",
                        Key.Type.TEXT,
                        "主题的第一级（默认 uagv，3.0 起为 vda5050）",
                        "the first level of topics (default uagv, from 3.0 on vda5050)"),
                Key.optional(
                        "schemas",
                        Key.Type.TEXT,
                        "该版本官方 JSON 模式所在的文件夹，报文须符合",
                        "the folder with the version's official JSON Schemas, which messages must keep"));
    }

    @Override
    public List<Key> signalKeys() {
        return List.of(
                Key.required("topic", Key.Type.TEXT, "主题的最后一级，如 state", "the last level of the topic, such as state"),
                Key.optional(
                        "field",
                        Key.Type.TEXT,
                        "字段路径，如 agvPosition.x；列表为其元素个数",
                        "path of the field, such as agvPosition.x; of a list, how many elements it has"),
                Key.optional(
                        "where",
                        Key.Type.TREE,
                        "列表元素（无列表时为报文）须取的字段值，如 {errorType: noOrderToCancel}",
                        "what fields of the list's element, or of the message, must be, such as {errorType: noOrderToCancel}"),
                Key.optional(
                        "check",
                        Key.Type.TEXT,
                        "代替 field: 报文是否符合 " + String.join("、", Check.keys()),
                        "in place of field: whether the message is right in " + String.join(", ", Check.keys())),
                Key.optional(
                        "type",
                        Key.Type.TEXT,
                        "number、text 或 flag（默认按值；check 为 flag，text 给出原因）",
                        "number, text or flag (default: as the value is; of a check flag, text gives the reason)"));
    }

    @Override
    public List<Key> commandKeys() {
        return List.of(
                Key.optional(
                        "route",
                        Key.Type.TREE,
                        "订单: 节点和连线的列表，如 [A, {edgeId: AB}, {nodeId: B, actions: [pick]}]，可含 {参数}",
                        "an order: nodes and edges, such as [A, {edgeId: AB}, {nodeId: B, actions: [pick]}], may hold {parameters}"),
                Key.optional(
                        "order-id",
                        Key.Type.TEXT,
                        "订单号（默认新的；order-update-id 大于 0 时为上一个）",
                        "the order's id (default a new one; with an order-update-id above 0 the last one)"),
                Key.optional("order-update-id", Key.Type.TEXT, "订单更新号（默认 0）", "the order's update id (default 0)"),
                Key.optional(
                        "actions",
                        Key.Type.TREE,
                        "即时动作的列表，如 [cancelOrder]，可含 {参数}",
                        "instant actions, such as [cancelOrder], may hold {parameters}"),
                Key.optional(
                        "message",
                        Key.Type.TREE,
                        "任意报文，缺少的报文头自动补上，可含 {参数}",
                        "any message, to which a header is added where it has none, may hold {parameters}"),
                Key.optional("topic", Key.Type.TEXT, "message 的主题，如 order", "the topic of message, such as order"));
    }

    @Override
    public List<Path> files(ChannelSpec channel) {
        Settings settings = channel.settings();
        return SchemaFolder.of(settings, Vehicle.of(settings)).values().stream()
                .distinct()
                .sorted()
                .toList();
    }

    @Override
    public Decoder decoder(ChannelSpec channel, List<SignalSpec> signals) {
        Settings settings = channel.settings();
        Vehicle vehicle = Vehicle.of(settings);
        return new Vda5050Decoder(
                vehicle,
                new MessageReader(
                        MessageSchema.read(settings, SchemaFolder.KEY, SchemaFolder.of(settings, vehicle)), true),
                signals.stream().map(signal -> signal(vehicle, signal)).toList());
    }

    @Override
    public Optional<String> address(ChannelSpec channel, SignalSpec signal) {
        return Optional.of(topic(channel, signal));
    }

    @Override
    public boolean takes(ChannelSpec channel, SignalSpec signal, String address) {
        return new TopicFilter(topic(channel, signal)).mayMatch(address);
    }

    /** The whole one. */
    private static String topic(ChannelSpec channel, SignalSpec signal) {
        Vehicle vehicle = Vehicle.of(channel.settings());
        return vehicle.topic(topic(vehicle, signal.settings()));
    }

    private static Vda5050Signal signal(Vehicle vehicle, SignalSpec spec) {
        Settings settings = spec.settings();
        String topic = topic(vehicle, settings);
        exactlyOne(settings, List.of("field", "check"));
        return settings.text("check").isPresent() ? checked(spec, topic) : field(spec, topic);
    }

    private static String topic(Vehicle vehicle, Settings settings) {
        String topic = settings.text("topic").orElse("");
        if (!vehicle.version().topics().contains(topic)) {
            throw Refusal.of(
                    settings,
                    "topic",
                    new Text("VDA 5050 %s 没有主题 \"%s\"", "VDA 5050 %s has no topic \"%s\"")
                            .with(vehicle.version().full(), topic),
                    Nearest.remedy(topic, vehicle.version().topics()));
        }
        return topic;
    }

    private static void exactlyOne(Settings settings, List<String> keys) {
        if (keys.stream().filter(settings.keys()::contains).count() != 1) {
            throw Refusal.of(
                    settings,
                    keys.get(0),
                    new Text("%s 中须有且仅有一个", "of %s there must be exactly one").with(String.join(", ", keys)),
                    new Text("请留下所需的一个", "keep the one that is meant"));
        }
    }

    private static Vda5050Signal field(SignalSpec spec, String topic) {
        Settings settings = spec.settings();
        if (!(settings.tree("where").orElse(Map.of()) instanceof Map<?, ?> where)) {
            throw Refusal.of(
                    settings,
                    "where",
                    new Text("where 须为字段和值的映射", "where maps fields to values"),
                    new Text(
                            "例如 where: {errorType: noOrderToCancel}",
                            "for example where: {errorType: noOrderToCancel}"));
        }
        return new Vda5050Signal.Field(
                spec,
                topic,
                FieldPath.of(settings.text("field").orElseThrow(), where),
                JsonType.of(settings, JsonType.ANY));
    }

    private static Vda5050Signal checked(SignalSpec spec, String topic) {
        Settings settings = spec.settings();
        String word = settings.text("check").orElseThrow();
        Check check = Check.of(word)
                .orElseThrow(() -> Refusal.of(
                        settings,
                        "check",
                        new Text("没有名为 %s 的检查", "there is no check %s").with(word),
                        Nearest.remedy(word, Check.keys())));
        if (!check.topics().isEmpty() && !check.topics().contains(topic)) {
            throw Refusal.of(
                    settings,
                    "topic",
                    new Text("检查 %s 不适用于主题 %s", "the check %s is not for the topic %s").with(word, topic),
                    Nearest.remedy(topic, check.topics()));
        }
        return new Vda5050Signal.Checked(spec, topic, check, JsonType.of(settings, JsonType.FLAG) == JsonType.TEXT);
    }

    @Override
    public Encoder encoder(ChannelSpec channel, CommandSpec command) {
        Sender sender = senders.computeIfAbsent(channel, each -> new Sender(Vehicle.of(each.settings())));
        return new Vda5050Encoder(sender, body(sender.vehicle(), command.settings()));
    }

    private static Body body(Vehicle vehicle, Settings settings) {
        exactlyOne(settings, KINDS);
        if (settings.keys().contains("route")) {
            return Order.of(settings);
        } else if (settings.keys().contains("actions")) {
            return new InstantActions(
                    ActionList.of(settings, "actions", settings.tree("actions").orElseThrow()));
        }
        Object message = settings.tree("message").orElseThrow();
        if (!(message instanceof Map)) {
            throw Refusal.of(
                    settings,
                    "message",
                    new Text("message 须为字段和值的映射", "message maps fields to values"),
                    new Text(
                            "例如 message: {orderId: o-1, nodes: []}", "for example message: {orderId: o-1, nodes: []}"));
        }
        return new AnyMessage(topic(vehicle, settings), Fields.template(message));
    }
}
