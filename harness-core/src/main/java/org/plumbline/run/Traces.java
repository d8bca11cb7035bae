package org.plumbline.run;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.plumbline.bench.Calibration;
import org.plumbline.bench.SignalSpec;
import org.plumbline.channel.Value;
import org.plumbline.measure.Trace;
import org.plumbline.quantity.Quantity;
import org.plumbline.text.Text;
import org.plumbline.timeline.Observation.Sample;

/** Numeric traces of signals, with the uncertainty that calibration or device description give them. */
public final class Traces {

    private final Session session;

    /** Traces from that session's timeline. */
    public Traces(Session session) {
        this.session = session;
    }

    /**
     * The samples of a signal in a stretch.
     *
     * @throws NotReachedException where there are none, or they are not numbers
     */
    public Trace of(String name, long from, long to) {
        List<Sample> samples = session.timeline().samples(name, from, to);
        if (samples.isEmpty()) {
            throw new NotReachedException(
                    new Text("信号 %s 在该时段内没有样本", "signal %s has no samples in the stretch").with(name));
        }
        return trace(
                name,
                samples.stream().mapToLong(Sample::time).toArray(),
                samples.stream()
                        .mapToDouble(sample -> number(name, sample.value()))
                        .toArray());
    }

    /** The samples of a signal in a window. */
    public Trace of(String name, Window window) {
        return of(name, window.from(), window.to());
    }

    /** A trace of values derived from a signal's samples. */
    public Trace trace(String name, long[] times, double[] values) {
        SignalSpec signal = session.bench().signal(name).orElseThrow();
        Calibration calibration = calibration(name);
        Quantity declared = calibration != null && fits(calibration, signal)
                ? calibration.expandedUncertainty()
                : signal.uncertainty();
        double k =
                calibration != null && declared == calibration.expandedUncertainty() ? calibration.coverageFactor() : 2;
        double u = declared == null ? 0 : declared.unit().convertDifference(declared.value(), signal.unit());
        return new Trace(name, signal.unit(), signal.circle(), u, k, times, values);
    }

    /** A signal's own uncertainty wins: an instrument may measure several quantities. */
    private static boolean fits(Calibration calibration, SignalSpec signal) {
        return signal.uncertainty() == null
                && calibration.expandedUncertainty().unit().isCommensurableWith(signal.unit());
    }

    private @Nullable Calibration calibration(String name) {
        return session.bench()
                .instrumentOf(name)
                .map(instrument -> instrument.calibration())
                .orElse(null);
    }

    private static double number(String name, Value value) {
        if (value instanceof Value.Numeric numeric && !Double.isNaN(numeric.value())) {
            return numeric.value();
        }
        throw new NotReachedException(
                new Text("信号 %s 的值“%s”不是数值", "signal %s has the value \"%s\", which is not a number")
                        .with(name, value.shown()));
    }
}
