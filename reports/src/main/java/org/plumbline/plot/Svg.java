package org.plumbline.plot;

import java.util.Locale;

/** Writes SVG. Text stays text, so that every reader shows it in a font of its own. */
final class Svg {

    private final StringBuilder out = new StringBuilder();

    Svg(double width, double height) {
        out.append("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %s %s\" width=\"%s\" height=\"%s\""
                .formatted(number(width), number(height), number(width), number(height)));
        out.append(" font-family=\"sans-serif\" font-size=\"12\">\n");
        rectangle(0, 0, width, height, "fill=\"#ffffff\"");
    }

    /** @param attributes written as they are */
    void rectangle(double x, double y, double width, double height, String attributes) {
        element("rect x=\"%s\" y=\"%s\" width=\"%s\" height=\"%s\"", attributes, x, y, width, height);
    }

    /** @param attributes written as they are */
    void line(double x1, double y1, double x2, double y2, String attributes) {
        element("line x1=\"%s\" y1=\"%s\" x2=\"%s\" y2=\"%s\"", attributes, x1, y1, x2, y2);
    }

    /** @param attributes written as they are */
    void circle(double x, double y, double radius, String attributes) {
        element("circle cx=\"%s\" cy=\"%s\" r=\"%s\"", attributes, x, y, radius);
    }

    /** @param attributes written as they are */
    void text(double x, double y, String attributes, String words) {
        out.append(
                "<text x=\"%s\" y=\"%s\" %s>%s</text>%n".formatted(number(x), number(y), attributes, escaped(words)));
    }

    /** @param attributes written as they are */
    void polyline(CharSequence points, String attributes) {
        out.append("<polyline fill=\"none\" ")
                .append(attributes)
                .append(" points=\"")
                .append(points)
                .append("\"/>\n");
    }

    String end() {
        return out + "</svg>\n";
    }

    private void element(String form, String attributes, double... numbers) {
        Object[] texts = new Object[numbers.length];
        for (int i = 0; i < numbers.length; i++) {
            texts[i] = number(numbers[i]);
        }
        out.append('<')
                .append(form.formatted(texts))
                .append(' ')
                .append(attributes)
                .append("/>\n");
    }

    /** A coordinate: a tenth of a pixel is enough. */
    static String number(double value) {
        return String.format(Locale.ROOT, "%.1f", value);
    }

    /** What XML 1.0 cannot hold becomes a replacement character: names come from other people's files. */
    static String escaped(String words) {
        StringBuilder escaped = new StringBuilder(words.length());
        words.codePoints().forEach(c -> {
            switch (c) {
                case '&' -> escaped.append("&amp;");
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case '"' -> escaped.append("&quot;");
                default -> escaped.appendCodePoint(allowed(c) ? c : 0xFFFD);
            }
        });
        return escaped.toString();
    }

    private static boolean allowed(int c) {
        return c >= 0x20 && !(c >= 0xD800 && c <= 0xDFFF) && c != 0xFFFE && c != 0xFFFF || c == '\t' || c == '\n';
    }
}
