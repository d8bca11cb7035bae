package org.plumbline.capture;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.plumbline.measure.MonteCarloCheck;
import org.plumbline.measure.Uncertainty;
import org.plumbline.text.Text;
import org.plumbline.uncertainty.Contribution;
import org.plumbline.uncertainty.Distribution;
import org.plumbline.uncertainty.Evaluation;

/** An uncertainty with its budget as captures and results have it. Infinite degrees of freedom are null: JSON has no word. */
public final class UncertaintyJson {

    private UncertaintyJson() {}

    /**
     * Adds {@code below} and {@code above}, {@code combinedUncertainty}, {@code degreesOfFreedom}, {@code coverage}, {@code
     * monteCarlo} and {@code budget}.
     */
    public static void put(ObjectNode node, Uncertainty uncertainty) {
        node.put("below", uncertainty.below()).put("above", uncertainty.above());
        node.put("combinedUncertainty", uncertainty.combined());
        node.put("degreesOfFreedom", finite(uncertainty.degreesOfFreedom()));
        node.put("coverage", uncertainty.coverage());
        MonteCarloCheck check = uncertainty.check();
        if (check == null) {
            node.putNull("monteCarlo");
        } else {
            node.putObject("monteCarlo")
                    .put("trials", check.trials())
                    .put("framework", check.framework())
                    .put("below", check.below())
                    .put("above", check.above())
                    .put("tolerance", check.tolerance())
                    .put("skewed", check.skewed())
                    .put("agrees", check.holds());
        }
        ArrayNode rows = node.putArray("budget");
        for (Contribution row : uncertainty.contributions()) {
            ObjectNode each = rows.addObject();
            each.putObject("name")
                    .put("zh", row.name().zh())
                    .put("en", row.name().en());
            each.put("evaluation", row.evaluation().name());
            each.put("distribution", row.distribution().name().toLowerCase(Locale.ROOT));
            each.put("standardUncertainty", row.standardUncertainty());
            each.put("degreesOfFreedom", finite(row.degreesOfFreedom()));
            each.put("sensitivity", row.sensitivity());
            each.put("component", row.component());
            each.put("share", uncertainty.share(row));
        }
    }

    /**
     * What {@link #put} wrote.
     *
     * @param expanded U
     * @param k coverage factor
     * @throws IllegalArgumentException where it is no uncertainty
     */
    public static Uncertainty read(JsonNode node, double expanded, double k) {
        if (!node.has("budget")) {
            return Uncertainty.stated(expanded, k);
        }
        double coverage = node.path("coverage").asDouble(Uncertainty.COVERAGE);
        List<Contribution> rows = new ArrayList<>();
        node.path("budget").forEach(row -> rows.add(row(row)));
        double combined = node.path("combinedUncertainty").asDouble();
        double nu = degrees(node.path("degreesOfFreedom"));
        MonteCarloCheck check = node.path("monteCarlo").isObject() ? check(node.path("monteCarlo")) : null;
        return node.path("below").isNumber() && node.path("above").isNumber()
                ? new Uncertainty(
                        rows,
                        combined,
                        nu,
                        k,
                        expanded,
                        node.path("below").asDouble(),
                        node.path("above").asDouble(),
                        coverage,
                        check)
                : new Uncertainty(rows, combined, nu, k, expanded, coverage, check);
    }

    private static MonteCarloCheck check(JsonNode node) {
        return new MonteCarloCheck(
                node.path("trials").asInt(),
                node.path("framework").asDouble(),
                node.path("below").asDouble(),
                node.path("above").asDouble(),
                node.path("tolerance").asDouble(),
                node.path("skewed").asBoolean());
    }

    private static Contribution row(JsonNode row) {
        return new Contribution(
                new Text(row.at("/name/zh").asText(), row.at("/name/en").asText()),
                0,
                row.path("standardUncertainty").asDouble(),
                degrees(row.path("degreesOfFreedom")),
                Evaluation.valueOf(row.path("evaluation").asText()),
                Distribution.valueOf(row.path("distribution").asText().toUpperCase(Locale.ROOT)),
                row.path("sensitivity").asDouble());
    }

    private static @Nullable Double finite(double degrees) {
        return Double.isInfinite(degrees) ? null : degrees;
    }

    private static double degrees(JsonNode node) {
        return node.isNumber() ? node.doubleValue() : Double.POSITIVE_INFINITY;
    }
}
