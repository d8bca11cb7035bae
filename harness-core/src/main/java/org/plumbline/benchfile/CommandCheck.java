package org.plumbline.benchfile;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.plumbline.bench.Bench;
import org.plumbline.bench.ChannelSpec;
import org.plumbline.bench.CommandSpec;
import org.plumbline.channel.Adapters;
import org.plumbline.channel.Carriage;
import org.plumbline.channel.Packet;
import org.plumbline.error.BenchException;
import org.plumbline.error.InputException;
import org.plumbline.error.Problem;
import org.plumbline.text.Text;
import org.plumbline.yaml.Nearest;
import org.plumbline.yaml.Problems;

/**
 * Refuses commands that their transport could never send; of those with parameters it shows only when they are sent. What a
 * channel sends by itself has none.
 */
final class CommandCheck {

    private final Bench bench;
    private final Adapters adapters;
    private final Problems problems;

    CommandCheck(Bench bench, Adapters adapters, Problems problems) {
        this.bench = bench;
        this.adapters = adapters;
        this.problems = problems;
    }

    void check() {
        for (CommandSpec command : bench.commands()) {
            ChannelSpec channel = bench.channel(command.channel()).orElseThrow();
            packet(command).ifPresent(packet -> check(channel, command, packet));
        }
        for (ChannelSpec channel : bench.channels()) {
            channel.onOpen().forEach(name -> own(channel, ChannelSpec.ON_OPEN, name));
            channel.onClose().forEach(name -> own(channel, ChannelSpec.ON_CLOSE, name));
            new PollCheck(bench, adapters, channel, problems).check();
            channel.poll().forEach(name -> named(channel, ChannelSpec.POLL, name));
        }
    }

    private void own(ChannelSpec channel, String key, String name) {
        if (adapters.transport(channel.transport()).orElseThrow().carries().equals(Optional.of(Carriage.MESSAGES))) {
            wrong(
                    channel,
                    key,
                    new Text(
                                    "%s 不能用于传送报文的 %s：通道打开时设备未必已在接收，例如它另有自己与代理的连接",
                                    "%s is not for %s, which carries messages: the device need not be there when the channel"
                                            + " is opened, as where it has a connection of its own to a broker")
                            .with(key, channel.transport()),
                    new Text("请在场景中发送该命令", "send the command in a scenario"));
        } else {
            named(channel, key, name);
        }
    }

    private void named(ChannelSpec channel, String key, String name) {
        List<String> names =
                bench.only(channel).commands().stream().map(CommandSpec::name).toList();
        if (!names.contains(name)) {
            wrong(
                    channel,
                    key,
                    new Text("通道 %s 上没有名为“%s”的命令", "channel %s has no command called \"%s\"")
                            .with(channel.name(), name),
                    Nearest.remedy(name, names));
        } else if (packet(bench.command(name).orElseThrow()).isEmpty()) {
            wrong(
                    channel,
                    key,
                    new Text("命令“%s”需要参数，不能自动发送", "the command \"%s\" needs parameters: it cannot be sent by itself")
                            .with(name),
                    new Text("请声明一条不带参数的命令", "declare a command without parameters"));
        }
    }

    private void wrong(ChannelSpec channel, String key, Text what, Text remedy) {
        problems.add(channel.settings().placeOf(key), what, remedy);
    }

    private Optional<Packet> packet(CommandSpec command) {
        try {
            return Optional.of(adapters.encoder(bench, command).encode(Map.of()));
        } catch (InputException e) {
            if (e.getCause() instanceof IllegalArgumentException) {
                return Optional.empty(); // it has parameters
            }
            throw e;
        }
    }

    private void check(ChannelSpec channel, CommandSpec command, Packet packet) {
        try {
            adapters.transport(channel.transport()).orElseThrow().check(channel, packet);
        } catch (BenchException e) {
            for (Problem problem : e.problems()) {
                problems.add(new Problem(command.settings().place(), problem.what(), problem.remedy()));
            }
        }
    }
}
