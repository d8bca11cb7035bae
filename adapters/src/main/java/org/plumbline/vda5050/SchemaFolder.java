package org.plumbline.vda5050;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.plumbline.bench.Settings;
import org.plumbline.error.InputException;
import org.plumbline.json.TopicFilter;
import org.plumbline.text.Text;

/** A folder with the JSON Schemas that the VDA publishes with each version, under the names that they have there. */
final class SchemaFolder {

    static final String KEY = "schemas";

    private SchemaFolder() {}

    /**
     * Those of every topic of the vehicle's version; none where the key is not set.
     *
     * @throws InputException where one is missing
     */
    static Map<TopicFilter, Path> of(Settings settings, Vehicle vehicle) {
        Optional<Path> folder = settings.text(KEY).flatMap(name -> settings.file(KEY, name));
        Map<TopicFilter, Path> files = new HashMap<>();
        folder.ifPresent(it -> vehicle.version()
                .topics()
                .forEach(topic -> files.put(new TopicFilter(vehicle.topic(topic)), file(settings, it, topic))));
        return files;
    }

    /** The factsheet's of 2.0.0 is named otherwise than all others. */
    private static Path file(Settings settings, Path folder, String topic) {
        return Stream.of(".schema", ".json")
                .map(ending -> folder.resolve(topic + ending))
                .filter(Files::isRegularFile)
                .findFirst()
                .orElseThrow(() -> Refusal.of(
                        settings,
                        KEY,
                        new Text(
                                        "文件夹 %s 中没有主题 %s 的模式 %s.schema",
                                        "in the folder %s there is no schema of the topic %s, %s.schema")
                                .with(folder, topic, topic),
                        new Text(
                                "请给出与 vda5050-version 相符的官方 json_schemas 文件夹",
                                "name the official folder json_schemas of that vda5050-version")));
    }
}
