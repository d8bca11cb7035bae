package org.plumbline.benchfile;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.plumbline.bench.ChannelSpec;
import org.plumbline.bench.CommandSpec;
import org.plumbline.bench.Sampling;
import org.plumbline.bench.Secrets;
import org.plumbline.bench.Settings;
import org.plumbline.bench.SignalSpec;
import org.plumbline.channel.Adapters;
import org.plumbline.channel.Codec;
import org.plumbline.channel.CodecFault;
import org.plumbline.channel.Key;
import org.plumbline.channel.Transport;
import org.plumbline.error.BenchException;
import org.plumbline.error.EndOfMachine;
import org.plumbline.error.InputException;
import org.plumbline.error.Place;
import org.plumbline.error.PlumblineException;
import org.plumbline.error.Problem;
import org.plumbline.quantity.Quantity;
import org.plumbline.quantity.Unit;
import org.plumbline.text.Text;
import org.plumbline.yaml.Problems;
import org.plumbline.yaml.QuantityReader;
import org.plumbline.yaml.YamlNode;

/** Reads channels, signals and commands whose structure was checked; remembers names, unique on the whole bench. */
final class EntryReader {

    /** What one device or instrument has. */
    record Entries(
            Map<String, ChannelSpec> channels, Map<String, SignalSpec> signals, Map<String, CommandSpec> commands) {}

    private static final List<Key> CHANNEL = Stream.concat(
                    keys(Key.Type.TEXTS, ChannelSpec.ON_OPEN, ChannelSpec.ON_CLOSE, ChannelSpec.POLL),
                    keys(Key.Type.TEXT, ChannelSpec.POLL_PERIOD, ChannelSpec.POLL_TIMEOUT))
            .toList();
    private static final List<Key> SIGNAL =
            keys(Key.Type.TEXT, SignalSpec.ANSWER_TO).toList();

    private final Adapters adapters;
    private final Secrets secrets;
    private final Problems problems;
    private final Problems useless;
    private final SettingsReader settings;
    private final Map<String, Place> names = new HashMap<>();

    /** @param useless gets what is wrong with how a channel is read that comes while a run goes on: no recording is read so */
    EntryReader(Adapters adapters, Secrets secrets, Problems problems, Problems useless) {
        this.adapters = adapters;
        this.secrets = secrets;
        this.problems = problems;
        this.useless = useless;
        this.settings = new SettingsReader(secrets, problems);
    }

    Entries read(String owner, YamlNode node) {
        Map<String, ChannelSpec> channels = new LinkedHashMap<>();
        node.mapping("channels").forEach((name, entry) -> {
            once("channel", name, entry, new Text("通道 \"%s\"", "the channel \"%s\""));
            channels.put(name, channel(name, owner, entry));
        });
        Map<String, SignalSpec> signals = new LinkedHashMap<>();
        node.mapping("signals").forEach((name, entry) -> {
            once("signal", name, entry, new Text("信号 \"%s\"", "the signal \"%s\""));
            signals.put(name, signal(name, entry, channels));
        });
        Map<String, CommandSpec> commands = new LinkedHashMap<>();
        node.mapping("commands").forEach((name, entry) -> {
            once("command", name, entry, new Text("命令 \"%s\"", "the command \"%s\""));
            commands.put(name, command(name, entry, channels));
        });
        if (problems.isEmpty()) {
            tryCodecs(channels, signals, commands);
        }
        return new Entries(channels, signals, commands);
    }

    private void once(String kind, String name, YamlNode entry, Text what) {
        Place earlier = names.putIfAbsent(kind + " " + name, entry.keyPlace());
        if (earlier != null) {
            Text named = what.with(name);
            problems.add(
                    entry.keyPlace(),
                    new Text(named.zh() + " 已在 " + earlier + " 处出现", named.en() + " is already there at " + earlier),
                    new Text("请换一个在试验台上不重复的名称", "give it a name that is unique on the bench"));
        }
    }

    private ChannelSpec channel(String name, String owner, YamlNode entry) {
        Transport transport =
                adapters.transport(entry.required("transport").raw()).orElseThrow();
        Codec codec = adapters.codec(entry.required("codec").raw()).orElseThrow();
        return new ChannelSpec(
                name,
                owner,
                transport.name(),
                codec.name(),
                read(entry, Stream.of(CHANNEL, transport.keys(), codec.channelKeys())));
    }

    /** What the core itself understands; the schema says what it means. */
    private static Stream<Key> keys(Key.Type type, String... names) {
        return Stream.of(names).map(name -> Key.optional(name, type, name, name));
    }

    private Settings read(YamlNode entry, Stream<List<Key>> keys) {
        return settings.read(entry, keys.flatMap(List::stream).toList());
    }

    private SignalSpec signal(String name, YamlNode entry, Map<String, ChannelSpec> channels) {
        String channel = entry.required("channel").raw();
        Optional<Unit> unit = entry.field("unit")
                .map(node -> QuantityReader.unit(node, problems))
                .orElse(Optional.of(Unit.ONE));
        return new SignalSpec(
                name,
                channel,
                unit.orElse(Unit.ONE),
                entry.number("circle"),
                unit.map(known -> uncertainty(entry, known)).orElse(null),
                unit.map(known -> new ErrorLimitsReader(problems).read(entry, known))
                        .orElse(null),
                unit.map(new SamplingReader(entry, problems)::read).orElse(Sampling.UNKNOWN),
                read(entry, Stream.of(SIGNAL, codec(channel, channels).signalKeys())));
    }

    private @Nullable Quantity uncertainty(YamlNode entry, Unit unit) {
        Optional<Quantity> uncertainty =
                entry.field("uncertainty").flatMap(node -> QuantityReader.quantity(node, problems));
        uncertainty.ifPresent(quantity -> {
            Place place = entry.required("uncertainty").place();
            if (!quantity.unit().measuresDifferencesOf(unit)) {
                problems.add(
                        place,
                        new Text("不确定度 %s 与信号的单位 %s 不相容", "the uncertainty %s does not fit the signal's unit %s")
                                .with(quantity, unit),
                        new Text("请用信号的单位", "use the signal's unit"));
            } else {
                checkPositive(place, quantity, problems);
            }
        });
        return uncertainty.orElse(null);
    }

    /** Nothing is measured without any doubt, and a negative one would widen what conforms. */
    static void checkPositive(Place place, Quantity uncertainty, Problems problems) {
        if (uncertainty.value() <= 0) {
            problems.add(
                    place,
                    new Text("不确定度 %s 不大于零", "the uncertainty %s is not above zero").with(uncertainty),
                    new Text(
                            "请写校准证书或产品资料给出的正数",
                            "write the positive number from the calibration certificate or the data sheet"));
        }
    }

    private CommandSpec command(String name, YamlNode entry, Map<String, ChannelSpec> channels) {
        String channel = entry.required("channel").raw();
        return new CommandSpec(
                name,
                channel,
                entry.field("changes-state")
                        .map(node -> node.json().booleanValue())
                        .orElse(true),
                settings.read(entry, codec(channel, channels).commandKeys()));
    }

    private Codec codec(String channel, Map<String, ChannelSpec> channels) {
        return adapters.codec(channels.get(channel).codec()).orElseThrow();
    }

    /** What a codec says may hold resolved references, so they are taken out again. */
    private void tryCodecs(
            Map<String, ChannelSpec> channels, Map<String, SignalSpec> signals, Map<String, CommandSpec> commands) {
        channels.values().forEach(channel -> {
            List<SignalSpec> onChannel = signals.values().stream()
                    .filter(signal -> signal.channel().equals(channel.name()))
                    .toList();
            tryOut(
                    () -> codec(channel.name(), channels).decoder(channel, onChannel),
                    channel.comesAsFile() ? problems : useless,
                    channel.settings().place(),
                    thrown -> CodecFault.ofChannel(channel.codec(), channel.name(), thrown));
        });
        commands.values()
                .forEach(command -> tryOut(
                        () -> codec(command.channel(), channels).encoder(channels.get(command.channel()), command),
                        problems,
                        command.settings().place(),
                        thrown -> CodecFault.ofCommand(
                                channels.get(command.channel()).codec(), command.name(), thrown)));
    }

    /** @throws BenchException where it throws what it may not, at that place and in those words */
    private void tryOut(Supplier<?> use, Problems wrong, Place place, Function<Throwable, Text> fault) {
        try {
            Objects.requireNonNull(use.get(), "null returned");
        } catch (InputException e) {
            e.problems()
                    .forEach(problem ->
                            wrong.add(problem.place(), redacted(problem.what()), redacted(problem.remedy())));
        } catch (PlumblineException e) {
            throw e;
        } catch (Throwable e) { // a plugin may throw checked exceptions that are not declared
            EndOfMachine.passOn(e);
            throw new BenchException(new Problem(place, redacted(fault.apply(e)), CodecFault.REMEDY), e);
        }
    }

    private Text redacted(Text text) {
        return secrets.redact(text);
    }
}
