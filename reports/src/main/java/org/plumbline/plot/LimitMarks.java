package org.plumbline.plot;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.plumbline.measure.Measurement;
import org.plumbline.quantity.Quantity;
import org.plumbline.quantity.Unit;
import org.plumbline.text.Language;
import org.plumbline.text.Text;
import org.plumbline.verdict.Tolerance;

/**
 * Where a limit can be drawn on the signals' own axes. It cannot always: a limit for a percentile of deviations is a band
 * round the set point, one for a largest value a line at that value, one for a reaction a line at that time, and one for
 * a count is none of these.
 */
final class LimitMarks {

    private final Measurement measurement;
    private final Tolerance tolerance;
    private final Language language;

    LimitMarks(Measurement measurement, Tolerance tolerance, Language language) {
        this.measurement = measurement;
        this.tolerance = tolerance;
        this.language = language;
    }

    /** Lines at values of curves in that unit, from the least up. */
    List<Mark> values(Unit unit, List<Curve> curves) {
        Optional<Quantity> setPoint =
                SetPoint.of(measurement).filter(point -> point.unit().isCommensurableWith(unit));
        List<Mark> marks = new ArrayList<>();
        if (setPoint.isPresent()) {
            marks.addAll(band(setPoint.get(), unit));
        } else if (isOneOf(curves, unit)) {
            ends().map(end -> new Mark(tolerance.unit().convert(end, unit), label(end), true))
                    .forEach(marks::add);
        }
        marks.sort(Comparator.comparingDouble(Mark::at));
        return marks;
    }

    private List<Mark> band(Quantity setPoint, Unit unit) {
        double at = setPoint.in(unit);
        List<Mark> marks = new ArrayList<>();
        marks.add(new Mark(at, new Text("设定值 %s", "set point %s").with(setPoint).in(language), false));
        Double max = tolerance.max();
        if (max != null) {
            double width = tolerance.unit().convertDifference(max, unit);
            marks.add(new Mark(at - width, "− " + amount(max), true));
            marks.add(new Mark(at + width, "+ " + amount(max), true));
        }
        return marks;
    }

    /** A value that a curve took is a value of that signal, so the limit for it is one too. */
    private boolean isOneOf(List<Curve> curves, Unit unit) {
        if (!measurement.unit().isCommensurableWith(unit) || unit.equals(Unit.ONE)) {
            return false;
        }
        double value = measurement.unit().convert(measurement.value(), unit);
        return curves.stream()
                .flatMapToDouble(curve -> DoubleStream.of(curve.y()))
                .anyMatch(y -> Math.abs(y - value) <= 1e-12 * Math.abs(value));
    }

    /** Lines at times, seconds since the run's start: where the time that was measured is the stretch itself, within U. */
    List<Mark> times() {
        if (!measurement.unit().isCommensurableWith(Unit.S)) {
            return List.of();
        }
        double value = measurement.unit().convert(measurement.value(), Unit.S);
        double within = measurement.unit().convertDifference(measurement.expandedUncertainty(), Unit.S);
        if (Math.abs(value - (measurement.to() - measurement.from()) * 1e-9) > within + 1e-9) {
            return List.of();
        }
        double start = measurement.from() / 1e9;
        return ends().map(end -> new Mark(start + tolerance.unit().convert(end, Unit.S), label(end), true))
                .toList();
    }

    private Stream<Double> ends() {
        return Stream.of(Optional.ofNullable(tolerance.min()), Optional.ofNullable(tolerance.max()))
                .flatMap(Optional::stream);
    }

    private String label(@Nullable Double end) {
        boolean upper = end != null && end.equals(tolerance.max());
        Text name = upper ? new Text("上限 %s", "upper limit %s") : new Text("下限 %s", "lower limit %s");
        return name.with(end == null ? "" : amount(end)).in(language);
    }

    private String amount(double end) {
        return new Quantity(end, tolerance.unit()).toString();
    }
}
