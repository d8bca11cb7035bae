package org.plumbline.run;

import java.util.Optional;
import java.util.function.Predicate;
import org.plumbline.bench.SignalSpec;
import org.plumbline.channel.Value;
import org.plumbline.measure.Points;
import org.plumbline.measure.Trace;
import org.plumbline.quantity.Quantity;
import org.plumbline.text.Text;
import org.plumbline.timeline.Observation.ChannelEvent;
import org.plumbline.timeline.Observation.Sample;
import org.plumbline.timeline.Timeline;

/**
 * Waits for the device on the timeline. What a condition needs may be there already: only what has happened since the
 * last change of the device's state counts, and a later observation begins no earlier than the condition came true.
 */
public final class Waiting {

    private final Trial trial;
    private final Session session;
    private final Timeline timeline;

    /** Waits for that trial. */
    public Waiting(Trial trial) {
        this.trial = trial;
        this.session = trial.session();
        this.timeline = session.timeline();
    }

    /**
     * Waits until a signal is there: a sample in the last {@code within} counts, since the device's state was changed and channels
     * that had broken are back.
     *
     * @param within nanoseconds
     * @throws NotReachedException where it does not arrive
     */
    public void arrives(String signal, long within) {
        long now = session.now();
        long from = Math.max(Math.max(now - within, session.undisturbedSince()), sinceRestored(now));
        if (timeline.await(signal, from, sample -> true, now + within).isEmpty()) {
            session.requireChannels();
            Text why = silence(signal).and(broke(now));
            throw new NotReachedException(new Text(
                    "信号 %s 在 %s 内没有数据%s".formatted(signal, seconds(within), why.zh()),
                    "signal %s did not arrive within %s%s".formatted(signal, seconds(within), why.en())));
        }
    }

    /**
     * What the scenario itself brought about counts however short it is. What stood before it began counts where it stands still:
     * since the first of the samples up to the newest that all fit.
     */
    private Optional<Sample> reach(String signal, Predicate<Sample> wanted, long within) {
        long now = session.now();
        long since = session.undisturbedSince();
        if (since > trial.from()) {
            return timeline.await(signal, since, wanted, now + within);
        }
        long from = Math.max(since, sinceRestored(now));
        Optional<Sample> standing = Optional.empty();
        for (Sample sample : timeline.samples(signal, from, now)) {
            standing = wanted.test(sample) ? standing.or(() -> Optional.of(sample)) : Optional.empty();
            from = sample.time();
        }
        return standing.isPresent() ? standing : timeline.await(signal, from, wanted, now + within);
    }

    /**
     * Waits until a signal has a value.
     *
     * @param within nanoseconds from now
     * @throws NotReachedException where it does not get there; says what it was instead
     */
    public void becomes(String signal, String value, long within) {
        long begun = session.now();
        SignalSpec spec = session.bench().signal(signal).orElseThrow();
        Optional<Sample> reached = reach(signal, sample -> sample.value().is(value, spec.unit()), within);
        if (reached.isEmpty()) {
            throw notReached(signal, new Text("变为“%s”", "become \"%s\"").with(value), begun, within);
        }
        trial.established(reached.get().time());
    }

    /**
     * Waits until a signal has been within a band without interruption for a time.
     *
     * @param lasting nanoseconds that it must stay
     * @param within nanoseconds from now
     * @throws NotReachedException where it does not
     */
    public void stays(String signal, Quantity target, Quantity band, long lasting, long within) {
        long begun = session.now();
        Dwell dwell = new Dwell(signal, target, band, lasting);
        Optional<Sample> reached = reach(signal, dwell, within);
        if (reached.isEmpty()) {
            throw notReached(
                    signal,
                    new Text("在 %s ± %s 内保持 %s", "stay at %s ± %s for %s").with(target, band, seconds(lasting)),
                    begun,
                    within);
        }
        trial.established(dwell.since);
    }

    /**
     * Observes for a time: takes the newest stretch that has been recorded since the state was established where it is
     * long enough, and waits for the rest otherwise. No channel is broken in it.
     *
     * @param duration nanoseconds
     * @throws org.plumbline.error.BenchException where a channel breaks meanwhile
     */
    public void observe(long duration) {
        session.requireChannels();
        long now = session.now();
        long earliest = Math.max(Math.max(session.undisturbedSince(), trial.established()), sinceRestored(now));
        boolean recorded = now - earliest >= duration;
        if (!recorded) {
            timeline.awaitTime(earliest + duration);
        }
        long from = recorded ? now - duration : earliest;
        session.requireChannels(from, from + duration);
        trial.observed(new Window(from, from + duration, recorded));
    }

    /** The first instant after it: the return itself still belongs to the loss. */
    private long sinceRestored(long now) {
        return timeline.events(0, now).stream()
                .filter(event -> event.kind() == ChannelEvent.Kind.RESTORED)
                .mapToLong(event -> event.time() + 1)
                .max()
                .orElse(0);
    }

    /**
     * Waits for the first sample after a time that fits.
     *
     * @param until nanoseconds since the run's start
     */
    public Optional<Sample> first(String signal, long from, Predicate<Sample> wanted, long until) {
        Optional<Sample> found = timeline.await(signal, from, wanted, until);
        if (found.isEmpty()) {
            session.requireChannels();
        }
        return found;
    }

    private NotReachedException notReached(String signal, Text goal, long begun, long within) {
        session.requireChannels();
        Optional<Sample> last = timeline.latest(signal).filter(sample -> sample.time() >= session.undisturbedSince());
        Text seen = last.map(sample -> new Text("；最后的值为 %s", "; its last value was %s")
                        .with(sample.value().shown()))
                .orElseGet(() -> silence(signal));
        Text why = seen.and(broke(begun));
        return new NotReachedException(new Text(
                "信号 %s 未能在 %s 内%s%s".formatted(signal, seconds(within), goal.zh(), why.zh()),
                "signal %s did not %s within %s%s".formatted(signal, goal.en(), seconds(within), why.en())));
    }

    /** The loss that ended a wait, where the channel is back by now. */
    private Text broke(long begun) {
        return timeline.events(begun, session.now()).stream()
                .filter(event -> event.kind() == ChannelEvent.Kind.LOST)
                .findFirst()
                .map(event -> new Text("；通道 %s 中断（%s），等待提前结束", "; the wait ended early, for channel %s broke (%s)")
                        .with(event.channel(), event.detail()))
                .orElse(Text.same(""));
    }

    private Text silence(String signal) {
        String channel = session.bench().signal(signal).orElseThrow().channel();
        long frames = timeline.frameCount(channel);
        long retained = timeline.retainedCount(channel);
        if (frames == 0 && retained > 0) {
            return new Text(
                            "；通道 %s 上只有代理保留的 %d 条旧报文，设备本次运行中未发送数据",
                            "; channel %s has only %d messages that the broker had kept from before: the device has sent nothing in this run")
                    .with(channel, retained);
        }
        int faulty = timeline.faults(channel, 0, session.now()).size();
        if (faulty > 0) {
            return new Text(
                            "；通道 %s 上已有 %d 帧，其中错误 %d 处，但不含该信号",
                            "; channel %s has carried %d frames with %d faults, but not this signal")
                    .with(channel, frames, faulty);
        }
        return frames == 0
                ? new Text("；通道 %s 上未收到任何数据", "; nothing has been received on channel %s").with(channel)
                : new Text("；通道 %s 上已有 %d 帧，但不含该信号", "; channel %s has carried %d frames, but not this signal")
                        .with(channel, frames);
    }

    private static String seconds(long nanos) {
        return Quantity.plain(nanos / 1e9) + " s";
    }

    /** Remembers since when the signal has been in the band. */
    private final class Dwell implements Predicate<Sample> {
        private final Trace shape;
        private final double target;
        private final double band;
        private final long lasting;
        private long since = -1;

        Dwell(String signal, Quantity target, Quantity band, long lasting) {
            this.shape = new Traces(session).trace(signal, Points.NONE);
            this.target = target.in(shape.unit());
            this.band = band.unit().convertDifference(band.value(), shape.unit());
            this.lasting = lasting;
        }

        @Override
        public boolean test(Sample sample) {
            boolean inside = sample.value() instanceof Value.Numeric numeric
                    && Math.abs(shape.difference(numeric.value(), target)) <= band;
            if (!inside) {
                since = -1;
            } else if (since < 0) {
                since = sample.time();
            }
            return inside && sample.time() - since >= lasting;
        }
    }
}
