package org.plumbline.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.plumbline.bench.Bench;
import org.plumbline.bench.ChannelSpec;
import org.plumbline.bench.Secrets;
import org.plumbline.benchfile.BenchFile;
import org.plumbline.channel.Adapters;
import org.plumbline.error.InputException;
import org.plumbline.error.Problem;
import org.plumbline.probe.Probe;
import org.plumbline.probe.Probed;
import org.plumbline.serial.SerialTransport;
import org.plumbline.standard.Completeness;
import org.plumbline.suite.Suite;
import org.plumbline.suite.SuiteDemands;
import org.plumbline.text.Text;
import org.plumbline.timeline.LiveClock;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code plumbline probe}. */
@Command(name = "probe", resourceBundle = "org.plumbline.cli.help")
final class ProbeCommand implements Callable<Integer> {

    private static final int DOUBTFUL = 3;
    private static final String OWNER = "probe";

    private final Console console;

    @Mixin
    private CommonOptions common;

    @Option(names = "--bench", required = true, paramLabel = "FILE", descriptionKey = "probe.bench")
    private Path benchYaml;

    @Option(names = "--for", paramLabel = "TIME", defaultValue = "5s", descriptionKey = "probe.for")
    private String time;

    @Option(names = "--suite", paramLabel = "SUITE", descriptionKey = "probe.suite")
    private @Nullable String suite;

    @Option(names = "--try-baud", paramLabel = "CHANNEL", descriptionKey = "probe.try-baud")
    private Set<String> alone = Set.of();

    @Option(names = "--json", descriptionKey = "common.json")
    private boolean json;

    ProbeCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        long duration = Span.nanos("--for", time);
        Adapters adapters = Adapters.installed();
        Bench bench = BenchFile.read(benchYaml, adapters, Secrets.fromEnvironment());
        requireChannels(bench);
        Optional<SuiteDemands> demands =
                Optional.ofNullable(suite).map(named -> SuiteDemands.of(Suite.of(named), bench));
        Completeness required = demands.map(SuiteDemands::completeness).orElse(Completeness.DEFAULT);
        ProbeTable table = new ProbeTable(probe(bench, adapters, required, duration), demands, console.language());
        PrintWriter people = json ? console.err() : console.out();
        table.lines().forEach(people::println);
        people.println(table.conclusion());
        if (json) {
            console.out().println(new ProbeJson(table).node().toPrettyString());
        }
        return switch (table.worst()) {
            case LATER, READY -> 0;
            case DOUBTFUL -> DOUBTFUL;
            case BROKEN -> Main.BROKEN;
        };
    }

    private void requireChannels(Bench bench) {
        List<String> serial = bench.channels().stream()
                .filter(ProbeCommand::isSerial)
                .map(ChannelSpec::name)
                .toList();
        for (String channel : alone) {
            if (!serial.contains(channel)) {
                throw new InputException(Problem.of(
                        new Text("--try-baud: 试验台没有串口通道 %s", "--try-baud: the bench has no serial channel %s")
                                .with(channel),
                        serial.isEmpty()
                                ? new Text("该试验台没有任何串口通道，请去掉 --try-baud", "it has none at all: leave --try-baud out")
                                : new Text("请用其中之一: %s", "use one of: %s").with(String.join(", ", serial))));
            }
        }
    }

    private static boolean isSerial(ChannelSpec channel) {
        return channel.transport().equals(SerialTransport.NAME);
    }

    private Probed probe(Bench bench, Adapters adapters, Completeness required, long duration) {
        StatusLine status = new StatusLine(console);
        try (LiveClock clock = new LiveClock()) {
            Probe probe = new Probe(
                    bench, adapters, clock, required, now -> status.moving(OWNER, now.in(console.language())), alone);
            return probe.listen(duration);
        } finally {
            status.moving(OWNER, "");
        }
    }
}
