package org.plumbline.capture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plumbline.bench.ChannelSpec;
import org.plumbline.channel.Key;
import org.plumbline.channel.Link;
import org.plumbline.channel.Plugin;
import org.plumbline.channel.PluginOrigin;
import org.plumbline.channel.Receiver;
import org.plumbline.channel.Transport;
import org.plumbline.error.InputException;
import org.plumbline.mcap.McapWriter;
import org.plumbline.mcap.McapWriterOptions;
import org.plumbline.run.RunPlan;
import org.plumbline.standard.Standard;

class RecordedPluginsTest {

    private static final Plugin PLUGIN =
            new Plugin(Path.of("plugins", "of acme.jar"), "0a", List.of(new Udp()), List.of());

    @TempDir
    private Path folder;

    private record Udp() implements Transport {

        @Override
        public String name() {
            return "udp";
        }

        @Override
        public List<Key> keys() {
            return List.of();
        }

        @Override
        public Link open(ChannelSpec channel, Receiver receiver) {
            throw new AssertionError("nothing is opened");
        }
    }

    @Test
    void areReadAsTheyWereWritten() {
        assertThat(RecordedPlugins.of(RecordedPlugins.toTexts(List.of(PLUGIN))))
                .containsExactly(new PluginOrigin("transport udp", "of acme.jar", "0a"));
    }

    /** A run that was killed has no results yet that would name them. */
    @Test
    void areNamedByTheCaptureAloneWhereTheyAreMissing() throws IOException {
        RunPlan plan = RecordingMain.plan(folder, "live", CaptureTest.bench(name -> null));
        RunPlan record = new RunPlan(
                "r", "s", plan.started(), "live", Standard.NONE, plan.bench(), List.of(), List.of(), folder, null);
        Path capture = folder.resolve("run.mcap");
        new CaptureWriter(
                        McapWriter.to(Files.newOutputStream(capture), McapWriterOptions.forCapture()),
                        record,
                        List.of(PLUGIN))
                .close();
        Path inputs = Files.createDirectories(folder.resolve("data/inputs"));
        Files.writeString(inputs.resolve("bench.yaml"), """
                laboratory: {name: none}
                operator: none
                device: device.yaml
                """);
        Files.writeString(inputs.resolve("device.yaml"), """
                device: {class: c, manufacturer: m, model: m, serial-number: s, firmware: f}
                channels:
                  wire: {transport: udp, codec: none}
                """);
        assertThatThrownBy(() -> RecordedRun.read(capture, folder, List.of(), true))
                .isInstanceOfSatisfying(InputException.class, e -> assertThat(e.problems())
                        .extracting(problem -> problem.remedy().en())
                        .contains(
                                "the run had it from the plugin of acme.jar (sha256 0a): put that jar into the folder of"
                                        + " plugins"));
    }
}
