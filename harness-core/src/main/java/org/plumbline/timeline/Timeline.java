package org.plumbline.timeline;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.BiPredicate;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.plumbline.channel.Packet;
import org.plumbline.error.HarnessException;
import org.plumbline.text.Text;
import org.plumbline.timeline.Observation.ChannelEvent;
import org.plumbline.timeline.Observation.CommandFailed;
import org.plumbline.timeline.Observation.CommandSent;
import org.plumbline.timeline.Observation.FrameFault;
import org.plumbline.timeline.Observation.Sample;
import org.plumbline.timeline.Observation.Stall;
import org.plumbline.timeline.Observation.WallClock.Step;

/**
 * Ordered, append-only observations of one run. Frames go through to the recorder and are only counted here; of what
 * judgements need, the newest stays in memory and the rest in a temporary file, so that a day takes no more memory than an
 * hour. Thread-safe.
 *
 * <p>The run's own thread reads the timeline as it stood when the run last noted something, or as far as a wait has looked:
 * what other threads add meanwhile is there at the next note. So a measurement is a function of what was recorded, and a
 * replay gives the same.
 */
public final class Timeline implements AutoCloseable {

    /** A recorder that lets everybody wait for longer is told of, in nanoseconds. */
    private static final long HELD_UP = 100_000_000L;

    private final Clock clock;
    private final Consumer<Observation> recorder;
    private final Notes notes;
    private final Object lock = new Object();
    private Kept kept;
    private long sequence;
    private volatile Runnable beforeMark = () -> {};
    private volatile BiPredicate<String, Packet> networkActs = (channel, packet) -> false;
    private long seen = Long.MAX_VALUE;
    private long seenTime = -1;
    private Map<String, Long> seenFrames;
    private List<ChannelEvent> seenLost = List.of();
    private long end = Long.MAX_VALUE;
    private long endTime = Long.MAX_VALUE;
    private volatile Runnable refusal = () -> {};

    /**
     * @param clock what time is asked of
     * @param recorder gets every observation in order, one at a time; may block to slow the run down. In a replay only what is
     *     not recorded
     */
    public Timeline(Clock clock, Consumer<Observation> recorder) {
        this(clock, recorder, Pages.ofRun());
    }

    Timeline(Clock clock, Consumer<Observation> recorder, Pages pages) {
        this.clock = clock;
        this.recorder = recorder;
        this.kept = new Kept(lock, pages, this::actsOnNetwork);
        this.seenFrames = kept.frames();
        this.notes = clock instanceof Replay replay ? replay.onto(this) : this::made;
    }

    /** The clock of this run. */
    public Clock clock() {
        return clock;
    }

    /** As far as the run has looked, in nanoseconds since its start; the clock's time before it has noted anything. */
    public long now() {
        synchronized (lock) {
            return seenTime < 0 ? clock.now() : seenTime;
        }
    }

    /** Adds what happened and wakes those who wait. */
    public void append(Observation observation) {
        append(List.of(observation));
    }

    /** Adds what happened, with nothing of others in between, and wakes those who wait. */
    public void append(List<Observation> observations) {
        synchronized (lock) {
            put(observations);
        }
        clock.changed();
    }

    /**
     * Adds what the harness ends the run with, as {@link #append} does. No wait sees anything beyond it, and none that it cuts short
     * goes on, however late that is looked at.
     *
     * @param last brings the device elsewhere
     * @param why throws what such a wait ends with
     */
    public void ends(Observation last, Runnable why) {
        synchronized (lock) {
            if (end == Long.MAX_VALUE) {
                refusal = why;
                end = sequence + 1;
                endTime = last.time();
            }
            put(List.of(last));
        }
        clock.changed();
    }

    /**
     * Adds what the run's own thread does; the run sees the timeline up to here.
     *
     * @return what stands on the timeline: in a replay with the time of the recording
     */
    public Observation note(Observation observation) {
        Observation noted = notes.note(observation);
        clock.changed();
        return noted;
    }

    private Observation made(Observation observation) {
        synchronized (lock) {
            put(List.of(observation));
            see(observation.time());
            return observation;
        }
    }

    /** The run sees everything that is there now. */
    void see(long time) {
        synchronized (lock) {
            seen = sequence;
            seenTime = Math.max(seenTime, time);
            seenFrames = Map.copyOf(kept.frames());
            seenLost = kept.lost();
        }
    }

    /** Back to the beginning: a replay starts again. */
    void forget() {
        synchronized (lock) {
            kept = kept.another();
            sequence = 0;
            seen = 0;
            seenTime = 0;
            seenFrames = Map.of();
            seenLost = List.of();
        }
    }

    /** Adds what a replay comes past: it is recorded already. */
    void passed(Observation recorded) {
        synchronized (lock) {
            kept.add(recorded, ++sequence);
        }
    }

    private void put(List<Observation> observations) {
        long before = clock.now(); // what is kept may have to go to a disk, too
        observations.forEach(this::put);
        long after = clock.now();
        if (after - before > HELD_UP) {
            heldUp(before, after);
        }
    }

    private void put(Observation observation) {
        sequence++;
        kept.add(observation, sequence);
        recorder.accept(observation);
    }

    /** Meanwhile nobody read: what cannot be held back, such as a serial line, may have lost something. */
    private void heldUp(long from, long to) {
        put(new Stall(to, to - from, to - from));
        Text why = new Text(
                        "记录停顿 %.1f s（磁盘慢或计算机忙），期间的数据可能缺失",
                        "the recording was held up for %.1f s, by a slow disk or a busy computer: what came meanwhile"
                                + " may be missing")
                .with((to - from) / 1e9);
        for (String channel : kept.open()) {
            put(new ChannelEvent(to, channel, ChannelEvent.Kind.OVERRUN, why, from));
        }
    }

    /**
     * The samples of a signal in a stretch, both ends included.
     *
     * @throws HarnessException where what does not fit into memory could not be kept elsewhere
     */
    public Samples samples(String signal, long from, long to) {
        synchronized (lock) {
            kept.requireWhole();
            Series series = kept.series(signal);
            int first = series.firstAt(from);
            int last = Math.min(series.firstAt(to + 1), series.sizeAt(seen));
            return new Samples(signal, new Extent(lock, series, first, Math.max(0, last - first)));
        }
    }

    /** The newest sample of a signal. */
    public Optional<Sample> latest(String signal) {
        synchronized (lock) {
            Series series = kept.series(signal);
            int size = series.sizeAt(seen);
            return size == 0 ? Optional.empty() : Optional.of(sample(signal, series, size - 1));
        }
    }

    private static Sample sample(String signal, Series series, int index) {
        Series.Part part = series.part(index);
        int place = index - part.from();
        return new Sample(part.page().times[place], signal, part.page().value(place));
    }

    /** How many frames have passed on a channel, both directions; without those that a broker had kept from before. */
    public long frameCount(String channel) {
        synchronized (lock) {
            return seenFrames.getOrDefault(channel, 0L);
        }
    }

    /** How many frames of a channel the broker had kept from before. */
    public long retainedCount(String channel) {
        return frameCount(retained(channel));
    }

    /** Names of channels have no spaces. */
    static String retained(String channel) {
        return channel + " retained";
    }

    /** How many frames came on a channel in a stretch, both ends included, and how many of them were faulty. */
    public FrameCount received(String channel, long from, long to) {
        synchronized (lock) {
            return kept.received(channel, from, to, seen);
        }
    }

    /** The longest time in which no frame came on a channel, faulty ones included, in nanoseconds; both ends bound it. */
    public long longestSilence(String channel, long from, long to) {
        synchronized (lock) {
            return kept.longestSilence(channel, from, to, seen);
        }
    }

    /** Whether what comes at an address is a broker's own word and none of a device: the packets that it took, its statistics. */
    public static boolean isBrokersOwn(String address) {
        return FrameLog.isBrokersOwn(address);
    }

    /**
     * How often frames come on a channel, faulty ones included, in nanoseconds: from one to the next between {@code before}
     * and a stretch, where three or more came then, otherwise up to its end; 0 of fewer than two.
     */
    public long interval(String channel, long before, long from, long to) {
        synchronized (lock) {
            return kept.interval(channel, before, from, to, seen);
        }
    }

    /** What was wrong with frames of a channel in a stretch, both ends included. */
    public List<FrameFault> faults(String channel, long from, long to) {
        synchronized (lock) {
            return kept.faults(channel, from, to, seen);
        }
    }

    /** The commands that were sent in a stretch, both ends included. */
    public List<CommandSent> commands(long from, long to) {
        synchronized (lock) {
            return kept.commands(from, to, seen);
        }
    }

    /** The commands that could not be sent in a stretch, both ends included. */
    public List<CommandFailed> failedCommands(long from, long to) {
        synchronized (lock) {
            return kept.failures(from, to, seen);
        }
    }

    /** The last sending of a command. */
    public Optional<CommandSent> lastCommand(String name) {
        synchronized (lock) {
            return kept.lastCommand(name, seen);
        }
    }

    /** The last sending of a command that changes the device's state. */
    public Optional<CommandSent> lastChange() {
        synchronized (lock) {
            return kept.lastChange(seen);
        }
    }

    /**
     * Which packets act on the network and not on the device; what a trial did so is taken back at its end.
     *
     * @param which of a channel and a packet that is sent on it
     */
    public void actsOnNetwork(BiPredicate<String, Packet> which) {
        networkActs = which;
    }

    /** Whether what a trial did to the network is still to be taken back. */
    boolean networkActed() {
        synchronized (lock) {
            return kept.networkActed();
        }
    }

    /** Whether a packet that is sent on a channel acts on the network and not on the device. Waits for nobody. */
    public boolean actsOnNetwork(String channel, Packet packet) {
        return networkActs.test(channel, packet);
    }

    /** When a trial ended that had acted on the network. */
    public OptionalLong lastTakenBack() {
        synchronized (lock) {
            return kept.lastTakenBack(seen);
        }
    }

    /** When the last trial ended. */
    public OptionalLong lastTrialEnd() {
        synchronized (lock) {
            return kept.lastTrialEnd(seen);
        }
    }

    /**
     * When a step last changed the device's state or began or ended a repetition, in nanoseconds since the run's start. What
     * it could not send may have arrived all the same; what a repetition sends in between is not an act of its own.
     */
    public OptionalLong lastAct() {
        synchronized (lock) {
            return kept.lastAct(seen);
        }
    }

    /** The channels that are broken, with what was said of it, in the order in which they broke. */
    public List<ChannelEvent> lostChannels() {
        synchronized (lock) {
            return seen == Long.MAX_VALUE ? kept.lost() : seenLost;
        }
    }

    /** The same at this very moment, whether the run has looked since or not. */
    public List<ChannelEvent> lostChannelsNow() {
        synchronized (lock) {
            return kept.lost();
        }
    }

    /** Everything that happened to channels in a stretch, both ends included. */
    public List<ChannelEvent> events(long from, long to) {
        synchronized (lock) {
            return kept.events(from, to, seen);
        }
    }

    /**
     * By how much a stamp may be late because the harness was held up then, in nanoseconds; 0 where it was not.
     *
     * @param stamp nanoseconds since the run's start
     */
    public long lateness(long stamp) {
        synchronized (lock) {
            return kept.lateness(stamp, seen);
        }
    }

    /**
     * How long on end within a stretch something on the computer had to wait for a processor, in nanoseconds.
     *
     * @param from nanoseconds since the run's start
     * @param to not before that
     */
    public long pressure(long from, long to) {
        synchronized (lock) {
            return kept.pressure(from, to, seen);
        }
    }

    /**
     * UTC by the computer's wall clock, in nanoseconds since 1970; empty where it was not read.
     *
     * @param time nanoseconds since the run's start
     */
    public OptionalLong utc(long time) {
        synchronized (lock) {
            return kept.utc(time, seen);
        }
    }

    /** The largest step of the computer's wall clock that may have happened in a stretch. */
    public Optional<Step> clockStep(long from, long to) {
        synchronized (lock) {
            return kept.step(from, to, seen);
        }
    }

    /**
     * Waits for a sample.
     *
     * @param from samples before this time do not count
     * @param until samples after this time do not count either, however late it is looked; ns since the run's start
     * @return the first such sample; empty where none came in time or a channel broke before
     */
    public Optional<Sample> await(String signal, long from, Predicate<Sample> wanted, long until) {
        Search search = new Search(signal, from, wanted, until);
        clock.await(search::ended, until);
        if (search.found().isEmpty()) {
            beforeMark.run();
        }
        Optional<Sample> found;
        synchronized (lock) { // nothing comes between the last look and the mark
            found = search.found();
            found.ifPresentOrElse(search::see, () -> mark(search.breaks, until));
        }
        clock.changed();
        return found;
    }

    /**
     * Waits until a time has come.
     *
     * @return false where a channel broke before
     */
    public boolean awaitTime(long until) {
        Breaks breaks = new Breaks();
        clock.await(breaks::any, until);
        return !look(breaks, until);
    }

    /**
     * Waits until it is known what held the harness up by a time. In the replay of a run that did not wait so, nothing is passed
     * that this run did next.
     */
    public void awaitWhatHeldUp(long until) {
        if (clock instanceof Replay replay && !replay.waited(until)) {
            replay.findWhatHeldUp(until);
            look(now());
        } else {
            awaitTime(until);
        }
    }

    /**
     * Lets the run see what is there by now, with what is known of what held the harness up, and waits for nothing.
     *
     * @param at as far as the run has looked, {@link #now}: a replay finds the look by that
     */
    public void look(long at) {
        look(new Breaks(), at);
    }

    private boolean look(Breaks breaks, long until) {
        beforeMark.run();
        boolean broken;
        synchronized (lock) {
            broken = breaks.any();
            mark(breaks, until);
        }
        clock.changed();
        return broken;
    }

    private void mark(Breaks breaks, long until) {
        breaks.requireGoingOn(until);
        notes.note(new Observation.Mark(clock.now(), until));
        seen = Math.min(seen, end - 1);
    }

    /** Runs something each time before the run looks at what a wait brought: what is appended there, it sees. */
    public void beforeMarks(Runnable look) {
        beforeMark = look;
    }

    /**
     * Refuses to go on where the timeline is not whole.
     *
     * @throws HarnessException where what does not fit into memory could not be kept elsewhere
     */
    public void requireWhole() {
        synchronized (lock) {
            kept.requireWhole();
        }
    }

    /**
     * Gives back what was kept outside of memory; what was asked for before can no longer be read in full.
     *
     * @throws HarnessException where the timeline is not whole
     */
    @Override
    public void close() {
        synchronized (lock) {
            kept.close();
            kept.requireWhole();
        }
    }

    /**
     * What breaks during a wait, or was broken when it began. It ends the wait there, however late that is looked at and
     * whatever stands again by then. After the end of the run none begins.
     */
    private final class Breaks {
        private final long begun;
        private final boolean before;

        Breaks() {
            synchronized (lock) {
                begun = Math.min(seen, sequence);
                before = !lostChannels().isEmpty();
                if (begun >= end) {
                    refusal.run();
                }
            }
        }

        /** The place of what comes no more; the last of all where nothing broke. */
        private long loss() {
            return before ? begun : kept.firstLoss(begun);
        }

        /** The same, or that at which the run ends. */
        long end() {
            return Math.min(loss(), end);
        }

        boolean any() {
            synchronized (lock) {
                kept.requireWhole();
                return loss() < Long.MAX_VALUE;
            }
        }

        /** Nothing ended the wait before the run's end. */
        void requireGoingOn(long until) {
            if (endTime <= until && end < loss()) {
                refusal.run();
            }
        }
    }

    /** Looks at each sample once, however often it is asked. */
    private final class Search {
        private final Breaks breaks = new Breaks();
        private final String signal;
        private final long from;
        private final Predicate<Sample> wanted;
        private final long until;
        private int next = -1;
        private Optional<Sample> found = Optional.empty();

        Search(String signal, long from, Predicate<Sample> wanted, long until) {
            this.signal = signal;
            this.from = from;
            this.wanted = wanted;
            this.until = until;
        }

        /** The run has seen the timeline up to what it found. */
        void see(Sample sample) {
            synchronized (lock) {
                Series series = kept.series(signal);
                if (seenTime >= 0) {
                    seen = Math.max(seen, series.sequence(next - 1));
                    seenTime = Math.max(seenTime, sample.time());
                }
            }
        }

        boolean ended() {
            synchronized (lock) {
                return breaks.any() || found().isPresent();
            }
        }

        Optional<Sample> found() {
            synchronized (lock) {
                Series series = kept.series(signal);
                if (found.isPresent() || series.size() == 0) {
                    return found;
                }
                if (next < 0) {
                    next = series.firstAt(from);
                }
                look(series);
                return found;
            }
        }

        private void look(Series series) {
            long upTo = breaks.end();
            int size = upTo == Long.MAX_VALUE ? series.size() : series.sizeAt(upTo);
            while (next < size && found.isEmpty()) {
                Sample sample = sample(signal, series, next);
                if (sample.time() > until) {
                    return;
                }
                next++;
                // one whose frame had to wait comes late, with its own time
                found = Optional.of(sample).filter(each -> each.time() >= from).filter(wanted);
            }
        }
    }
}
