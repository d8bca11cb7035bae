package org.plumbline.plot;

import org.jspecify.annotations.Nullable;

/** Lays a plot out from top to bottom and draws it. */
final class Drawing {

    static final double WIDTH = 900;
    static final double LEFT = 84;
    static final double RIGHT = WIDTH - 24;
    static final String AXIS = "stroke=\"#9aa0a6\" stroke-width=\"1\"";
    static final String GRID = "stroke=\"#e3e6e8\" stroke-width=\"1\"";
    static final String LIMIT = "#c0392b";
    static final String GREY = "fill=\"#5f6368\"";

    private static final double TOP = 70;
    private static final double PANEL = 210;
    private static final double GAP = 18;
    private static final double TIME_AXIS = 52;

    private final Plot plot;
    private final Scale time;
    private final Svg svg;

    private Drawing(Plot plot) {
        this.plot = plot;
        this.time = new Scale(plot.from(), plot.to(), LEFT, RIGHT);
        this.svg = new Svg(WIDTH, height(plot));
    }

    /** The whole document. */
    static String of(Plot plot) {
        return new Drawing(plot).draw();
    }

    private static double height(Plot plot) {
        return gaugeTop(plot) + (plot.gauge() == null ? 0 : GaugeDrawing.HEIGHT);
    }

    private static double gaugeTop(Plot plot) {
        int panels = plot.panels().size();
        return panels == 0 ? TOP : TOP + panels * PANEL + (panels - 1) * GAP + TIME_AXIS;
    }

    private String draw() {
        svg.text(LEFT, 28, "font-size=\"17\" font-weight=\"bold\" fill=\"#202124\"", plot.title());
        svg.text(LEFT, 50, "font-size=\"13\" " + GREY, plot.note());
        double top = TOP;
        for (Panel panel : plot.panels()) {
            new PanelDrawing(svg, plot, panel, time, top, top + PANEL).draw();
            top += PANEL + GAP;
        }
        if (!plot.panels().isEmpty()) {
            timeAxis(top - GAP);
        }
        gauge(plot.gauge());
        return svg.end();
    }

    private void gauge(@Nullable Gauge gauge) {
        if (gauge != null) {
            new GaugeDrawing(svg, gauge, gaugeTop(plot)).draw();
        }
    }

    private void timeAxis(double y) {
        int about = 10;
        for (double tick : time.ticks(about)) {
            double x = time.pixel(tick);
            svg.line(x, y, x, y + 5, AXIS);
            svg.text(x, y + 18, "text-anchor=\"middle\" " + GREY, time.label(tick, about));
        }
        svg.text((LEFT + RIGHT) / 2, y + 38, "text-anchor=\"middle\" fill=\"#202124\"", plot.timeLabel());
    }
}
