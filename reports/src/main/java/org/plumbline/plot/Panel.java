package org.plumbline.plot;

import java.util.List;
import java.util.stream.DoubleStream;

/**
 * Curves over one value axis.
 *
 * @param label of the value axis, with the unit
 * @param levels names of the values 0, 1, 2, ... of a state; empty for numbers
 * @param marks lines at values
 */
record Panel(String label, List<Curve> curves, List<String> levels, List<Mark> marks) {

    Scale scale(double top, double bottom) {
        if (!levels.isEmpty()) {
            return new Scale(-0.5, levels.size() - 0.5, bottom, top);
        }
        double least = values().min().orElse(0);
        double largest = values().max().orElse(1);
        return Scale.around(least, largest, 0.08, bottom, top);
    }

    private DoubleStream values() {
        return DoubleStream.concat(
                        curves.stream().flatMapToDouble(curve -> DoubleStream.of(curve.y())),
                        marks.stream().mapToDouble(Mark::at))
                .filter(Double::isFinite);
    }
}
