package org.plumbline.plot;

import java.util.List;

/** Draws the curves of one panel with their limits. */
final class PanelDrawing {

    /** Distinguishable also for the colour-blind (Okabe and Ito, 2008). */
    private static final List<String> COLOURS = List.of("#0072b2", "#e69f00", "#009e73", "#cc79a7", "#56b4e9");

    private static final int TICKS = 6;

    private final Svg svg;
    private final Plot plot;
    private final Panel panel;
    private final Scale time;
    private final double top;
    private final double bottom;
    private final Scale value;

    PanelDrawing(Svg svg, Plot plot, Panel panel, Scale time, double top, double bottom) {
        this.svg = svg;
        this.plot = plot;
        this.panel = panel;
        this.time = time;
        this.top = top;
        this.bottom = bottom;
        this.value = panel.scale(top, bottom);
    }

    void draw() {
        double x = time.pixel(plot.stretchFrom());
        svg.rectangle(x, top, time.pixel(plot.stretchTo()) - x, bottom - top, "fill=\"#f1f4f8\"");
        grid();
        svg.rectangle(Drawing.LEFT, top, Drawing.RIGHT - Drawing.LEFT, bottom - top, "fill=\"none\" " + Drawing.AXIS);
        band();
        for (int i = 0; i < panel.curves().size(); i++) {
            curve(panel.curves().get(i), colour(i));
        }
        panel.marks().forEach(this::across);
        plot.times().forEach(this::upright);
        legend();
        double middle = (top + bottom) / 2;
        svg.text(
                18,
                middle,
                "text-anchor=\"middle\" fill=\"#202124\" transform=\"rotate(-90 18 " + Svg.number(middle) + ")\"",
                panel.label());
    }

    private static String colour(int i) {
        return COLOURS.get(i % COLOURS.size());
    }

    private void grid() {
        if (panel.levels().isEmpty()) {
            value.ticks(TICKS).forEach(tick -> tick(tick, value.label(tick, TICKS)));
        }
        for (int i = 0; i < panel.levels().size(); i++) {
            tick(i, panel.levels().get(i));
        }
    }

    private void tick(double at, String label) {
        double y = value.pixel(at);
        svg.line(Drawing.LEFT, y, Drawing.RIGHT, y, Drawing.GRID);
        svg.text(Drawing.LEFT - 6, y + 4, "text-anchor=\"end\" " + Drawing.GREY, label);
    }

    /** What lies between two limits is where the value should be. */
    private void band() {
        List<Mark> limits = panel.marks().stream().filter(Mark::limit).toList();
        if (limits.size() == 2) {
            double y = value.pixel(limits.get(1).at());
            double height = value.pixel(limits.get(0).at()) - y;
            svg.rectangle(
                    Drawing.LEFT,
                    y,
                    Drawing.RIGHT - Drawing.LEFT,
                    height,
                    "fill=\"#009e73\" fill-opacity=\"0.12\" class=\"band\"");
        }
    }

    private void curve(Curve whole, String colour) {
        Curve curve = Thinning.of(whole, plot.from(), plot.to(), (int) (Drawing.RIGHT - Drawing.LEFT));
        StringBuilder points = new StringBuilder();
        for (int i = 0; i < curve.x().length; i++) {
            double x = time.pixel(curve.x()[i]);
            if (curve.held() && i > 0) {
                point(points, x, curve.y()[i - 1]);
            }
            point(points, x, curve.y()[i]);
        }
        int last = curve.x().length - 1;
        if (curve.held() || last == 0) {
            svg.circle(time.pixel(curve.x()[last]), value.pixel(curve.y()[last]), 3, "fill=\"" + colour + "\"");
        }
        svg.polyline(points, "class=\"curve\" stroke-width=\"1.5\" stroke=\"" + colour + "\"");
    }

    private void point(StringBuilder points, double x, double y) {
        points.append(Svg.number(x))
                .append(',')
                .append(Svg.number(value.pixel(y)))
                .append(' ');
    }

    private void across(Mark mark) {
        double y = value.pixel(mark.at());
        svg.line(Drawing.LEFT, y, Drawing.RIGHT, y, stroke(mark));
        svg.text(Drawing.LEFT + 6, y - 4, fill(mark), mark.label());
    }

    private void upright(Mark mark) {
        double x = time.pixel(mark.at());
        svg.line(x, top, x, bottom, stroke(mark));
        boolean room = x < (Drawing.LEFT + Drawing.RIGHT) / 2;
        svg.text(
                room ? x + 5 : x - 5,
                top + 14,
                "text-anchor=\"%s\" ".formatted(room ? "start" : "end") + fill(mark),
                mark.label());
    }

    private static String stroke(Mark mark) {
        return mark.limit()
                ? "class=\"limit\" stroke-dasharray=\"7 4\" stroke-width=\"1.5\" stroke=\"" + Drawing.LIMIT + "\""
                : "class=\"set-point\" stroke-dasharray=\"2 3\" stroke-width=\"1\" stroke=\"#5f6368\"";
    }

    private static String fill(Mark mark) {
        String halo = "paint-order=\"stroke\" stroke=\"#ffffff\" stroke-width=\"3\" ";
        return halo + (mark.limit() ? "fill=\"" + Drawing.LIMIT + "\"" : Drawing.GREY);
    }

    private void legend() {
        for (int i = 0; panel.curves().size() > 1 && i < panel.curves().size(); i++) {
            double y = bottom - 10 - 16 * (panel.curves().size() - 1 - i);
            svg.line(
                    Drawing.RIGHT - 30,
                    y - 4,
                    Drawing.RIGHT - 8,
                    y - 4,
                    "stroke-width=\"3\" stroke=\"" + colour(i) + "\"");
            svg.text(
                    Drawing.RIGHT - 36,
                    y,
                    "text-anchor=\"end\" fill=\"#202124\"",
                    panel.curves().get(i).name());
        }
    }
}
