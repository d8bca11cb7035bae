package org.plumbline.run;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.plumbline.bench.Calibration;
import org.plumbline.bench.ErrorLimits;
import org.plumbline.bench.SignalSpec;
import org.plumbline.measure.Points;
import org.plumbline.measure.Times;
import org.plumbline.measure.Trace;
import org.plumbline.quantity.Quantity;
import org.plumbline.text.Text;
import org.plumbline.timeline.Samples;
import org.plumbline.uncertainty.Contribution;

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
     * @throws FileAwaitedException where they come as a file that has not come
     */
    public Trace of(String name, long from, long to) {
        session.requireFile(name);
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
        return new Trace(name, signal.unit(), signal.circle(), contributions(signal), points);
    }

    /**
     * Of one sample: what certificate or description say, error limits, and the step of the indication. That step alone is no
     * uncertainty: nothing is then known of how far the indication is off.
     */
    private List<Contribution> contributions(SignalSpec signal) {
        List<Contribution> rows = new ArrayList<>();
        Calibration calibration = calibration(signal.name());
        Quantity declared = signal.uncertainty();
        if (calibration != null && fits(calibration, signal)) {
            rows.add(Contribution.calibration(
                            in(calibration.expandedUncertainty(), signal), calibration.coverageFactor())
                    .withDegreesOfFreedom(calibration.degreesOfFreedom())
                    .named(new Text("%s：校准证书 %s", "%s: calibration certificate %s")
                            .with(signal.name(), calibration.certificate())));
        } else if (declared != null) {
            rows.add(Contribution.calibration(in(declared, signal), 2)
                    .named(new Text("%s：声明的不确定度", "%s: declared uncertainty").with(signal.name())));
        }
        ErrorLimits limits = signal.errorLimits();
        if (limits != null) {
            Text name = new Text("%s：误差限", "%s: error limits").with(signal.name());
            rows.add(Contribution.within(name, 0, limits.halfWidth(), limits.distribution()));
        }
        Double step = signal.sampling().resolution();
        if (step != null && !rows.isEmpty()) {
            rows.add(Contribution.resolution(step).named(new Text("%s：分辨力", "%s: resolution").with(signal.name())));
        }
        return rows;
    }

    private static double in(Quantity uncertainty, SignalSpec signal) {
        return uncertainty.unit().convertDifference(uncertainty.value(), signal.unit());
    }

    /** A signal's own uncertainty wins: an instrument may measure several quantities. */
    private static boolean fits(Calibration calibration, SignalSpec signal) {
        return signal.uncertainty() == null
                && calibration.expandedUncertainty().unit().measuresDifferencesOf(signal.unit());
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
