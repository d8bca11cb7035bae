package org.plumbline.channel;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import org.plumbline.bench.Bench;
import org.plumbline.bench.ChannelSpec;
import org.plumbline.bench.CommandSpec;
import org.plumbline.error.InputException;
import org.plumbline.error.Place;
import org.plumbline.error.Problem;
import org.plumbline.text.Text;

/**
 * The transports and codecs that are there.
 *
 * @param transports in the order in which they were found; the first of a name counts
 * @param codecs likewise
 * @param plugins the jars of others that some of them come from
 */
public record Adapters(List<Transport> transports, List<Codec> codecs, List<Plugin> plugins) {

    /** Without plugins. */
    public Adapters(List<Transport> transports, List<Codec> codecs) {
        this(transports, codecs, List.of());
    }

    /**
     * Those on the class path, and those of the jars in the folder that the launcher names: {@code plugins} beside it, or
     * {@code PLUMBLINE_PLUGINS}.
     *
     * @throws InputException that names every jar that cannot be used
     */
    public static Adapters installed() {
        List<Transport> transports = new ArrayList<>();
        ServiceLoader.load(Transport.class).forEach(transports::add);
        List<Codec> codecs = new ArrayList<>();
        ServiceLoader.load(Codec.class).forEach(codecs::add);
        return new Adapters(List.copyOf(transports), List.copyOf(codecs)).with(Plugins.ofProcess());
    }

    /** @throws InputException where a plugin has the name of another, or any transport or codec a key that is Plumbline's */
    Adapters with(List<Plugin> more) {
        List<Problem> problems = new ArrayList<>();
        List<Transport> allTransports = new ArrayList<>(transports);
        List<Codec> allCodecs = new ArrayList<>(codecs);
        Map<String, String> owners = new HashMap<>();
        transports.forEach(transport -> owners.put("transport " + transport.name(), "Plumbline"));
        codecs.forEach(codec -> owners.put("codec " + codec.name(), "Plumbline"));
        transports.forEach(each -> Reserved.of(place(each), each).forEach(problems::add));
        codecs.forEach(each -> Reserved.of(place(each), each).forEach(problems::add));
        for (Plugin plugin : more) {
            plugin.transports().forEach(each -> claim("transport " + each.name(), plugin, owners, problems));
            plugin.codecs().forEach(each -> claim("codec " + each.name(), plugin, owners, problems));
            allTransports.addAll(plugin.transports());
            allCodecs.addAll(plugin.codecs());
            Place jar = Place.of(plugin.jar().toString());
            plugin.transports().forEach(each -> Reserved.of(jar, each).forEach(problems::add));
            plugin.codecs().forEach(each -> Reserved.of(jar, each).forEach(problems::add));
        }
        if (!problems.isEmpty()) {
            throw new InputException(problems, null);
        }
        return new Adapters(List.copyOf(allTransports), List.copyOf(allCodecs), List.copyOf(more));
    }

    /** On the class path, where those are that a suite of JUnit tests brings along. */
    private static Place place(Object adapter) {
        return Place.of(adapter.getClass().getName());
    }

    private static void claim(String name, Plugin plugin, Map<String, String> owners, List<Problem> problems) {
        String jar = plugin.jar().toString();
        String owner = owners.putIfAbsent(name, jar);
        if (owner != null) {
            problems.add(new Problem(
                    Place.of(jar),
                    new Text("%s 已由 %s 提供", "%s is there already, from %s").with(name, owner),
                    new Text("请将其中之一移出插件文件夹", "take one of them out of the folder of plugins")));
        }
    }

    /** The transport of that name. */
    public Optional<Transport> transport(String name) {
        return transports.stream().filter(t -> t.name().equals(name)).findFirst();
    }

    /**
     * The encoder of a command whose channel is on the bench.
     *
     * @throws InputException where a setting is wrong, with its place
     */
    public CommandEncoder encoder(Bench bench, CommandSpec command) {
        ChannelSpec channel = bench.channel(command.channel()).orElseThrow();
        Codec codec = codec(channel.codec()).orElseThrow();
        return new CommandEncoder(codec.name(), command, codec.encoder(channel, command), bench.secrets());
    }

    /** The codec of that name. */
    public Optional<Codec> codec(String name) {
        return codecs.stream().filter(c -> c.name().equals(name)).findFirst();
    }
}
