package org.plumbline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.plumbline.bench.Bench;
import org.plumbline.bench.Secrets;
import org.plumbline.benchfile.BenchFile;
import org.plumbline.channel.Adapters;
import org.plumbline.probe.Probe;
import org.plumbline.simulation.FreePort;
import org.plumbline.standard.Completeness;
import org.plumbline.text.Text;
import org.plumbline.timeline.LiveClock;

/** A device that says who it is on a channel that cannot be opened. */
class ProbeIdentityChannelTest {

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"{signal: said-model, command: who}", "{signal: said-model}"})
    void isNotAskedAndThatIsSaid(String report) throws IOException {
        Files.writeString(folder.resolve("device.yaml"), """
                device: {class: gauge, manufacturer: Example, model: G-1, serial-number: "1", firmware: "1"}
                identity:
                  model: %s
                channels:
                  gauge: {transport: tcp, host: 127.0.0.1, port: %d, codec: lines, pattern: "(?<model>.+)"}
                signals:
                  said-model: {channel: gauge, group: model, type: text}
                commands:
                  who: {channel: gauge, line: "ID?", changes-state: false}
                  safe-state: {channel: gauge, line: "STOP"}
                """.formatted(report, FreePort.next()));
        Path file = Files.writeString(
                folder.resolve("bench.yaml"), "laboratory: {name: Example}\noperator: A\ndevice: device.yaml\n");
        Adapters adapters = Adapters.installed();
        Bench bench = BenchFile.read(file, adapters, Secrets.fromEnvironment());
        try (LiveClock clock = new LiveClock()) {
            assertThat(new Probe(bench, adapters, clock, Completeness.DEFAULT, words -> {})
                            .listen(0)
                            .identity())
                    .flatExtracting(finding -> finding.reason().stream().toList())
                    .containsExactly(new Text("通道 gauge 没有打开，未作询问", "channel gauge is not open: not asked"));
        }
    }
}
