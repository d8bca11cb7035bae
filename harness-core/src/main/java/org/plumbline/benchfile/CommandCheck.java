package org.plumbline.benchfile;

import java.util.Map;
import java.util.Optional;
import org.plumbline.bench.Bench;
import org.plumbline.bench.ChannelSpec;
import org.plumbline.bench.CommandSpec;
import org.plumbline.channel.Adapters;
import org.plumbline.channel.Packet;
import org.plumbline.error.BenchException;
import org.plumbline.error.Problem;
import org.plumbline.yaml.Problems;

/** Refuses commands that their transport could never send; of those with parameters it shows only when they are sent. */
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
            packet(channel, command).ifPresent(packet -> check(channel, command, packet));
        }
    }

    private Optional<Packet> packet(ChannelSpec channel, CommandSpec command) {
        try {
            return Optional.of(adapters.codec(channel.codec())
                    .orElseThrow()
                    .encoder(channel, command)
                    .encode(Map.of()));
        } catch (IllegalArgumentException e) {
            return Optional.empty(); // it has parameters
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
