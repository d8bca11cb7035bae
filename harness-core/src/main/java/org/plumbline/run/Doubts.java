package org.plumbline.run;

import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongFunction;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.plumbline.alignment.AlignedFile;
import org.plumbline.bench.Sampling;
import org.plumbline.bench.SignalSpec;
import org.plumbline.channel.Value;
import org.plumbline.measure.Measurement;
import org.plumbline.measure.Timing;
import org.plumbline.quantity.Quantity;
import org.plumbline.standard.Completeness;
import org.plumbline.text.Text;
import org.plumbline.timeline.FrameCount;
import org.plumbline.timeline.Observation.ChannelEvent;
import org.plumbline.timeline.Samples;
import org.plumbline.timeline.Timeline;

/**
 * Why a measurement proves nothing although it has a value: a channel broke in the stretch, an instrument was off scale or
 * lost frames, data were thrown away or waited for the end of a frame that was cut, the computer's clock was set, or
 * samples are missing in whose place the extreme that is looked for may be (ISO/IEC 17025:2017, 7.7.1). A device that falls
 * silent is no device that did nothing wrong.
 */
public final class Doubts {

    private static final double NANOS = 1e-9;

    /** How far before the stretch the samples show how often they come. */
    private static final long BEFORE = 5_000_000_000L;

    /** A gap is one that is so many times longer than the interval. */
    private static final double OUTLIER = 3;

    /** Fewer samples do not show how often they come. */
    private static final int FEWEST = 2;

    /** Of the samples that a declared interval promises so many may be missing. */
    private static final double MISSING = 0.05;

    /** For so long, in seconds, a USB adapter (16 ms) or a broker may gather what it then passes on at once. */
    private static final double BATCH = 0.02;

    private static final Text NOT_JUDGED = new Text("，不能据此判定", ": not judged");

    private static final Text MISSING_IN_IT = new Text("；共 %2$s 次错误，其中 %1$s 次在其间", "; %s of %s errors fell into it");

    private static final Text LONGEST = new Text("（信号 %s 此前最长间隔 %.3f s）", " (longest gap of signal %s before: %.3f s)");

    private static final Text ADVICE = new Text(
            "；请检查对方和网络后重新运行，或改用串口连接，或让对方每秒至少发送一次数据",
            "; check both and run again, or connect it by a serial port, or let something come on it every second");

    private final Session session;
    private final Timeline timeline;
    private final Completeness required;
    private final MixedAnswers mixed;

    /** What a measurement is about: what then is no reason to doubt it. */
    private enum About {
        /** Values of signals. */
        VALUES,
        /** When samples came. */
        TIMING,
        /** All that came because something happened. */
        EVENTS,
        /** For how long something did not come: as long as that at least, where the connection may be dead. */
        ABSENCE,
        /** Faulty frames: those are what is measured. */
        FAULTS,
        /** Times against UTC. */
        WALL_CLOCK
    }

    /** The device's holes are then what is measured, or nothing is expected in them. */
    private static final Set<About> HOLES_TELL = EnumSet.of(About.TIMING, About.EVENTS, About.ABSENCE);

    /** Doubts from that session's timeline, by its standard's measure. */
    public Doubts(Session session) {
        this(session, session.standard().completeness());
    }

    /** The same by another measure. */
    public Doubts(Session session, Completeness required) {
        this.session = session;
        this.timeline = session.timeline();
        this.required = required;
        this.mixed = new MixedAnswers(session);
    }

    /**
     * The measurement, doubted where what it was taken from is not whole.
     *
     * @param observed the stretch that the measurement was taken from; empty where it made its own
     */
    public Measurement weigh(Measurement measurement, Optional<Window> observed) {
        return weigh(measurement, observed, About.VALUES);
    }

    /** The same for a measurement of when samples came: the device's holes are then what is measured. */
    public Measurement weighTiming(Measurement measurement, Optional<Window> observed) {
        return weigh(measurement, observed, About.TIMING);
    }

    /** The same for a measurement of all events of the stretch: any of them may be missing at the end of a dead connection. */
    public Measurement weighEvents(Measurement measurement, Optional<Window> observed) {
        return weigh(measurement, observed, About.EVENTS);
    }

    /**
     * The same for the longest time for which something did not come. To the end of the stretch the device may have been silent, or
     * the connection dead: then the time is at least as long as it was until something came last, and may be as long as the
     * measurement says. Where that makes no difference, nothing is doubted. Where answers may have been mixed up it is as long at
     * least as none came to whichever question.
     *
     * @param upTo the measurement from the stretch's start to a time of it, ns since the run's start
     * @param passes whether a measurement conforms
     */
    public Measurement weighAbsence(LongFunction<Measurement> upTo, Window stretch, Predicate<Measurement> passes) {
        Measurement whole = weigh(upTo.apply(stretch.to()), Optional.of(stretch), About.ABSENCE);
        if (whole.doubt() != null) {
            return whole;
        }
        Optional<ChannelEvent> silence = silence(whole, stretch);
        long heard =
                silence.map(event -> Math.max(event.since(), stretch.from())).orElse(stretch.to());
        return signals(whole)
                .flatMap(signal -> mixed.least(whole, signal, stretch, heard).stream())
                .findFirst()
                .or(() -> silence.map(event -> undecided(whole, upTo, stretch, passes, event)))
                .orElse(whole);
    }

    private static Measurement undecided(
            Measurement whole,
            LongFunction<Measurement> upTo,
            Window stretch,
            Predicate<Measurement> passes,
            ChannelEvent silence) {
        Measurement proven = upTo.apply(Math.max(silence.since(), stretch.from()));
        boolean kept = passes.test(whole) && passes.test(proven);
        return kept || proven.value() == whole.value()
                ? whole
                : proven.asLeast(unknown(silence, stretch)
                        .and(new Text("；若是对方未发送，则为 %s", "; if it was silent, the time is %s").with(whole))
                        .and(ADVICE));
    }

    /**
     * The same for a count of faulty frames. What did not come could only have added to it: where as many as there are do not
     * conform already, a device that fell silent besides is not doubted. What is missing at the end of a connection that may be dead
     * is not the device's alone: it does not conform where those before it do not.
     *
     * @param upTo the count from the stretch's start to a time, ns since the run's start
     * @param fails whether a measurement does not conform
     */
    public Measurement weighFaults(LongFunction<Measurement> upTo, Window stretch, Predicate<Measurement> fails) {
        Measurement whole = weigh(upTo.apply(stretch.to()), Optional.of(stretch), About.FAULTS);
        if (whole.doubt() != null) {
            return whole;
        }
        Optional<ChannelEvent> silence = silence(whole, stretch);
        Measurement proven = silence.map(event -> upTo.apply(event.since())).orElse(whole);
        return silence.filter(event -> fails.test(whole))
                .map(event -> unknown(event, stretch)
                        .and(MISSING_IN_IT.with(
                                Quantity.plain(whole.value() - proven.value()), Quantity.plain(whole.value())))
                        .and(NOT_JUDGED)
                        .and(ADVICE))
                .or(() -> fallenSilent(whole, stretch).map(gap -> gap.and(NOT_JUDGED)))
                .filter(why -> !fails.test(proven.asLeast(why)))
                .map(whole::doubted)
                .orElse(whole);
    }

    /** The same for times that the device gives in UTC: they are compared with the computer's wall clock. */
    public Measurement weighWallClock(Measurement measurement, Optional<Window> observed) {
        return weigh(measurement, observed, About.WALL_CLOCK);
    }

    private Measurement weigh(Measurement measurement, Optional<Window> observed, About about) {
        if (measurement.doubt() != null) {
            return measurement;
        }
        Window stretch = stretch(measurement, observed);
        return measurement.signals().stream()
                .flatMap(signal -> doubt(signal, stretch, about).stream())
                .findFirst()
                .or(() -> stepped(stretch, about))
                .map(measurement::doubted)
                .orElse(measurement);
    }

    private static Window stretch(Measurement measurement, Optional<Window> observed) {
        return observed.filter(window -> window.from() <= measurement.from() && measurement.to() <= window.to())
                .orElse(new Window(measurement.from(), measurement.to(), false));
    }

    /**
     * Where the channel's frames did not come throughout, nor the signals that come at intervals: the frames of a device that sends
     * them in bursts have holes, and so have signals that come with an answer alone, on a channel that stands.
     */
    private Optional<Text> fallenSilent(Measurement measurement, Window stretch) {
        return signals(measurement)
                .collect(Collectors.groupingBy(SignalSpec::channel, LinkedHashMap::new, Collectors.toList()))
                .values()
                .stream()
                .filter(signals -> holed(signals, stretch))
                .flatMap(signals -> fallenSilent(signals.get(0), stretch).stream())
                .findFirst();
    }

    /** One of those that come seldom may be whole although their device has died. */
    private boolean holed(List<SignalSpec> signals, Window stretch) {
        List<SignalSpec> holed =
                signals.stream().filter(signal -> hole(signal, stretch)).toList();
        return holed.size() == signals.size()
                || holed.stream()
                        .anyMatch(signal -> comesAtIntervals(signal, isReference(signal), samples(signal, stretch)));
    }

    private boolean hole(SignalSpec signal, Window stretch) {
        return hole(signal, isReference(signal), samples(signal, stretch), stretch)
                .isPresent();
    }

    private Optional<Text> fallenSilent(SignalSpec signal, Window stretch) {
        String channel = signal.channel();
        long before = Math.max(stretch.from() - BEFORE, restored(signal, stretch));
        double silence = timeline.longestSilence(channel, stretch.from(), stretch.to()) * NANOS;
        double interval = timeline.interval(channel, before, stretch.from(), stretch.to()) * NANOS;
        double least = isReference(signal) ? required.gapSeconds() : required.silenceSeconds();
        double allowed = Math.max(least, OUTLIER * interval);
        boolean none = timeline.received(channel, stretch.from(), stretch.to()).all() == 0;
        return !none && silence <= allowed
                ? Optional.empty()
                : Optional.of(new Text(
                                "通道 %s 的帧在该时段内中断 %.3f s（允许 %.3f s）",
                                "channel %s has a gap of %.3f s between frames in the stretch (allowed: %.3f s)")
                        .with(channel, silence, none ? least : allowed));
    }

    private boolean isReference(SignalSpec signal) {
        return session.bench().instrumentOf(signal.name()).isPresent();
    }

    /** With those before the stretch that show how often they come. */
    private Samples samples(SignalSpec signal, Window stretch) {
        long from = Math.max(stretch.from() - BEFORE, restored(signal, stretch));
        return timeline.samples(signal.name(), from, stretch.to());
    }

    private Optional<Text> doubt(String name, Window stretch, About about) {
        SignalSpec signal = session.bench().signal(name).orElseThrow();
        boolean reference = isReference(signal);
        Samples samples = samples(signal, stretch);
        Optional<Text> doubt = session.fileOf(name)
                .flatMap(AlignedFile::doubt)
                .or(() -> broken(signal, stretch))
                .or(() -> overrun(signal, stretch))
                .or(() -> heldBack(signal, stretch));
        if (about == About.TIMING || about == About.EVENTS) {
            long usual = about == About.EVENTS ? 0 : longestBetween(samples, stretch);
            doubt = doubt.or(() -> silence(signal, stretch)
                    .filter(silence -> stretch.to() - silence.since() > usual)
                    .map(silence -> unknown(silence, stretch)
                            .and(usual == 0 ? Text.same("") : LONGEST.with(name, usual * NANOS))
                            .and(NOT_JUDGED)
                            .and(ADVICE)));
        }
        if (about != About.FAULTS) {
            doubt = doubt.or(() -> faulty(signal, reference, stretch));
        }
        if (about != About.FAULTS && about != About.ABSENCE) {
            doubt = doubt.or(() -> mixed.doubt(signal, stretch));
        }
        if (reference) {
            doubt = doubt.or(() -> offScale(signal, samples, stretch));
        }
        if (about == About.VALUES && signal.sampling().onEvent()) {
            doubt = doubt.or(() -> toldBefore(signal, reference, stretch));
        }
        if (about == About.EVENTS && signal.sampling().onEvent()) {
            doubt = doubt.or(() -> diedAfterTheLast(signal, samples, stretch));
        }
        boolean whole = about == About.FAULTS || HOLES_TELL.contains(about) && !reference;
        return whole ? doubt : doubt.or(() -> hole(signal, reference, samples, stretch));
    }

    /** Noticed after it happened: one that is seen after the stretch may have happened in it. */
    private Optional<Text> overrun(SignalSpec signal, Window stretch) {
        return events(signal, stretch.from(), Long.MAX_VALUE)
                .filter(event -> event.kind() == ChannelEvent.Kind.OVERRUN && event.since() <= stretch.to())
                .findFirst()
                .map(event -> new Text(
                                "通道 %s 在该时段内有数据丢失（%s），不能据此判定", "channel %s lost data in the stretch (%s): not judged")
                        .with(signal.channel(), event.detail()));
    }

    /** What still waits is not on the timeline; what waited has the times at which it came. */
    private Optional<Text> heldBack(SignalSpec signal, Window stretch) {
        return events(signal, 0, Long.MAX_VALUE)
                .filter(event ->
                        event.kind() == ChannelEvent.Kind.HELD_BACK || event.kind() == ChannelEvent.Kind.RELEASED)
                .reduce((before, last) -> last)
                .filter(last -> last.kind() == ChannelEvent.Kind.HELD_BACK && last.since() <= stretch.to())
                .map(event -> new Text(
                                "通道 %s 上该时段内的帧排在一个被截断的帧之后，尚未识别，不能据此判定",
                                "on channel %s, frames of the stretch stood behind one that was cut and were not known yet: not judged")
                        .with(signal.channel()));
    }

    /**
     * A wall clock that was set spoils times against UTC alone. One that went forward by more than an instrument may be
     * silent is taken as a computer that slept: then every clock of the run stood still, and nobody knows what came.
     */
    private Optional<Text> stepped(Window stretch, About about) {
        Optional<Double> step = timeline.clockStep(stretch.from(), stretch.to()).map(each -> each.by() * NANOS);
        if (step.filter(seconds -> seconds > required.gapSeconds()).isPresent()) {
            return step.map(seconds -> new Text(
                            "计算机的时钟在该时段内向前跳变 %.3f s（允许 %.3f s），计算机可能曾经休眠，不能据此判定",
                            "the computer's wall clock went forward by %.3f s in the stretch (allowed: %.3f s), as after a sleep: not judged")
                    .with(seconds, required.gapSeconds()));
        }
        return step.filter(seconds -> about == About.WALL_CLOCK).map(seconds -> new Text(
                        "计算机的时钟在该时段内跳变 %+.3f s（允许 ±%.3f s），与 UTC 比较的时间不能据此判定",
                        "the computer's wall clock stepped by %+.3f s in the stretch (allowed: ±%.3f s): times against UTC are not judged")
                .with(seconds, Timing.WALL_CLOCK));
    }

    /** When its channel came back last before the stretch: what is missing until then is no silence. 0 where it was whole. */
    private long restored(SignalSpec signal, Window stretch) {
        return events(signal, 0, stretch.from())
                .filter(event -> event.kind() == ChannelEvent.Kind.RESTORED)
                .mapToLong(ChannelEvent::time)
                .max()
                .orElse(0);
    }

    private Stream<ChannelEvent> events(SignalSpec signal, long from, long to) {
        return timeline.events(from, to).stream()
                .filter(event -> event.channel().equals(signal.channel()));
    }

    private Optional<Text> broken(SignalSpec signal, Window stretch) {
        return events(signal, stretch.from(), Long.MAX_VALUE)
                .filter(event -> event.kind() == ChannelEvent.Kind.LOST || event.kind() == ChannelEvent.Kind.RESTORED)
                .filter(event -> event.since() <= stretch.to())
                .findFirst()
                .map(event -> new Text("通道 %s 在该时段内中断过，不能据此判定", "channel %s broke in the stretch: not judged")
                        .with(signal.channel()));
    }

    private Optional<ChannelEvent> silence(Measurement measurement, Window stretch) {
        return signals(measurement)
                .flatMap(signal -> silence(signal, stretch).stream())
                .findFirst();
    }

    private Stream<SignalSpec> signals(Measurement measurement) {
        return measurement.signals().stream()
                .map(name -> session.bench().signal(name).orElseThrow());
    }

    /** To the end of the stretch: what came before it was looked at shows that the connection stood. */
    private Optional<ChannelEvent> silence(SignalSpec signal, Window stretch) {
        return events(signal, stretch.to(), Long.MAX_VALUE)
                .filter(event -> event.kind() == ChannelEvent.Kind.SILENT && event.since() < stretch.to())
                .findFirst();
    }

    private static Text unknown(ChannelEvent silence, Window stretch) {
        return new Text(
                        "通道 %s 在该时段最后 %.3f s 内没有任何数据，无法分辨是对方未发送还是连接已断",
                        "nothing came on channel %s in the last %.3f s of the stretch, and nobody can tell whether its far end"
                                + " was silent or the connection dead")
                .with(silence.channel(), (stretch.to() - Math.max(silence.since(), stretch.from())) * NANOS);
    }

    /** In nanoseconds. */
    private static long longestBetween(Samples samples, Window stretch) {
        long longest = 0;
        long previous = stretch.from();
        for (int i = 0; i < samples.size(); i++) {
            longest = Math.max(longest, samples.time(i) - previous);
            previous = samples.time(i);
        }
        return longest;
    }

    /** One that a signal's value may have been in is as likely to be hit as any other on the channel. */
    private Optional<Text> faulty(SignalSpec signal, boolean reference, Window stretch) {
        FrameCount frames = timeline.received(signal.channel(), stretch.from(), stretch.to());
        double allowed = reference ? required.faultyFrames() : required.deviceFaultyFrames();
        Text whose = reference ? new Text("测量仪器", "instrument") : new Text("设备", "device");
        return frames.faulty() <= allowed * frames.all()
                ? Optional.empty()
                : Optional.of(new Text(
                                "%s通道 %s 在该时段内 %d 帧中有 %d 帧错误（允许 %s %%），不能据此判定",
                                "on the %s's channel %s, of %d frames in the stretch %d are faulty (allowed: %s %%): not judged")
                        .with(whose, signal.channel(), frames.all(), frames.faulty(), Quantity.plain(allowed * 100)));
    }

    private Optional<Text> offScale(SignalSpec signal, Samples samples, Window stretch) {
        for (int i = before(samples, stretch); i < samples.size(); i++) {
            double value = samples.number(i);
            if (!signal.sampling().covers(value)) {
                return Optional.of(new Text(
                                "测量仪器的信号 %s 在该时段内示值 %s 到达或超出其测量范围（%s），不能据此判定",
                                "the instrument's signal %s reads %s in the stretch, at or beyond its measuring range (%s): not judged")
                        .with(signal.name(), new Quantity(value, signal.unit()), range(signal)));
            }
        }
        return Optional.empty();
    }

    /** Where a reading has to be; one of the two ends is declared at least. */
    private static String range(SignalSpec signal) {
        Sampling sampling = signal.sampling();
        return Stream.of(bound("> ", sampling.lowest(), signal), bound("< ", sampling.highest(), signal))
                .flatMap(Optional::stream)
                .collect(Collectors.joining(", "));
    }

    private static Optional<String> bound(String sign, @Nullable Double end, SignalSpec signal) {
        return Optional.ofNullable(end).map(value -> sign + new Quantity(value, signal.unit()));
    }

    /**
     * What is missing of a signal since its first sample, apart from all other doubts: for a look at a bench before a run. Of a
     * device that declares no interval two samples do not show how often it sends.
     *
     * @param reference whether it is an instrument's
     * @param to nanoseconds since the run's start
     */
    public Optional<Text> missing(SignalSpec signal, boolean reference, long to) {
        Samples samples = timeline.samples(signal.name(), 0, to);
        return comesAtIntervals(signal, reference, samples)
                ? gaps(signal, reference, samples, new Window(samples.time(0), to, false))
                : Optional.empty();
    }

    private static boolean comesAtIntervals(SignalSpec signal, boolean reference, Samples samples) {
        int fewest = reference || signal.sampling().intervalSeconds() != null ? 1 : 3;
        return !signal.sampling().onEvent() && samples.size() >= fewest;
    }

    private Optional<Text> hole(SignalSpec signal, boolean reference, Samples samples, Window stretch) {
        if (signal.sampling().onEvent()) {
            return holeBeside(signal, stretch);
        }
        return samples.size() < FEWEST
                ? Optional.of(new Text(
                                "%s %s 在该时段及其前 5 s 内只有 %d 个样本（至少 %d 个），不能据此判定",
                                "%s %s has only %d %5$s in the stretch and the 5 s before it (needed: %4$d): not judged")
                        .with(
                                whose(reference),
                                signal.name(),
                                samples.size(),
                                FEWEST,
                                samples.size() == 1 ? "sample" : "samples"))
                : gaps(signal, reference, samples, stretch);
    }

    /**
     * What comes only with events may stay away for any time. That its device is there is shown by the frames of the channel, and
     * by all that comes on it at intervals: of several devices that share one, such as units on a bus, the others send on.
     */
    private Optional<Text> holeBeside(SignalSpec signal, Window stretch) {
        return gapBeside(signal, stretch).or(() -> fallenSilent(signal, stretch).map(gap -> gap.and(NOT_JUDGED)));
    }

    private Optional<Text> gapBeside(SignalSpec signal, Window stretch) {
        return session.bench().signals().stream()
                .filter(other -> other.channel().equals(signal.channel()))
                .flatMap(other -> gapsOf(other, samples(other, stretch), stretch).stream())
                .findFirst();
    }

    /**
     * Each event shows that its device was there; after the last one only what else it sends does. A channel of nothing but events
     * shows nothing, and the packets of a device that is cut off are what a broker tells.
     */
    private Optional<Text> diedAfterTheLast(SignalSpec signal, Samples samples, Window stretch) {
        if (signal.settings().text("topic").filter(Timeline::isBrokersOwn).isPresent()) {
            return Optional.empty();
        }
        long last = samples.isEmpty() ? stretch.from() : samples.time(samples.size() - 1);
        return gapBeside(signal, new Window(Math.max(stretch.from(), last), stretch.to(), false));
    }

    private Optional<Text> gapsOf(SignalSpec signal, Samples samples, Window stretch) {
        boolean reference = isReference(signal);
        return comesAtIntervals(signal, reference, samples)
                ? gaps(signal, reference, samples, stretch)
                : Optional.empty();
    }

    /** A state that was told before the stretch, and nothing done to the device since, holds in it without a sample that says so. */
    private Optional<Text> toldBefore(SignalSpec signal, boolean reference, Window stretch) {
        Samples told = timeline.samples(signal.name(), session.unchangedSince(), stretch.to());
        int before = before(told, stretch);
        if (before == 0) {
            return Optional.empty();
        }
        Value held = told.value(before - 1);
        return told.stream().skip(before).anyMatch(sample -> sample.value().equals(held))
                ? Optional.empty()
                : Optional.of(new Text(
                                "%s %s 在该时段开始时为 %s，这是此前报告的，不在所测样本之中，不能据此判定；请改为测量其各次事件",
                                "%s %s was %s when the stretch began, which it had told before, in none of the samples that were"
                                        + " measured: not judged; measure its events instead")
                        .with(whose(reference), signal.name(), held.shown()));
    }

    private static Text whose(boolean reference) {
        return reference ? new Text("测量仪器的信号", "the instrument's signal") : new Text("设备的信号", "the device's signal");
    }

    private Optional<Text> gaps(SignalSpec signal, boolean reference, Samples samples, Window stretch) {
        Text whose = whose(reference);
        @Nullable Double declared = signal.sampling().intervalSeconds();
        if (declared != null) {
            double allowed = allowed(declared);
            return gap(signal.name(), whose, largestGap(signal.name(), samples, stretch, declared), allowed)
                    .or(() -> missing(signal.name(), whose, samples, stretch, declared));
        }
        double allowed = reference
                ? required.gapSeconds()
                : Math.max(required.silenceSeconds(), OUTLIER * intervalBefore(samples, stretch));
        return gap(signal.name(), whose, largestGap(signal.name(), samples, stretch, null), allowed);
    }

    /** The longest gap that a declared interval lets pass, in seconds. */
    static double allowed(double interval) {
        return Math.max(OUTLIER * interval, BATCH);
    }

    private static Optional<Text> gap(String signal, Text whose, double gap, double allowed) {
        return gap <= allowed
                ? Optional.empty()
                : Optional.of(new Text(
                                "%s %s 在该时段内中断 %.3f s（允许 %.3f s），不能据此判定",
                                "%s %s has a gap of %.3f s in the stretch (allowed: %.3f s): not judged")
                        .with(whose, signal, gap, allowed));
    }

    /** Frames that are lost here and there leave no long gap. What a batch holds may come on either side of an end. */
    private static Optional<Text> missing(String signal, Text whose, Samples samples, Window stretch, double interval) {
        long expected = (long) ((stretch.to() - stretch.from()) * NANOS / interval * (1 + 1e-9));
        int found = samples.size() - before(samples, stretch);
        double allowed = MISSING * expected + Math.max(1, BATCH / interval);
        return expected - found <= allowed
                ? Optional.empty()
                : Optional.of(new Text(
                                "%s %s 在该时段内只有 %d 个样本，按声明的采样间隔 %s s 应有 %d 个（至少 %d 个），不能据此判定",
                                "%s %s has %d samples in the stretch where its declared interval of %s s promises %d (needed: %d):"
                                        + " not judged")
                        .with(whose, signal, found, Quantity.plain(interval), expected, (long)
                                Math.ceil(expected - allowed)));
    }

    /** What it was before the stretch. */
    private static double intervalBefore(Samples samples, Window stretch) {
        int before = before(samples, stretch);
        int last = before > 2 ? before - 1 : samples.size() - 1;
        return (samples.time(last) - samples.time(0)) * NANOS / last;
    }

    /** How many of the samples came before the stretch. */
    private static int before(Samples samples, Window stretch) {
        int before = 0;
        while (before < samples.size() && samples.time(before) < stretch.from()) {
            before++;
        }
        return before;
    }

    /**
     * Between neighbours in the stretch, and at its ends, in seconds. Where an interval is declared,
     * one counts without what held the harness up at its end, if all that was due came then and is in the stretch: who reads
     * late does not show silence, but what came after the stretch nobody looked at.
     */
    private double largestGap(String signal, Samples samples, Window stretch, @Nullable Double declared) {
        double largest = 0;
        long previous = stretch.from();
        for (int i = 0; i < samples.size(); i++) {
            long time = samples.time(i);
            if (time >= stretch.from()) {
                largest = Math.max(largest, gap(signal, previous, time, stretch.to(), declared));
                previous = time;
            }
        }
        return Math.max(largest, gap(signal, previous, stretch.to(), stretch.to(), declared));
    }

    private double gap(String signal, long from, long to, long end, @Nullable Double declared) {
        double gap = (to - from) * NANOS;
        if (declared == null || gap <= allowed(declared)) {
            return gap;
        }
        long batch = Math.round(BATCH / NANOS);
        int came = timeline.samples(signal, from + 1, Math.min(to + batch, end)).size();
        return came < (1 - MISSING) * gap / declared - 1 ? gap : gap - timeline.lateness(to) * NANOS;
    }
}
