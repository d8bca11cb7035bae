package org.plumbline.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.plumbline.interlaboratory.EzScore;
import org.plumbline.interlaboratory.GrubbsPair;
import org.plumbline.interlaboratory.Mandel;
import org.plumbline.interlaboratory.OutlierTest;
import org.plumbline.interlaboratory.Performance;
import org.plumbline.interlaboratory.Precision;
import org.plumbline.interlaboratory.Score;
import org.plumbline.statistics.Bartlett;
import org.plumbline.statistics.Summary;

/** A round between laboratories as JSON, with every digit; null for what the data do not tell. */
final class InterlabJson {

    private final ObjectNode json = new ObjectMapper().createObjectNode();

    static ObjectNode of(LaboratoryResults round, @Nullable Precisions precisions, Performances performances) {
        InterlabJson built = new InterlabJson();
        if (precisions == null) {
            built.json.putNull("precision");
        } else {
            built.precision(round, precisions);
        }
        built.performance(performances);
        return built.json;
    }

    private void precision(LaboratoryResults round, Precisions precisions) {
        Precision precision = precisions.precision();
        ObjectNode node = json.putObject("precision");
        node.put("mean", precision.mean())
                .put("repeatability", precision.repeatability())
                .put("betweenLaboratories", precision.betweenLaboratories())
                .put("clamped", precision.clamped())
                .put("reproducibility", precision.reproducibility())
                .put("repeatabilityLimit", precision.repeatabilityLimit())
                .put("reproducibilityLimit", precision.reproducibilityLimit());
        int p = round.names().size();
        int n = precisions.replicates();
        node.putObject("mandelCritical")
                .put("h5", Mandel.criticalH(p, 0.05))
                .put("h1", Mandel.criticalH(p, 0.01))
                .put("k5", Mandel.criticalK(p, n, 0.05))
                .put("k1", Mandel.criticalK(p, n, 0.01));
        ArrayNode laboratories = node.putArray("laboratories");
        for (int i = 0; i < p; i++) {
            Summary cell = precision.cells().get(i);
            laboratories
                    .addObject()
                    .put("name", round.names().get(i))
                    .put("n", cell.n())
                    .put("mean", cell.mean())
                    .put("standardDeviation", cell.standardDeviation())
                    .put("h", precisions.mandel().h().get(i))
                    .put("k", precisions.mandel().k().get(i));
        }
        outlier(
                node.putObject("cochran"),
                precisions.cochran().statistic(),
                precisions.cochran().criticalAtFive(),
                precisions.cochran().criticalAtOne(),
                round.names().get(precisions.cochran().suspect()),
                precisions.cochran().outcome());
        outlier(
                node.putObject("grubbs"),
                precisions.grubbs().statistic(),
                precisions.grubbs().criticalAtFive(),
                precisions.grubbs().criticalAtOne(),
                round.names().get(precisions.grubbs().suspect()),
                precisions.grubbs().outcome());
        pair(node, precisions.pair(), round.names());
        Bartlett bartlett = precisions.bartlett();
        node.putObject("bartlett")
                .put("statistic", finite(bartlett.statistic()))
                .put("degreesOfFreedom", bartlett.degreesOfFreedom())
                .put("pValue", bartlett.pValue());
    }

    private static void pair(ObjectNode node, @Nullable GrubbsPair pair, List<String> names) {
        if (pair == null) {
            node.putNull("grubbsPair");
            return;
        }
        ObjectNode two = node.putObject("grubbsPair");
        two.put("statistic", pair.statistic())
                .put("criticalAtFive", pair.criticalAtFive())
                .put("criticalAtOne", pair.criticalAtOne())
                .put("outcome", pair.outcome().name().toLowerCase(Locale.ROOT));
        ArrayNode suspects = two.putArray("suspects");
        pair.suspects().forEach(suspect -> suspects.add(names.get(suspect)));
    }

    private static void outlier(
            ObjectNode node, double statistic, double five, double one, String suspect, OutlierTest outcome) {
        node.put("statistic", finite(statistic))
                .put("criticalAtFive", five)
                .put("criticalAtOne", one)
                .put("suspect", suspect)
                .put("outcome", outcome.name().toLowerCase(Locale.ROOT));
    }

    private void performance(Performances performances) {
        ObjectNode node = json.putObject("performance");
        node.put("robustMean", performances.robust().mean())
                .put("robustDeviation", performances.robust().deviation())
                .put("iterations", performances.robust().iterations())
                .put("significantDigits", Performances.DIGITS)
                .put("assigned", performances.assigned())
                .put("assignedUncertainty", finite(performances.uAssigned()))
                .put("sigma", performances.sigma())
                .put("assignedUncertain", performances.isAssignedUncertain());
        ArrayNode laboratories = node.putArray("laboratories");
        for (Performances.Laboratory laboratory : performances.laboratories()) {
            ObjectNode each = laboratories.addObject();
            each.put("name", laboratory.name()).put("mean", laboratory.mean());
            score(each, "z", laboratory.z());
            score(each, "zPrime", laboratory.zPrime());
            score(each, "zeta", laboratory.zeta());
            score(each, "en", laboratory.en());
            EzScore ez = laboratory.ez();
            if (ez == null) {
                each.putNull("ez");
            } else {
                each.putObject("ez")
                        .put("minus", ez.minus())
                        .put("plus", ez.plus())
                        .put("performance", key(ez.performance()));
            }
        }
    }

    private static void score(ObjectNode node, String name, @Nullable Score score) {
        if (score == null) {
            node.putNull(name);
        } else {
            node.putObject(name).put("value", score.value()).put("performance", key(score.performance()));
        }
    }

    private static String key(Performance performance) {
        return performance.name().toLowerCase(Locale.ROOT);
    }

    /** JSON has no other numbers. */
    private static @Nullable Double finite(double number) {
        return Double.isFinite(number) ? number : null;
    }
}
