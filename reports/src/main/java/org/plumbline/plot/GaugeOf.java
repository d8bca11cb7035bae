package org.plumbline.plot;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.plumbline.measure.Measurement;
import org.plumbline.quantity.Quantity;
import org.plumbline.quantity.Unit;
import org.plumbline.text.Language;
import org.plumbline.text.Text;
import org.plumbline.verdict.Tolerance;

/** Puts the gauge of a judgement together; the colours come from the decision rule itself. */
final class GaugeOf {

    private final Measurement measurement;
    private final Tolerance tolerance;
    private final Language language;
    private final double below;
    private final double above;

    private GaugeOf(Measurement measurement, Tolerance tolerance, Language language) {
        this.measurement = measurement;
        this.tolerance = tolerance;
        this.language = language;
        this.below =
                measurement.isUncertaintyKnown() ? measurement.uncertainty().below() : 0;
        this.above =
                measurement.isUncertaintyKnown() ? measurement.uncertainty().above() : 0;
    }

    /** Empty where value or limit is no finite number. */
    static Optional<Gauge> of(Measurement measurement, Tolerance tolerance, Language language) {
        boolean drawable = Double.isFinite(measurement.value())
                && measurement.unit().equals(tolerance.unit())
                && (tolerance.min() != null || tolerance.max() != null);
        return drawable ? Optional.of(new GaugeOf(measurement, tolerance, language).gauge()) : Optional.empty();
    }

    private Gauge gauge() {
        double value = measurement.value();
        TreeSet<Double> points = new TreeSet<>(List.of(value - below, value + above));
        TreeSet<Double> borders = new TreeSet<>();
        List<Mark> ends = new ArrayList<>();
        end(tolerance.min(), ends, borders, new Text("下限", "lower limit"));
        end(tolerance.max(), ends, borders, new Text("上限", "upper limit"));
        points.addAll(borders);
        Scale scale = Scale.around(points.first(), points.last(), 0.25, 0, 1);
        borders.add(scale.from());
        borders.add(scale.to());
        return new Gauge(label(), value, below, above, measurement.atLeast(), ends, zones(borders));
    }

    /** A value below an end by its upper reach, or above it by its lower one, is clearly on that side. */
    private void end(@Nullable Double at, List<Mark> ends, TreeSet<Double> borders, Text name) {
        if (at != null) {
            String number = Quantity.plain(at) + (tolerance.unit().equals(Unit.ONE) ? "" : " " + tolerance.unit());
            ends.add(new Mark(at, name.in(language) + " " + number, true));
            borders.addAll(List.of(
                    at - tolerance.rule().guardBand(above),
                    at,
                    at + tolerance.rule().guardBand(below)));
        }
    }

    private List<Gauge.Zone> zones(TreeSet<Double> borders) {
        List<Gauge.Zone> zones = new ArrayList<>();
        for (double from : borders.headSet(borders.last())) {
            Double to = borders.higher(from);
            if (to != null) {
                zones.add(new Gauge.Zone(
                        from,
                        to,
                        tolerance.decide((from + to) / 2, below, above).verdict()));
            }
        }
        return zones;
    }

    private String label() {
        String quantity = measurement.quantity().in(language);
        return tolerance.unit().equals(Unit.ONE) ? quantity : quantity + " / " + tolerance.unit();
    }
}
