package org.plumbline.steps;

import java.util.List;
import org.plumbline.bench.Bench;
import org.plumbline.bench.ChannelSpec;
import org.plumbline.bench.CommandSpec;
import org.plumbline.bench.SignalSpec;
import org.plumbline.error.InputException;
import org.plumbline.error.Problem;
import org.plumbline.text.Text;

/** Looks names from scenarios up on the bench. */
final class Names {

    private Names() {}

    static SignalSpec signal(Bench bench, String name) {
        return bench.signal(name)
                .orElseThrow(() -> unknown(
                        new Text("信号", "signal"),
                        name,
                        bench.signals().stream().map(SignalSpec::name).toList()));
    }

    static CommandSpec command(Bench bench, String name) {
        return bench.command(name)
                .orElseThrow(() -> unknown(
                        new Text("命令", "command"),
                        name,
                        bench.commands().stream().map(CommandSpec::name).toList()));
    }

    static ChannelSpec channel(Bench bench, String name) {
        return bench.channel(name)
                .orElseThrow(() -> unknown(
                        new Text("通道", "channel"),
                        name,
                        bench.channels().stream().map(ChannelSpec::name).toList()));
    }

    private static InputException unknown(Text kind, String name, List<String> known) {
        return new InputException(Problem.of(
                new Text(
                        "试验台上没有名为“%s”的%s".formatted(name, kind.zh()),
                        "the bench has no %s called \"%s\"".formatted(kind.en(), name)),
                new Text(
                        "已有的%s: %s".formatted(kind.zh(), String.join(", ", known)),
                        "it has: %s".formatted(String.join(", ", known)))));
    }
}
