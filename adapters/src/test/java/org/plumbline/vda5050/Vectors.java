package org.plumbline.vda5050;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.plumbline.bench.ChannelSpec;
import org.plumbline.channel.Heard;

/** Messages that were not written by this codec; where they come from says the README beside them. */
final class Vectors {

    static final Path FOLDER =
            Path.of("src/test/resources/org/plumbline/vda5050").toAbsolutePath();

    static final ObjectMapper JSON = new ObjectMapper();

    private Vectors() {}

    /**
     * One message.
     *
     * @param version such as 2.1
     * @param valid whether another validator finds that it keeps the official schema
     * @param errors what that one says
     */
    record Vector(String folder, String file, String version, String topic, boolean valid, String errors) {

        byte[] bytes() {
            try {
                return Files.readAllBytes(FOLDER.resolve(folder).resolve(file));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        JsonNode json() {
            try {
                return JSON.readTree(bytes());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        ChannelSpec channel() {
            return Vectors.channel(
                    version,
                    json().path("manufacturer").asText(),
                    json().path("serialNumber").asText());
        }

        String address() {
            return Vehicle.of(channel().settings()).topic(topic);
        }

        @Override
        public String toString() {
            return folder + "/" + file;
        }
    }

    static List<Vector> all() {
        try {
            JsonNode results = JSON.readTree(
                    FOLDER.resolve("schema_validation_results.json").toFile());
            return StreamSupport.stream(results.spliterator(), false)
                    .map(result -> new Vector(
                            result.path("dir").asText(),
                            result.path("file").asText(),
                            result.path("schema").asText().substring(0, 3),
                            result.path("schema").asText().substring(6),
                            result.path("schema_valid").asBoolean(),
                            result.path("errors").asText()))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Vector of(String file) {
        return all().stream()
                .filter(vector -> vector.file.equals(file))
                .findFirst()
                .orElseThrow();
    }

    /** A channel that checks against the official schemas. */
    static ChannelSpec channel(String version, String manufacturer, String serialNumber) {
        Map<String, Object> settings = new HashMap<>(
                Map.of("vda5050-version", version, "manufacturer", manufacturer, "serial-number", serialNumber));
        if (!version.equals("1.1")) {
            settings.put(
                    "schemas", FOLDER.resolve("schemas").resolve(version + ".0").toString());
        }
        return Heard.channel("vda5050", settings);
    }
}
