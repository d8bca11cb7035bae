package org.plumbline.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** {@code @mcap/core} on Node, as {@code npm ci} in {@code fixtures/foreign} installs it; tests skip without it. */
final class ForeignReader {

    private ForeignReader() {}

    static JsonNode read(Path capture, boolean cut) throws IOException, InterruptedException {
        Path folder = Path.of("..", "fixtures", "foreign").toAbsolutePath().normalize();
        assumeThat(Files.isDirectory(folder.resolve("node_modules")))
                .as("@mcap/core: run npm ci in fixtures/foreign")
                .isTrue();
        List<String> command =
                new ArrayList<>(List.of("node", folder.resolve("count.mjs").toString(), capture.toString()));
        if (cut) {
            command.add("--cut");
        }
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes());
        assertThat(process.waitFor()).as(output).isZero();
        return new ObjectMapper().readTree(output);
    }
}
