package org.plumbline.measure;

import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.plumbline.quantity.Unit;
import org.plumbline.text.Text;
import org.plumbline.uncertainty.Contribution;

/** Traces for tests: one sample a second from 0 s, unless times are given. */
final class Samples {

    static final long SECOND = 1_000_000_000L;

    private Samples() {}

    static Unit unit(String symbol) {
        return Unit.of(symbol).orElseThrow();
    }

    static Trace of(String unit, double u, double... values) {
        return at(
                unit,
                null,
                u,
                IntStream.range(0, values.length).mapToLong(i -> i * SECOND).toArray(),
                values);
    }

    static Trace onCircle(double u, double... degrees) {
        return at(
                "deg",
                360.0,
                u,
                IntStream.range(0, degrees.length).mapToLong(i -> i * SECOND).toArray(),
                degrees);
    }

    static Trace at(String unit, @Nullable Double circle, double u, long[] times, double... values) {
        return new Trace(
                "signal-" + unit,
                unit(unit),
                circle,
                List.of(Contribution.calibration(u, 2).named(Text.same("U of signal-" + unit + "/" + values.length))),
                Points.of(times, values));
    }
}
