package org.plumbline.run;

import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.plumbline.bench.SignalSpec;
import org.plumbline.channel.Value;
import org.plumbline.measure.Points;
import org.plumbline.measure.Trace;
import org.plumbline.quantity.Quantity;
import org.plumbline.text.Text;
import org.plumbline.timeline.FrameCount;
import org.plumbline.timeline.Observation.ChannelEvent;
import org.plumbline.timeline.Observation.Sample;
import org.plumbline.timeline.Samples;
import org.plumbline.timeline.Timeline;

/**
 * Waits for the device on the timeline. What a condition needs may be there already: only what has happened since the
 * last change of the device's state counts, and a later observation begins no earlier than the condition came true.
 */
public final class Waiting {

    /** After that what held the harness up meanwhile is known. */
    private static final long HELD_UP = 5_000_000L;

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
     * since the first of the samples up to the newest that all fit, unless the signal is silent since.
     *
     * @param wanted has {@link Dwell#since} afterwards, where it was reached
     */
    private boolean reach(String signal, Dwell wanted, long within) {
        long now = session.now();
        long from = session.undisturbedSince();
        if (from <= trial.from()) {
            from = Math.max(from, sinceRestored(now));
            Samples before = timeline.samples(signal, from, now);
            int newest = before.size() - 1;
            if (newest >= 0 && isSilent(signal, before.time(newest), now)) {
                from = before.time(newest) + 1;
            } else if (newest >= 0) {
                from = before.time(firstOf(before, wanted));
                if (wanted.lasts(from, before.get(newest))) {
                    return true;
                }
            }
        }
        return timeline.await(signal, from, wanted, now + within).isPresent();
    }

    /** Where a state that all samples to the newest show begins; the newest where it does not show it. */
    private static int firstOf(Samples before, Dwell wanted) {
        int first = before.size();
        while (first > 0 && wanted.fits(before.get(first - 1))) {
            first--;
        }
        return Math.min(first, before.size() - 1);
    }

    /** Whether a signal that declares its interval has had no sample for longer than that lets pass. */
    private boolean isSilent(String signal, long newest, long now) {
        SignalSpec spec = session.bench().signal(signal).orElseThrow();
        @Nullable Double interval = spec.sampling().intervalSeconds();
        return interval != null && (now - newest) / 1e9 > Doubts.allowed(interval);
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
        Dwell dwell = new Dwell(sample -> sample.value().is(value, spec.unit()), 0);
        if (!reach(signal, dwell, within)) {
            throw notReached(signal, new Text("变为“%s”", "become \"%s\"").with(value), begun, within);
        }
        trial.established(dwell.since);
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
        Dwell dwell = new Dwell(band(signal, target, band), lasting);
        if (!reach(signal, dwell, within)) {
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
        long unasked = Math.max(session.unchangedSince(), session.lastSent() + 1);
        long earliest = Math.max(Math.max(session.undisturbedSince(), trial.established()), sinceRestored(now));
        boolean recorded = now - earliest >= duration;
        if (recorded) {
            timeline.look(now);
        } else {
            timeline.awaitTime(earliest + duration);
        }
        long from = recorded ? now - duration : earliest;
        session.requireChannels(from, from + duration);
        trial.observed(new Window(from, from + duration, recorded), unasked);
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

    /** Waits until it is known what held the harness up at a time stamp, ns: before that a time that ends there is worth nothing. */
    public void knowsWhatHeldUp(long stamp) {
        timeline.awaitWhatHeldUp(stamp + HELD_UP);
    }

    private NotReachedException notReached(String signal, Text goal, long begun, long within) {
        session.requireChannels();
        Optional<Sample> last = timeline.latest(signal).filter(sample -> sample.time() >= session.undisturbedSince());
        Text seen = last.map(sample -> new Text("；最后的值为 %s", "; its last value was %s")
                        .with(sample.value().shown())
                        .and(overdue(signal, sample.time())))
                .orElseGet(() -> silence(signal));
        Text why = seen.and(unheard()).and(declined()).and(broke(begun));
        return new NotReachedException(new Text(
                "信号 %s 未能在 %s 内%s%s".formatted(signal, seconds(within), goal.zh(), why.zh()),
                "signal %s did not %s within %s%s".formatted(signal, goal.en(), seconds(within), why.en())));
    }

    private Text overdue(String signal, long newest) {
        long now = session.now();
        return isSilent(signal, newest, now)
                ? new Text("，此后 %.1f s 无数据", ", and there were no data for %.1f s since").with((now - newest) / 1e9)
                : Text.same("");
    }

    private Text unheard() {
        return new Unheard(session)
                .cause(session.lastChange(), Long.MAX_VALUE)
                .map(cause ->
                        new Text("；代理称命令无人接收（%s）", "; the broker says that a command reached nobody (%s)").with(cause))
                .orElse(Text.same(""));
    }

    private Text declined() {
        return new Declined(session)
                .words(session.lastChange(), Long.MAX_VALUE)
                .map(new Text("；%s", "; %s")::with)
                .orElse(Text.same(""));
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
        Optional<Sample> last = timeline.latest(signal);
        if (last.isPresent()) {
            double at = last.get().time() / 1e9;
            return new Text("；最后一次在 t=%.1f s，此后 %.1f s 无数据", "; it came last at t=%.1f s, and not for %.1f s since")
                    .with(at, session.now() / 1e9 - at);
        }
        FrameCount frames = timeline.received(channel, 0, session.now());
        long retained = timeline.retainedCount(channel);
        if (frames.all() == 0 && retained > 0) {
            return new Text(
                            "；通道 %s 上只有代理保留的 %d 条旧报文，设备本次运行中未发送数据",
                            "; channel %s has only %d messages that the broker had kept from before: the device has sent nothing in this run")
                    .with(channel, retained);
        }
        if (frames.faulty() > 0) {
            return new Text(
                            "；通道 %s 上应有 %d 帧，其中 %d 帧有误或缺失，但不含该信号",
                            "; of %2$d frames on channel %1$s %3$d are faulty or missing, and none has this signal")
                    .with(channel, frames.all(), frames.faulty());
        }
        return frames.all() == 0
                ? new Text("；通道 %s 上未收到任何数据", "; nothing has been received on channel %s").with(channel)
                : new Text("；通道 %s 上已收到 %d 帧，但不含该信号", "; channel %s has brought %d frames, but not this signal")
                        .with(channel, frames.all());
    }

    private static String seconds(long nanos) {
        return Quantity.plain(nanos / 1e9) + " s";
    }

    private Predicate<Sample> band(String signal, Quantity target, Quantity band) {
        Trace shape = new Traces(session).trace(signal, Points.NONE);
        double middle = target.in(shape.unit());
        double halfWidth = band.unit().convertDifference(band.value(), shape.unit());
        return sample -> sample.value() instanceof Value.Numeric numeric
                && Math.abs(shape.difference(numeric.value(), middle)) <= halfWidth;
    }

    /** Remembers since when the samples have fitted. */
    private static final class Dwell implements Predicate<Sample> {
        private final Predicate<Sample> wanted;
        private final long lasting;
        private long since = -1;

        Dwell(Predicate<Sample> wanted, long lasting) {
            this.wanted = wanted;
            this.lasting = lasting;
        }

        boolean fits(Sample sample) {
            return wanted.test(sample);
        }

        /** Whether it has lasted long enough, where all samples from then to this one fit if this one does. */
        boolean lasts(long from, Sample newest) {
            since = fits(newest) ? from : -1;
            return since >= 0 && newest.time() - since >= lasting;
        }

        @Override
        public boolean test(Sample sample) {
            return lasts(since < 0 ? sample.time() : since, sample);
        }
    }
}
