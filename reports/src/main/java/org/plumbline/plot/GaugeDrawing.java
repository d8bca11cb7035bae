package org.plumbline.plot;

import org.plumbline.verdict.Verdict;

/** Draws where the measured value lies with respect to limit and guard band. */
final class GaugeDrawing {

    static final double HEIGHT = 112;

    private static final int TICKS = 9;

    private final Svg svg;
    private final Gauge gauge;
    private final double top;
    private final Scale scale;

    GaugeDrawing(Svg svg, Gauge gauge, double top) {
        this.svg = svg;
        this.gauge = gauge;
        this.top = top;
        this.scale = new Scale(gauge.from(), gauge.to(), Drawing.LEFT, Drawing.RIGHT);
    }

    void draw() {
        double zoneTop = top + 24;
        double zoneBottom = zoneTop + 30;
        for (Gauge.Zone zone : gauge.zones()) {
            double x = scale.pixel(zone.from());
            svg.rectangle(x, zoneTop, scale.pixel(zone.to()) - x, zoneBottom - zoneTop, fill(zone.verdict()));
        }
        for (Mark end : gauge.ends()) {
            double x = scale.pixel(end.at());
            svg.line(
                    x,
                    zoneTop - 4,
                    x,
                    zoneBottom + 4,
                    "class=\"limit\" stroke-width=\"2\" stroke=\"" + Drawing.LIMIT + "\"");
            svg.text(x, zoneTop - 8, anchor(x) + "fill=\"" + Drawing.LIMIT + "\"", end.label());
        }
        value((zoneTop + zoneBottom) / 2);
        for (double tick : scale.ticks(TICKS)) {
            double x = scale.pixel(tick);
            svg.line(x, zoneBottom, x, zoneBottom + 5, Drawing.AXIS);
            svg.text(x, zoneBottom + 18, "text-anchor=\"middle\" " + Drawing.GREY, scale.label(tick, TICKS));
        }
        svg.text(
                (Drawing.LEFT + Drawing.RIGHT) / 2,
                zoneBottom + 38,
                "text-anchor=\"middle\" fill=\"#202124\"",
                gauge.label());
    }

    /** The point with U on both sides; a value that is only known from below points to the right. */
    private void value(double y) {
        double x = scale.pixel(gauge.value());
        double left = scale.pixel(gauge.value() - gauge.below());
        double right = gauge.atLeast() ? Drawing.RIGHT : scale.pixel(gauge.value() + gauge.above());
        String stroke = "stroke=\"#202124\" stroke-width=\"2\"";
        svg.line(left, y, right, y, stroke);
        svg.line(left, y - 6, left, y + 6, stroke);
        if (gauge.atLeast()) {
            svg.text(right, y + 5, "text-anchor=\"end\" font-size=\"16\"", "▶");
        } else {
            svg.line(right, y - 6, right, y + 6, stroke);
        }
        svg.circle(x, y, 5, "class=\"value\" fill=\"#202124\"");
    }

    private static String anchor(double x) {
        String anchor = x < Drawing.LEFT + 60 ? "start" : x > Drawing.RIGHT - 60 ? "end" : "middle";
        return "text-anchor=\"" + anchor + "\" ";
    }

    private static String fill(Verdict verdict) {
        return switch (verdict) {
            case PASS -> "fill=\"#b7e1cd\"";
            case FAIL -> "fill=\"#f4c7c3\"";
            default -> "fill=\"#fde8b2\"";
        };
    }
}
