package org.plumbline.suite;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plumbline.Plumbline;
import org.plumbline.capture.Capture;
import org.plumbline.run.Run;
import org.plumbline.simulation.RobotModels;
import org.plumbline.simulation.SimulatedBench;
import org.plumbline.text.Language;

/** The schemas that messages were held against lie with the evidence, and with that of a later judgement. */
class CodecFilesTest {

    private static final String SCHEMA = "{\"type\": \"object\"}";

    @TempDir
    private Path folder;

    @Test
    void areAmongTheInputsAndInTheCapture() throws IOException {
        Path bench = SimulatedBench.virtual(RobotModels.named("inspection"), List.of(), 1)
                .writeTo(folder.resolve("bench"));
        Path device = bench.resolveSibling("device.yaml");
        Files.createDirectory(folder.resolve("schemas"));
        Files.writeString(folder.resolve("schemas/any.schema.json"), SCHEMA);
        Files.writeString(folder.resolve("any.schema.json"), "true");
        Files.writeString(
                device,
                Files.readString(device)
                        .replace(
                                "codec: json",
                                "codec: json\n    schemas: {patrol/1/state: ../schemas/any.schema.json, patrol/#: ../any.schema.json}"));
        Run run = Plumbline.bench(bench)
                .virtual()
                .in(Language.ZH)
                .out(folder.resolve("out"))
                .run(Suite.named("inspection").only("IR-C05"));
        assertKept(run);
        Path root = Objects.requireNonNull(run.plan().directory());
        Path capture = root.resolve("data/capture/run.mcap");
        assertThat(Capture.read(capture).inputs().get("fleet-any.schema.json")).isEqualTo("true".getBytes());
        Files.delete(folder.resolve("schemas/any.schema.json"));
        assertKept(Plumbline.bench(root.resolve("data/inputs/bench.yaml"))
                .replay(capture)
                .in(Language.ZH)
                .out(folder.resolve("again"))
                .run(Suite.named("inspection").only("IR-C05")));
    }

    private static void assertKept(Run run) throws IOException {
        Path inputs = Objects.requireNonNull(run.plan().directory()).resolve("data/inputs");
        assertThat(inputs.resolve("fleet-any.schema.json")).hasContent("true");
        assertThat(inputs.resolve("fleet-2-any.schema.json")).hasContent(SCHEMA);
    }
}
