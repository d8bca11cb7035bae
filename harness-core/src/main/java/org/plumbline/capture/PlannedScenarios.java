package org.plumbline.capture;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.plumbline.run.ScenarioPlan;
import org.plumbline.text.Language;

/** The scenarios of a plan as MCAP metadata: a JSON object for each, by its place in the plan. */
final class PlannedScenarios {

    static final String METADATA = "plumbline.scenarios";

    /** Those that the selection left out: a requirement that needs one of them is decided only in part. */
    static final String LEFT_OUT = "plumbline.left-out";

    private static final ObjectMapper JSON = new ObjectMapper();

    private PlannedScenarios() {}

    static Map<String, String> toTexts(List<ScenarioPlan> scenarios) {
        Map<String, String> texts = new LinkedHashMap<>();
        for (ScenarioPlan scenario : scenarios) {
            ObjectNode node = JSON.createObjectNode();
            node.put("id", scenario.id()).put("name", scenario.name());
            node.put("feature", scenario.feature()).put("line", scenario.line());
            node.put("language", scenario.language().code());
            scenario.requirements().forEach(node.putArray("requirements")::add);
            node.put("applies", scenario.applies()).put("observation", scenario.observation());
            scenario.stretches().forEach(node.putArray("stretches")::add);
            node.put("waiting", scenario.waiting()).put("occurrence", scenario.occurrence());
            texts.put(String.format(Locale.ROOT, "%05d", texts.size() + 1), node.toString());
        }
        return texts;
    }

    /** @throws IOException where a text is none of ours */
    static List<ScenarioPlan> of(Map<String, String> texts) throws IOException {
        List<ScenarioPlan> plans = new ArrayList<>();
        for (String text : new TreeMap<>(texts).values()) {
            JsonNode node = JSON.readTree(text);
            List<String> requirements = new ArrayList<>();
            node.path("requirements").forEach(requirement -> requirements.add(requirement.asText()));
            List<Long> stretches = new ArrayList<>();
            node.path("stretches").forEach(stretch -> stretches.add(stretch.asLong()));
            plans.add(new ScenarioPlan(
                    node.path("id").asText(),
                    node.path("name").asText(),
                    node.path("feature").asText(),
                    node.path("line").asInt(1),
                    node.path("language").asText().equals(Language.ZH.code()) ? Language.ZH : Language.EN,
                    List.copyOf(requirements),
                    node.path("applies").asBoolean(),
                    node.path("observation").asLong(),
                    List.copyOf(stretches),
                    node.path("waiting").asLong(),
                    node.path("occurrence").asInt(1)));
        }
        return List.copyOf(plans);
    }
}
