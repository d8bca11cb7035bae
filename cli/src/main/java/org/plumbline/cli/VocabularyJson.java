package org.plumbline.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import org.plumbline.quantity.Unit;
import org.plumbline.steps.Below;
import org.plumbline.steps.TermUse;
import org.plumbline.suite.StepCatalogue;
import org.plumbline.suite.StepParameter;
import org.plumbline.suite.StepTemplate;
import org.plumbline.suite.TableExample;
import org.plumbline.text.Language;
import org.plumbline.text.Text;

/** The step vocabulary as JSON: steps, parameters, units, the tables that stand below steps. */
final class VocabularyJson {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    private VocabularyJson() {}

    static ObjectNode steps() {
        ObjectNode json = MAPPER.createObjectNode();
        ArrayNode steps = json.putArray("steps");
        for (StepTemplate template : StepCatalogue.templates()) {
            ObjectNode step = text(
                    steps.addObject().put("kind", template.kind().name().toLowerCase(Locale.ROOT)),
                    template.expression());
            step.set("example", text(MAPPER.createObjectNode(), template.example()));
            Below.Kind below = template.below();
            if (below != null) {
                step.put("below", TableExample.of(below).name().toLowerCase(Locale.ROOT) + "Table");
            }
        }
        ObjectNode parameters = json.putObject("parameters");
        for (StepParameter parameter : StepParameter.all()) {
            ObjectNode words = parameters.putObject(parameter.name());
            words.set("zh", MAPPER.valueToTree(parameter.zh()));
            words.set("en", MAPPER.valueToTree(parameter.en()));
        }
        json.set("units", MAPPER.valueToTree(Unit.symbols()));
        for (TableExample table : TableExample.values()) {
            ObjectNode each = json.putObject(table.name().toLowerCase(Locale.ROOT) + "Table");
            for (Language language : List.of(Language.ZH, Language.EN)) {
                each.set(language.code(), MAPPER.valueToTree(table.cells(language)));
            }
        }
        ArrayNode uses = json.putArray("termUses");
        for (TermUse use : TermUse.all()) {
            ObjectNode each = text(uses.addObject(), use.formula());
            ArrayNode terms = each.putArray("terms");
            use.terms().forEach(term -> text(terms.addObject(), term.word())
                    .put("unit", term.unit().symbol()));
        }
        return json;
    }

    private static ObjectNode text(ObjectNode node, Text text) {
        return node.put("zh", text.zh()).put("en", text.en());
    }
}
