package org.plumbline.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import org.plumbline.quantity.Unit;
import org.plumbline.suite.CycleExample;
import org.plumbline.suite.StepCatalogue;
import org.plumbline.suite.StepParameter;
import org.plumbline.suite.StepTemplate;
import org.plumbline.text.Language;
import org.plumbline.text.Text;

/** The step vocabulary as JSON: steps, parameters, units, the columns of the cycle table. */
final class VocabularyJson {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    private VocabularyJson() {}

    static ObjectNode steps() {
        ObjectNode json = MAPPER.createObjectNode();
        ArrayNode steps = json.putArray("steps");
        for (StepTemplate template : StepCatalogue.templates()) {
            text(steps.addObject().put("kind", template.kind().name().toLowerCase(Locale.ROOT)), template.expression())
                    .set("example", text(MAPPER.createObjectNode(), template.example()));
        }
        ObjectNode parameters = json.putObject("parameters");
        for (StepParameter parameter : StepParameter.all()) {
            ObjectNode words = parameters.putObject(parameter.name());
            words.set("zh", MAPPER.valueToTree(parameter.zh()));
            words.set("en", MAPPER.valueToTree(parameter.en()));
        }
        json.set("units", MAPPER.valueToTree(Unit.symbols()));
        ObjectNode table = json.putObject("cycleTable");
        for (Language language : List.of(Language.ZH, Language.EN)) {
            table.set(language.code(), MAPPER.valueToTree(CycleExample.table(language)));
        }
        return json;
    }

    private static ObjectNode text(ObjectNode node, Text text) {
        return node.put("zh", text.zh()).put("en", text.en());
    }
}
