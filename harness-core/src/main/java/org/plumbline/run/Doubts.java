package org.plumbline.run;

import java.util.List;
import java.util.Optional;
import org.plumbline.bench.Instrument;
import org.plumbline.bench.SignalSpec;
import org.plumbline.measure.Measurement;
import org.plumbline.quantity.Quantity;
import org.plumbline.standard.Completeness;
import org.plumbline.text.Text;
import org.plumbline.timeline.Observation.Sample;
import org.plumbline.timeline.Timeline;

/**
 * Why a measurement proves nothing although it has a value: what an instrument delivered in the stretch has holes, so the
 * extreme that is looked for may be in one. A device's own holes are what the standard judges, not a reason for doubt.
 */
public final class Doubts {

    private static final double NANOS = 1e-9;

    /** A gap is one that is so many times longer than the samples' mean interval. */
    private static final double OUTLIER = 3;

    private final Session session;
    private final Timeline timeline;
    private final Completeness required;

    /** Doubts from that session's timeline, by its standard's measure. */
    public Doubts(Session session) {
        this.session = session;
        this.timeline = session.timeline();
        this.required = session.standard().completeness();
    }

    /**
     * The measurement, doubted where an instrument's record is not whole.
     *
     * @param observed the stretch that the measurement was taken from; empty where it made its own
     */
    public Measurement weigh(Measurement measurement, Optional<Window> observed) {
        Window stretch = observed.filter(
                        window -> window.from() <= measurement.from() && measurement.to() <= window.to())
                .orElse(new Window(measurement.from(), measurement.to(), false));
        return measurement.signals().stream()
                .flatMap(signal -> doubt(signal, stretch).stream())
                .findFirst()
                .map(measurement::doubted)
                .orElse(measurement);
    }

    private Optional<Text> doubt(String signal, Window stretch) {
        Optional<Instrument> instrument = session.bench().instrumentOf(signal);
        if (instrument.isEmpty()) {
            return Optional.empty();
        }
        SignalSpec spec = instrument.get().signals().get(signal);
        List<Sample> samples = timeline.samples(signal, stretch.from(), stretch.to());
        return faulty(spec, samples.size(), stretch).or(() -> gap(signal, samples, stretch));
    }

    /** Every frame has either a sample of the signal or a fault. */
    private Optional<Text> faulty(SignalSpec signal, int good, Window stretch) {
        int bad =
                timeline.faults(signal.channel(), stretch.from(), stretch.to()).size();
        return bad <= required.faultyFrames() * (good + bad)
                ? Optional.empty()
                : Optional.of(new Text(
                                "测量仪器通道 %s 在该时段内 %d 帧中有 %d 帧错误（允许 %s %%），不能据此判定",
                                "on the instrument's channel %s, of %d frames in the stretch %d are faulty (allowed: %s %%): not judged")
                        .with(signal.channel(), good + bad, bad, Quantity.plain(required.faultyFrames() * 100)));
    }

    private Optional<Text> gap(String signal, List<Sample> samples, Window stretch) {
        int intervals = samples.size() - 1;
        if (intervals < 1) {
            return Optional.empty();
        }
        long mean = (samples.get(intervals).time() - samples.get(0).time()) / intervals;
        double allowed = Math.max(required.gapSeconds(), OUTLIER * mean * NANOS);
        double gap = largestGap(samples, stretch) * NANOS;
        return gap <= allowed
                ? Optional.empty()
                : Optional.of(new Text(
                                "测量仪器的信号 %s 在该时段内中断 %.3f s（允许 %.3f s），不能据此判定",
                                "the instrument's signal %s has a gap of %.3f s in the stretch (allowed: %.3f s): not judged")
                        .with(signal, gap, allowed));
    }

    private static long largestGap(List<Sample> samples, Window stretch) {
        long largest = 0;
        long previous = stretch.from();
        for (Sample sample : samples) {
            largest = Math.max(largest, sample.time() - previous);
            previous = sample.time();
        }
        return Math.max(largest, stretch.to() - previous);
    }
}
