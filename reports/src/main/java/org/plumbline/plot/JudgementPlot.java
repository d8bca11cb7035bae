package org.plumbline.plot;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.DoubleStream;
import org.jspecify.annotations.Nullable;
import org.plumbline.measure.Measurement;
import org.plumbline.quantity.Unit;
import org.plumbline.run.Session;
import org.plumbline.text.Language;
import org.plumbline.text.Text;
import org.plumbline.verdict.Judgement;
import org.plumbline.verdict.Tolerance;

/**
 * Shows one judgement: the signals over the stretch that was measured, the limit where it can be drawn on their axes,
 * and the measured value with U on the zones of the decision rule.
 */
public final class JudgementPlot {

    /** What is shown before and after the stretch, as a share of it. */
    private static final double MARGIN = 0.1;

    private final Judgement judgement;
    private final Measurement measurement;
    private final Session session;
    private final Language language;
    private final @Nullable LimitMarks limits;

    private JudgementPlot(Judgement judgement, Measurement measurement, Session session, Language language) {
        this.judgement = judgement;
        this.measurement = measurement;
        this.session = session;
        this.language = language;
        Tolerance tolerance = judgement.tolerance();
        this.limits = tolerance == null ? null : new LimitMarks(measurement, tolerance, language);
    }

    /**
     * The plot as an SVG document.
     *
     * @param session its timeline holds the samples
     * @return empty where nothing was measured
     */
    public static Optional<String> svg(Judgement judgement, Session session, Language language) {
        return Optional.ofNullable(judgement.measurement())
                .map(measurement -> new JudgementPlot(judgement, measurement, session, language).draw());
    }

    private String draw() {
        List<Mark> times = limits == null ? List.of() : limits.times();
        double stretchFrom = measurement.from() / 1e9;
        double stretchTo = measurement.to() / 1e9;
        double last = DoubleStream.concat(
                        DoubleStream.of(stretchTo), times.stream().mapToDouble(Mark::at))
                .max()
                .orElse(stretchTo);
        double margin = Math.max((last - stretchFrom) * MARGIN, 0.05);
        double from = Math.max(0, stretchFrom - margin);
        return Drawing.of(new Plot(
                title(),
                judgement.reason().in(language),
                new Text("时间(自运行开始) / s", "time since the run's start / s").in(language),
                from,
                last + margin,
                stretchFrom,
                stretchTo,
                times,
                panels((long) (from * 1e9), (long) ((last + margin) * 1e9)),
                gauge()));
    }

    private String title() {
        return "%s %s: %s"
                .formatted(
                        judgement.requirement(),
                        judgement.limit(),
                        judgement.verdict().word().in(language));
    }

    private List<Panel> panels(long from, long to) {
        SignalPanels signals = new SignalPanels(session, from, to);
        measurement.signals().forEach(signals::add);
        List<Panel> panels = new ArrayList<>();
        signals.numbers()
                .forEach((unit, curves) -> panels.add(new Panel(
                        label(unit, curves),
                        curves,
                        List.of(),
                        limits == null ? List.of() : limits.values(unit, curves))));
        panels.addAll(signals.states());
        return panels;
    }

    private static String label(Unit unit, List<Curve> curves) {
        String names = String.join(", ", curves.stream().map(Curve::name).toList());
        return unit.equals(Unit.ONE) ? names : names + " / " + unit;
    }

    private @Nullable Gauge gauge() {
        Tolerance tolerance = judgement.tolerance();
        return tolerance == null
                ? null
                : GaugeOf.of(measurement, tolerance, language).orElse(null);
    }
}
