package org.plumbline.json;

import com.fasterxml.jackson.core.JsonPointer;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.plumbline.bench.ChannelSpec;
import org.plumbline.bench.CommandSpec;
import org.plumbline.bench.Settings;
import org.plumbline.bench.SignalSpec;
import org.plumbline.channel.Carriage;
import org.plumbline.channel.Codec;
import org.plumbline.channel.Decoder;
import org.plumbline.channel.Encoder;
import org.plumbline.channel.Key;
import org.plumbline.error.InputException;
import org.plumbline.error.Problem;
import org.plumbline.scaling.Scaling;
import org.plumbline.text.Text;

/** JSON, one document a message; values by JSON Pointer (RFC 6901). For transports that carry messages. */
public final class JsonCodec implements Codec {

    @Override
    public String name() {
        return "json";
    }

    @Override
    public Optional<Carriage> reads() {
        return Optional.of(Carriage.MESSAGES);
    }

    @Override
    public List<Key> channelKeys() {
        return List.of(Key.optional(
                "schemas",
                Key.Type.TREE,
                "报文须符合的 JSON 模式文件，按主题过滤器: {过滤器: 文件}",
                "files with the JSON Schemas that messages must keep, by topic filter: {FILTER: FILE}"));
    }

    @Override
    public List<Key> signalKeys() {
        return List.of(
                Key.required("pointer", Key.Type.TEXT, "JSON 指针，如 /pose/x", "a JSON Pointer, such as /pose/x"),
                Key.optional(
                        "topic", Key.Type.TEXT, "主题过滤器，可含 + 和 #（默认任意）", "topic filter, may hold + and # (default any)"),
                Key.optional(
                        "type",
                        Key.Type.TEXT,
                        "number、text 或 flag（默认按值）",
                        "number, text or flag (default: as the value is)"),
                Scaling.SCALE,
                Scaling.OFFSET);
    }

    @Override
    public List<Key> commandKeys() {
        return List.of(
                Key.required("topic", Key.Type.TEXT, "发布到的主题", "the topic to publish to"),
                Key.required("payload", Key.Type.TREE, "报文内容，文本可含 {参数}", "the message; texts may hold {parameters}"),
                Key.optional(
                        "retain",
                        Key.Type.FLAG,
                        "代理是否保留该报文（默认 false）",
                        "whether the broker keeps the message (default false)"));
    }

    @Override
    public Decoder decoder(ChannelSpec channel, List<SignalSpec> signals) {
        Settings settings = channel.settings();
        return new JsonDecoder(
                new MessageReader(MessageSchema.read(settings, "schemas", schemas(settings)), false),
                signals.stream().map(JsonCodec::value).toList());
    }

    @Override
    public List<Path> files(ChannelSpec channel) {
        return schemas(channel.settings()).values().stream().distinct().sorted().toList();
    }

    private static Map<TopicFilter, Path> schemas(Settings settings) {
        Object tree = settings.tree("schemas").orElse(Map.of());
        if (!(tree instanceof Map<?, ?> map)) {
            throw new InputException(new Problem(
                    settings.placeOf("schemas"),
                    new Text("schemas 须为主题过滤器和文件的映射", "schemas maps topic filters to files"),
                    new Text(
                            "例如 schemas: {rov/+/state: state.schema.json}",
                            "for example schemas: {rov/+/state: state.schema.json}")));
        }
        Map<TopicFilter, Path> files = new HashMap<>();
        map.forEach((filter, name) -> {
            TopicFilter topics = TopicFilter.in(settings, "schemas", filter.toString());
            settings.file("schemas", String.valueOf(name)).ifPresent(file -> files.put(topics, file));
        });
        return files;
    }

    private static TopicFilter topic(SignalSpec signal) {
        Settings settings = signal.settings();
        return settings.text("topic")
                .map(topic -> TopicFilter.in(settings, "topic", topic))
                .orElse(TopicFilter.ANY);
    }

    @Override
    public Optional<String> address(ChannelSpec channel, SignalSpec signal) {
        return Optional.of(topic(signal).filter());
    }

    @Override
    public boolean takes(ChannelSpec channel, SignalSpec signal, String address) {
        return topic(signal).mayMatch(address);
    }

    private static JsonValue value(SignalSpec signal) {
        Settings settings = signal.settings();
        boolean scaled = Scaling.isIn(settings.keys());
        JsonType type = JsonType.of(settings, scaled ? JsonType.NUMBER : JsonType.ANY);
        Scaling scaling = Scaling.of(
                settings,
                type == JsonType.NUMBER || !scaled,
                settings.text("type").orElse(""));
        return new JsonValue(signal, topic(signal), pointer(settings), type, scaling);
    }

    private static JsonPointer pointer(Settings settings) {
        String pointer = settings.text("pointer").orElseThrow();
        try {
            return JsonPointer.compile(pointer);
        } catch (IllegalArgumentException e) {
            throw new InputException(
                    new Problem(
                            settings.placeOf("pointer"),
                            new Text("\"%s\" 不是 JSON 指针", "\"%s\" is no JSON pointer").with(pointer),
                            new Text("以 / 开头，如 /pose/x", "it begins with /, such as /pose/x")),
                    e);
        }
    }

    private static String published(Settings settings) {
        String topic = settings.text("topic").orElseThrow();
        if (!TopicFilter.isTopic(topic)) {
            throw new InputException(new Problem(
                    settings.placeOf("topic"),
                    new Text("不能向主题“%s”发布", "nothing can be published to the topic \"%s\"").with(topic),
                    new Text("请写不含通配符 + 和 # 的主题", "write a topic without the wildcards + and #")));
        }
        return topic;
    }

    @Override
    public Encoder encoder(ChannelSpec channel, CommandSpec command) {
        return new JsonEncoder(
                published(command.settings()),
                command.settings().tree("payload").orElseThrow(),
                command.settings().flag("retain").orElse(false));
    }
}
