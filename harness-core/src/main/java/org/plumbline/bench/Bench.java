package org.plumbline.bench;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Device, instruments, laboratory and environment of one run.
 *
 * @param environment conditions as the laboratory records them, by name
 * @param seed what chance there is in the run starts from it
 * @param simulation the simulated robot that stands in for the device; null for a real one
 * @param secrets what was resolved from the environment, to be taken out of every output
 * @param file the bench.yaml that it was read from; null where it was built in Java
 * @param deviceFile the device.yaml that it was read from; null where it was built in Java
 */
public record Bench(
        Laboratory laboratory,
        String operator,
        Map<String, String> environment,
        Device device,
        List<Instrument> instruments,
        long seed,
        @Nullable Simulation simulation,
        Secrets secrets,
        @Nullable Path file,
        @Nullable Path deviceFile) {

    /** All channels, the device's first. */
    public List<ChannelSpec> channels() {
        return Stream.concat(Stream.of(device.channels()), instruments.stream().map(Instrument::channels))
                .flatMap(channels -> channels.values().stream())
                .toList();
    }

    /** All signals, the device's first. */
    public List<SignalSpec> signals() {
        return Stream.concat(Stream.of(device.signals()), instruments.stream().map(Instrument::signals))
                .flatMap(signals -> signals.values().stream())
                .toList();
    }

    /** All commands, the device's first. */
    public List<CommandSpec> commands() {
        List<CommandSpec> commands = new ArrayList<>(device.commands().values());
        instruments.forEach(instrument -> commands.addAll(instrument.commands().values()));
        return commands;
    }

    /** The signal of that name. */
    public Optional<SignalSpec> signal(String name) {
        return signals().stream().filter(signal -> signal.name().equals(name)).findFirst();
    }

    /** The command of that name. */
    public Optional<CommandSpec> command(String name) {
        return commands().stream()
                .filter(command -> command.name().equals(name))
                .findFirst();
    }

    /** The channel of that name. */
    public Optional<ChannelSpec> channel(String name) {
        return channels().stream()
                .filter(channel -> channel.name().equals(name))
                .findFirst();
    }

    /** The same bench with that channel alone, whatever its settings, and the signals and commands on it. */
    public Bench only(ChannelSpec channel) {
        Map<String, SignalSpec> signals = named(signals(), SignalSpec::name, SignalSpec::channel, channel);
        Map<String, CommandSpec> commands = named(commands(), CommandSpec::name, CommandSpec::channel, channel);
        Device alone = new Device(
                device.identity(),
                device.ics(),
                device.ixit(),
                Map.of(channel.name(), channel),
                signals,
                commands,
                device.reports());
        return new Bench(
                laboratory, operator, environment, alone, List.of(), seed, simulation, secrets, file, deviceFile);
    }

    private static <T> Map<String, T> named(
            List<T> all, Function<T, String> name, Function<T, String> on, ChannelSpec channel) {
        return all.stream()
                .filter(one -> on.apply(one).equals(channel.name()))
                .collect(Collectors.toMap(name, one -> one));
    }

    /** The instrument that the signal belongs to; empty for the device's own signals. */
    public Optional<Instrument> instrumentOf(String signal) {
        return instruments.stream()
                .filter(instrument -> instrument.signals().containsKey(signal))
                .findFirst();
    }
}
