package org.plumbline.plot;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import org.plumbline.quantity.Quantity;

/**
 * Maps values to pixels.
 *
 * @param from value at {@code pixelFrom}
 * @param to value at {@code pixelTo}, not equal to {@code from}
 */
record Scale(double from, double to, double pixelFrom, double pixelTo) {

    /** A scale that shows all values with some room around them; a single value gets room of its own size. */
    static Scale around(double least, double largest, double room, double pixelFrom, double pixelTo) {
        double extent = largest - least;
        if (!(extent > Math.max(Math.abs(least), Math.abs(largest)) * 1e-9)) {
            extent = least == 0 ? 1 : Math.abs(least) * 0.1;
        }
        return new Scale(least - extent * room, largest + extent * room, pixelFrom, pixelTo);
    }

    double pixel(double value) {
        return pixelFrom + (value - from) / (to - from) * (pixelTo - pixelFrom);
    }

    /** Values at round distances, at most about that many. */
    List<Double> ticks(int about) {
        double step = step(about);
        List<Double> ticks = new ArrayList<>();
        for (double n = Math.ceil(from / step); n * step <= to && ticks.size() <= 2 * about; n++) {
            ticks.add(n * step);
        }
        return ticks;
    }

    private double step(int about) {
        double rough = (to - from) / about;
        double power = Math.pow(10, Math.floor(Math.log10(rough)));
        double mantissa = rough / power;
        return power * (mantissa <= 1 ? 1 : mantissa <= 2 ? 2 : mantissa <= 5 ? 5 : 10);
    }

    /** A tick's number with no more digits than the distance of ticks needs. */
    String label(double tick, int about) {
        int digits = Math.max(0, (int) -Math.floor(Math.log10(step(about))));
        return Quantity.plain(BigDecimal.valueOf(tick)
                .setScale(digits, RoundingMode.HALF_EVEN)
                .doubleValue());
    }
}
