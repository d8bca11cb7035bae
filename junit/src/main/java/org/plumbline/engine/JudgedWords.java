package org.plumbline.engine;

import java.util.LinkedHashMap;
import java.util.Map;
import org.plumbline.measure.Measurement;
import org.plumbline.verdict.Judgement;
import org.plumbline.verdict.Tolerance;

/** A judgement as reports show it. */
final class JudgedWords {

    private JudgedWords() {}

    /** For reporting entries: what was measured, against what, and what came of it. */
    static Map<String, String> entries(Judgement judgement) {
        Map<String, String> entries = new LinkedHashMap<>();
        entries.put("requirement", judgement.requirement());
        entries.put("limit", judgement.limit());
        Measurement measurement = judgement.measurement();
        if (measurement != null) {
            entries.put("measured", measurement.toString());
        }
        Tolerance tolerance = judgement.tolerance();
        if (tolerance != null) {
            entries.put("bound", tolerance.toString());
            entries.put("rule", tolerance.rule().key());
        }
        judgement.guardBand().ifPresent(band -> entries.put("guardBand", Double.toString(band)));
        judgement.risk().ifPresent(risk -> {
            entries.put("falseAcceptance", Double.toString(risk.falseAcceptance()));
            entries.put("falseRejection", Double.toString(risk.falseRejection()));
        });
        entries.put("verdict", judgement.verdict().key());
        return entries;
    }
}
