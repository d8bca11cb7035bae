package org.plumbline.benchfile;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.plumbline.channel.Adapters;
import org.plumbline.channel.Carriage;
import org.plumbline.channel.Codec;
import org.plumbline.channel.Transport;
import org.plumbline.text.Text;
import org.plumbline.yaml.Nearest;
import org.plumbline.yaml.Problems;
import org.plumbline.yaml.Schema;
import org.plumbline.yaml.YamlNode;

/** Checks channels, signals and commands against what their transport and codec understand. */
final class EntryCheck {

    private final Adapters adapters;
    private final ObjectNode definitions = (ObjectNode) SchemaFile.device().get("$defs");
    private final EntrySchemas schemas = new EntrySchemas(definitions);
    private final Map<String, Schema> compiled = new HashMap<>();

    EntryCheck(Adapters adapters) {
        this.adapters = adapters;
    }

    /** @param owner the device's or an instrument's entry, which need not fit its schema */
    void check(YamlNode owner, Problems problems) {
        Map<String, YamlNode> channels = owner.mapping("channels");
        channels.values().forEach(channel -> channel(channel, problems));
        owner.mapping("signals").values().forEach(signal -> codecOf(signal, channels, problems)
                .ifPresent(codec -> check("signal " + codec.name(), () -> schemas.signal(codec), signal, problems)));
        owner.mapping("commands").values().forEach(command -> codecOf(command, channels, problems)
                .ifPresent(codec -> check("command " + codec.name(), () -> schemas.command(codec), command, problems)));
    }

    private void channel(YamlNode channel, Problems problems) {
        Optional<Transport> transport = channel.field("transport")
                .filter(YamlNode::isScalar)
                .flatMap(node -> known(
                        adapters.transport(node.raw()),
                        node,
                        new Text("未知的传输 \"%s\"", "unknown transport \"%s\""),
                        adapters.transports().stream().map(Transport::name).toList(),
                        problems));
        Optional<Codec> codec = channel.field("codec")
                .filter(YamlNode::isScalar)
                .flatMap(node -> known(
                        adapters.codec(node.raw()),
                        node,
                        new Text("未知的编解码 \"%s\"", "unknown codec \"%s\""),
                        adapters.codecs().stream().map(Codec::name).toList(),
                        problems));
        if (transport.isPresent() && codec.isPresent()) {
            carriage(transport.get(), codec.get(), channel, problems);
            String name = transport.get().name() + " " + codec.get().name();
            check("channel " + name, () -> schemas.channel(transport.get(), codec.get()), channel, problems);
        }
    }

    private void carriage(Transport transport, Codec codec, YamlNode channel, Problems problems) {
        Optional<Carriage> carried = transport.carries();
        if (carried.isEmpty() || codec.reads().isEmpty() || codec.reads().equals(carried)) {
            return;
        }
        boolean stream = carried.get() == Carriage.STREAM;
        String fitting = adapters.codecs().stream()
                .filter(other -> other.reads().isEmpty() || other.reads().equals(carried))
                .map(Codec::name)
                .sorted()
                .collect(Collectors.joining(", "));
        problems.add(
                channel.field("codec").orElse(channel).place(),
                (stream
                                ? new Text(
                                        "编解码 %2$s 读取报文，而传输 %1$s 是字节流",
                                        "codec %2$s reads messages, but transport %1$s carries a stream of bytes")
                                : new Text(
                                        "编解码 %2$s 读取字节流，而传输 %1$s 传送报文",
                                        "codec %2$s reads a stream of bytes, but transport %1$s carries messages"))
                        .with(transport.name(), codec.name()),
                new Text("与 %s 可用的编解码: %s", "codecs for %s: %s").with(transport.name(), fitting));
    }

    private static <T> Optional<T> known(
            Optional<T> found, YamlNode node, Text what, Collection<String> names, Problems problems) {
        if (found.isEmpty()) {
            problems.add(node.place(), what.with(node.raw()), Nearest.remedy(node.raw(), names));
        }
        return found;
    }

    private Optional<Codec> codecOf(YamlNode entry, Map<String, YamlNode> channels, Problems problems) {
        Optional<YamlNode> name = entry.field("channel").filter(YamlNode::isScalar);
        return name.flatMap(node -> known(
                        Optional.ofNullable(channels.get(node.raw())),
                        node,
                        new Text("没有名为 \"%s\" 的通道", "there is no channel \"%s\""),
                        channels.keySet(),
                        problems))
                .flatMap(channel -> channel.text("codec"))
                .flatMap(adapters::codec);
    }

    private void check(String name, Supplier<ObjectNode> schema, YamlNode entry, Problems problems) {
        compiled.computeIfAbsent(name, key -> {
                    ObjectNode json = schema.get();
                    json.set("$defs", definitions);
                    return new Schema(json);
                })
                .check(entry, problems);
    }
}
