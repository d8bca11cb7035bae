package org.plumbline.benchfile;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.plumbline.bench.Bench;
import org.plumbline.bench.ChannelSpec;
import org.plumbline.bench.CommandSpec;
import org.plumbline.bench.SignalSpec;
import org.plumbline.channel.Adapters;
import org.plumbline.channel.Codec;
import org.plumbline.channel.Transport;
import org.plumbline.error.Problem;
import org.plumbline.text.Text;
import org.plumbline.yaml.Problems;

/**
 * Refuses a signal that may take a value from what the harness itself sends, as where a broker gives every message to
 * all who want it: a device that is switched off would pass.
 */
final class EchoCheck {

    private final Bench bench;
    private final Adapters adapters;
    private final Problems problems;

    EchoCheck(Bench bench, Adapters adapters, Problems problems) {
        this.bench = bench;
        this.adapters = adapters;
        this.problems = problems;
    }

    void check() {
        Map<CommandSpec, String> addresses = addresses();
        bench.signals().forEach(signal -> addresses.entrySet().stream()
                .flatMap(sent -> echo(signal, sent.getKey(), sent.getValue()).stream())
                .findFirst()
                .ifPresent(problems::add));
    }

    /** Where each command goes; without those that have no address. */
    private Map<CommandSpec, String> addresses() {
        Map<CommandSpec, String> addresses = new LinkedHashMap<>();
        for (CommandSpec command : bench.commands()) {
            ChannelSpec from = channel(command.channel());
            addresses.put(command, codec(from).encoder(from, command).address());
        }
        addresses.values().removeIf(String::isEmpty);
        return addresses;
    }

    private Optional<Problem> echo(SignalSpec signal, CommandSpec command, String address) {
        ChannelSpec to = channel(signal.channel());
        ChannelSpec from = channel(command.channel());
        if (!to.transport().equals(from.transport()) || !codec(to).takes(to, signal, address)) {
            return Optional.empty();
        }
        Transport transport = adapters.transport(to.transport()).orElseThrow();
        return transport
                .echo(to, from, address)
                .map(remedy -> new Problem(
                        signal.settings().place(),
                        new Text(
                                        "信号 \"%s\" 也可能取自本工具自己发送的命令 \"%s\"，看似由设备给出",
                                        "the signal \"%s\" may also come from the command \"%s\" that the harness itself"
                                                + " sends, as if the device had given it")
                                .with(signal.name(), command.name()),
                        remedy));
    }

    private ChannelSpec channel(String name) {
        return bench.channel(name).orElseThrow();
    }

    private Codec codec(ChannelSpec channel) {
        return adapters.codec(channel.codec()).orElseThrow();
    }
}
