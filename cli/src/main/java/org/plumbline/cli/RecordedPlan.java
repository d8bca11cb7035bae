package org.plumbline.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.plumbline.mcap.McapReader;
import org.plumbline.mcap.McapReaderOptions;
import org.plumbline.mcap.McapRecord;
import org.plumbline.mcap.McapRecords;
import org.plumbline.text.Language;

/** What a capture says of its run without any sample being decoded: one pass, nothing of the wires is kept. */
final class RecordedPlan {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Map<String, byte[]> inputs = new LinkedHashMap<>();
    private final Map<String, JsonNode> planned = new HashMap<>();
    private final Set<String> executed = new HashSet<>();
    private Map<String, String> run = Map.of();
    private int repeat = 1;

    private RecordedPlan() {}

    /**
     * Reads one, also where it was cut off: then as far as it is whole.
     *
     * @throws IOException where it is no capture
     */
    static RecordedPlan read(Path capture) throws IOException {
        RecordedPlan plan = new RecordedPlan();
        try (McapReader reader = McapReader.open(capture, McapReaderOptions.forRecovery())) {
            plan.read(reader.records());
        }
        if (plan.run.isEmpty()) {
            throw new IOException("no run of ours made this capture");
        }
        return plan;
    }

    private void read(McapRecords records) throws IOException {
        Set<Integer> trials = new HashSet<>();
        McapRecord record;
        while ((record = records.next()) != null) {
            if (record instanceof McapRecord.Metadata metadata) {
                accept(metadata);
            } else if (record instanceof McapRecord.Attachment attachment) {
                inputs.put(attachment.name(), attachment.data());
            } else if (record instanceof McapRecord.Channel channel
                    && channel.topic().equals("/trials")) {
                trials.add(channel.id());
            } else if (record instanceof McapRecord.Message message && trials.contains(message.channel())) {
                accept(JSON.readTree(message.data()));
            }
        }
    }

    private void accept(McapRecord.Metadata metadata) throws IOException {
        if (metadata.name().equals("plumbline.run")) {
            run = metadata.values();
        } else if (metadata.name().equals("plumbline.scenarios")) {
            for (String text : metadata.values().values()) {
                JsonNode scenario = JSON.readTree(text);
                planned.put(scenario.path("id").asText(), scenario);
            }
        }
    }

    private void accept(JsonNode trial) {
        if (trial.has("scenario")) {
            executed.add(trial.path("scenario").asText());
            repeat = Math.max(repeat, trial.path("attempt").asInt(1));
        }
    }

    /** The files as they were run, by name. */
    Map<String, byte[]> inputs() {
        return inputs;
    }

    /** The suite's name; it becomes part of a folder's name, whoever wrote the capture. */
    String suite() {
        return run.getOrDefault("suite", "suite").replaceAll("[/\\\\:]", "-");
    }

    /** Whether a scenario of that feature file and name was executed. */
    boolean executed(String feature, String name) {
        return executed.stream()
                .map(planned::get)
                .anyMatch(scenario -> scenario != null
                        && scenario.path("feature").asText().equals(feature)
                        && scenario.path("name").asText().equals(name));
    }

    /** The most attempts at a scenario. */
    int repeat() {
        return repeat;
    }

    /** The language of the scenarios; empty where none was planned. */
    Optional<Language> language() {
        return planned.values().stream()
                .findFirst()
                .map(scenario ->
                        scenario.path("language").asText().equals(Language.ZH.code()) ? Language.ZH : Language.EN);
    }
}
