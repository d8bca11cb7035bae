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

    private static final Optional<Carriage> FILE = Optional.of(Carriage.FILE);
    private static final Text OTHER = new Text("不涉及文件", "has to do with no file");

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
        if (fit(carried, codec.reads())) {
            return;
        }
        String fitting = adapters.codecs().stream()
                .filter(other -> fit(carried, other.reads()))
                .map(Codec::name)
                .sorted()
                .collect(Collectors.joining(", "));
        problems.add(
                channel.field("codec").orElse(channel).place(),
                new Text("编解码 %2$s %4$s，而传输 %1$s %3$s", "codec %2$s %4$s, but transport %1$s %3$s")
                        .with(
                                transport.name(),
                                codec.name(),
                                carried.map(EntryCheck::carries).orElse(OTHER),
                                codec.reads().map(EntryCheck::reads).orElse(OTHER)),
                new Text("与 %s 可用的编解码: %s", "codecs for %s: %s").with(transport.name(), fitting));
    }

    /** One that does not say takes either of what comes while a run goes on, and no file. */
    private static boolean fit(Optional<Carriage> carried, Optional<Carriage> read) {
        boolean file = carried.equals(FILE) || read.equals(FILE);
        return file ? carried.equals(read) : carried.isEmpty() || read.isEmpty() || carried.equals(read);
    }

    private static Text carries(Carriage form) {
        return switch (form) {
            case STREAM -> new Text("是字节流", "carries a stream of bytes");
            case MESSAGES -> new Text("传送报文", "carries messages");
            case FILE -> new Text("是运行后才有的文件", "is a file that comes after the run");
        };
    }

    private static Text reads(Carriage form) {
        return switch (form) {
            case STREAM -> new Text("读取字节流", "reads a stream of bytes");
            case MESSAGES -> new Text("读取报文", "reads messages");
            case FILE -> new Text("读取文件", "reads a file");
        };
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
