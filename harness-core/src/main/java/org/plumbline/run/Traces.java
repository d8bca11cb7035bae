package org.plumbline.run;

import org.jspecify.annotations.Nullable;
import org.plumbline.bench.Calibration;
import org.plumbline.bench.SignalSpec;
import org.plumbline.measure.Points;
import org.plumbline.measure.Times;
import org.plumbline.measure.Trace;
import org.plumbline.quantity.Quantity;
import org.plumbline.text.Text;
import org.plumbline.timeline.Samples;

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
        Samples samples = session.timeline().samples(name, from, to);
        if (samples.isEmpty()) {
            throw new NotReachedException(
                    new Text("信号 %s 在该时段内没有样本", "signal %s has no samples in the stretch").with(name));
        }
        requireNumbers(name, samples);
        return trace(name, new Numbers(samples));
    }

    /** The samples of a signal in a window. */
    public Trace of(String name, Window window) {
        return of(name, window.from(), window.to());
    }

    /** A trace of values derived from a signal's samples. */
    public Trace trace(String name, Points points) {
        SignalSpec signal = session.bench().signal(name).orElseThrow();
        Calibration calibration = calibration(name);
        Quantity declared = calibration != null && fits(calibration, signal)
                ? calibration.expandedUncertainty()
                : signal.uncertainty();
        double k =
                calibration != null && declared == calibration.expandedUncertainty() ? calibration.coverageFactor() : 2;
        double u = declared == null ? 0 : declared.unit().convertDifference(declared.value(), signal.unit());
        return new Trace(name, signal.unit(), signal.circle(), u, k, points);
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

    /** When samples came, read as they are needed. */
    public static Times times(Samples samples) {
        return new Numbers(samples);
    }

    private static void requireNumbers(String name, Samples samples) {
        for (int i = 0; i < samples.size(); i++) {
            if (Double.isNaN(samples.number(i))) {
                throw new NotReachedException(
                        new Text("信号 %s 的值“%s”不是数值", "signal %s has the value \"%s\", which is not a number")
                                .with(name, samples.value(i).shown()));
            }
        }
    }

    /** Samples that are numbers, read as they are needed. */
    private record Numbers(Samples samples) implements Points {
        @Override
        public int size() {
            return samples.size();
        }

        @Override
        public long time(int index) {
            return samples.time(index);
        }

        @Override
        public double value(int index) {
            return samples.number(index);
        }
    }
}
