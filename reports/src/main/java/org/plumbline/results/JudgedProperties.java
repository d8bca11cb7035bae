package org.plumbline.results;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.plumbline.measure.Measurement;
import org.plumbline.verdict.Judgement;
import org.plumbline.verdict.Tolerance;

/**
 * What a requirement's judgements rest on, as properties of its test case: {@code plumbline.<limit>.U} and the like; where
 * a limit was judged more than once, {@code plumbline.<limit>.2.U} for the second time. {@code U-below} and {@code U-above}
 * reach from the value to both ends of its coverage interval: U each, unless the distribution is skewed.
 */
final class JudgedProperties {

    private final Map<String, String> properties = new LinkedHashMap<>();
    private final Map<String, Integer> times = new LinkedHashMap<>();

    private JudgedProperties() {}

    static Map<String, String> of(List<Judgement> judgements) {
        JudgedProperties all = new JudgedProperties();
        judgements.forEach(all::add);
        return all.properties;
    }

    private void add(Judgement judgement) {
        int time = times.merge(judgement.limit(), 1, Integer::sum);
        String prefix = "plumbline." + judgement.limit() + (time == 1 ? "." : "." + time + ".");
        Measurement measurement = judgement.measurement();
        if (measurement != null) {
            put(prefix + "value", measurement.value());
            properties.put(prefix + "unit", measurement.unit().symbol());
            if (measurement.isUncertaintyKnown()) {
                put(prefix + "U", measurement.expandedUncertainty());
                put(prefix + "U-below", measurement.uncertainty().below());
                put(prefix + "U-above", measurement.uncertainty().above());
                put(prefix + "k", measurement.coverageFactor());
                put(prefix + "nu", measurement.degreesOfFreedom());
                put(prefix + "coverage", measurement.uncertainty().coverage());
            }
        }
        Tolerance tolerance = judgement.tolerance();
        if (tolerance != null) {
            if (tolerance.min() != null) {
                put(prefix + "min", tolerance.min());
            }
            if (tolerance.max() != null) {
                put(prefix + "max", tolerance.max());
            }
            properties.put(prefix + "equality", tolerance.inclusive() ? "inclusive" : "exclusive");
            properties.put(prefix + "rule", tolerance.rule().key());
            put(prefix + "r", tolerance.rule().multiple());
        }
        if (judgement.statement() != null) {
            properties.put(prefix + "statement", judgement.statement().key());
            properties.put(prefix + "too-coarse", Boolean.toString(judgement.tooCoarse()));
        }
        judgement.guardBand().ifPresent(band -> put(prefix + "guard-band", band));
        judgement.risk().ifPresent(risk -> {
            put(prefix + "false-acceptance", risk.falseAcceptance());
            put(prefix + "false-rejection", risk.falseRejection());
        });
    }

    private void put(String name, double number) {
        properties.put(name, Double.toString(number));
    }
}
