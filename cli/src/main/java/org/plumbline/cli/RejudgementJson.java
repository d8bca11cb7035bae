package org.plumbline.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.plumbline.verdict.Tolerance;

/** A second judgement for machines: with {@code --json}, and as a file of its bundle. */
record RejudgementJson(Rejudgement rejudgement) {

    void write(Path file) throws IOException {
        Files.writeString(file, node().toPrettyString() + "\n");
    }

    ObjectNode node() {
        ObjectNode node = new ObjectMapper().createObjectNode();
        node.put("verdict", rejudgement.run().verdict().key());
        node.put("exitCode", rejudgement.run().exitCode());
        put(node.putObject("standard"), InputPrints.STANDARD);
        put(node.putObject("bench"), InputPrints.BENCH);
        put(node.putObject("device"), InputPrints.DEVICE);
        ArrayNode corrections = node.putArray("corrections");
        rejudgement.corrections().forEach(change -> corrections
                .addObject()
                .put("key", change.key())
                .put("then", change.then())
                .put("now", change.now()));
        ArrayNode notes = node.putArray("notes");
        rejudgement.notes().forEach(note -> notes.addObject()
                .put("place", note.place() == null ? null : note.place().toString())
                .put("zh", note.what().zh())
                .put("en", note.what().en()));
        ObjectNode features = node.putObject("features");
        InputPrints.names(rejudgement.then(), rejudgement.now()).stream()
                .filter(name -> name.endsWith(".feature"))
                .forEach(name -> put(features.putObject(name), name));
        ArrayNode judgements = node.putArray("judgements");
        for (JudgedPair pair : rejudgement.pairs()) {
            ObjectNode one = judgements.addObject();
            one.put("requirement", pair.requirement())
                    .put("limit", pair.limit())
                    .put("changed", pair.changed());
            put(one.putObject("then"), pair.then());
            put(one.putObject("now"), pair.now());
        }
        return node;
    }

    private void put(ObjectNode node, String name) {
        put(node.putObject("then"), name, rejudgement.then());
        put(node.putObject("now"), name, rejudgement.now());
    }

    private static void put(ObjectNode node, String name, InputPrints prints) {
        if (name.equals(InputPrints.STANDARD)) {
            node.put("revision", prints.revision());
        }
        node.put("sha256", prints.sha256().get(name));
    }

    private static void put(ObjectNode node, @Nullable Judged judged) {
        if (judged == null) {
            return;
        }
        node.put("verdict", judged.verdict().key())
                .put("value", judged.value())
                .put("expandedUncertainty", judged.expandedUncertainty())
                .put("below", judged.below())
                .put("above", judged.above());
        if (judged.measurement() != null) {
            node.put("coverageFactor", judged.measurement().coverageFactor())
                    .put("unit", judged.measurement().unit().symbol());
        }
        Tolerance tolerance = judged.tolerance();
        if (tolerance != null) {
            node.putObject("tolerance")
                    .put("min", tolerance.min())
                    .put("max", tolerance.max())
                    .put("unit", tolerance.unit().symbol())
                    .put("inclusive", tolerance.inclusive())
                    .put("rule", tolerance.rule().key())
                    .put("multiple", tolerance.rule().multiple());
        }
    }
}
