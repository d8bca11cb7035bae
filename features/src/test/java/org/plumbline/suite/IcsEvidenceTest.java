package org.plumbline.suite;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plumbline.bench.Bench;
import org.plumbline.bench.Secrets;
import org.plumbline.benchfile.BenchFile;
import org.plumbline.channel.Adapters;
import org.plumbline.simulation.RobotModels;
import org.plumbline.simulation.SimulatedBench;

/** By which signals a simulated vehicle shows what it declares. */
class IcsEvidenceTest {

    @TempDir
    Path folder;

    private Path bench;

    @BeforeEach
    void writeBench() {
        bench = SimulatedBench.virtual(RobotModels.named("underwater"), List.of(), 1)
                .writeTo(folder.resolve("bench"));
    }

    private void device(String from, String to) throws IOException {
        Path device = bench.resolveSibling("device.yaml");
        String text = Files.readString(device);
        assertThat(text).contains(from);
        Files.writeString(device, text.replace(from, to));
    }

    private Map<String, IcsEvidence> evidence() {
        Bench read = BenchFile.read(bench, Adapters.installed(), Secrets.fromEnvironment());
        return SuiteDemands.of(Suite.named("underwater"), read).evidence().stream()
                .collect(Collectors.toMap(item -> item.item().id(), item -> item));
    }

    private Map<String, Set<String>> signals() {
        return evidence().values().stream()
                .collect(Collectors.toMap(item -> item.item().id(), IcsEvidence::signals));
    }

    /** The tank measures temperature and speed without the vehicle; depth is asked for by scenarios without these items. */
    @Test
    void itsOwnSignalsShowItThatNothingElseAsksFor() {
        assertThat(signals())
                .containsEntry("U-TEMP", Set.of("water-temperature"))
                .containsEntry("U-DEPTH", Set.of("set-depth"))
                .containsEntry("U-MQTT", Set.of("device-time"))
                .allSatisfy((item, signals) -> assertThat(signals)
                        .as(item)
                        .isNotEmpty()
                        .doesNotContain("depth", "state-depth")
                        .noneMatch(signal -> signal.startsWith("true-")));
    }

    @Test
    void soTheyDoWhereItIsNotDeclared() throws IOException {
        device("U-TEMP: true", "U-TEMP: false");
        assertThat(evidence().get("U-TEMP")).satisfies(item -> {
            assertThat(item.declared()).isFalse();
            assertThat(item.signals()).containsExactly("water-temperature");
        });
    }

    /** The tank's thermometer is no evidence. */
    @Test
    void aDeviceWithoutTheSignalShowsNothing() throws IOException {
        device("U-TEMP: true", "U-TEMP: false");
        device("  water-temperature: {channel: nav, sentence: MTW, field: 1, unit: degC, uncertainty: 0.07 K}\n", "");
        assertThat(evidence()).doesNotContainKey("U-TEMP");
    }

    /** Its scenario asks for nothing but what all begin with. */
    @Test
    void whatEveryScenarioAsksForShowsNothing() throws IOException {
        device("U-SIGN: false", "U-SIGN: true");
        assertThat(evidence()).doesNotContainKey("U-SIGN");
    }
}
