package org.plumbline.timeline;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.plumbline.timeline.Observation.ChannelEvent;
import org.plumbline.timeline.Observation.CommandSent;
import org.plumbline.timeline.Observation.FrameFault;
import org.plumbline.timeline.Observation.Sample;
import org.plumbline.timeline.Observation.Stall;

/**
 * Ordered, append-only observations of one run. Frames go through to the recorder and are only counted here; what
 * judgements need stays in memory. Thread-safe.
 *
 * <p>The run's own thread reads the timeline as it stood when the run last noted something, or as far as a wait has looked:
 * what other threads add meanwhile is there at the next note. So a measurement is a function of what was recorded, and a
 * replay gives the same.
 */
public final class Timeline {

    private final Clock clock;
    private final Consumer<Observation> recorder;
    private final Notes notes;
    private final Object lock = new Object();
    private final Map<String, Series> samples = new HashMap<>();
    private final Map<String, Long> frames = new HashMap<>();
    private final Log<FrameFault> faults = new Log<>();
    private final Log<CommandSent> commands = new Log<>();
    private final Log<ChannelEvent> events = new Log<>();
    private final Log<Stall> stalls = new Log<>();
    private final Map<String, ChannelEvent> lost = new LinkedHashMap<>();
    private long sequence;
    private long seen = Long.MAX_VALUE;
    private long seenTime = -1;
    private Map<String, Long> seenFrames = frames;

    /**
     * @param clock what time is asked of
     * @param recorder gets every observation in order, one at a time; may block to slow the run down
     */
    public Timeline(Clock clock, Consumer<Observation> recorder) {
        this.clock = clock;
        this.recorder = recorder;
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
        synchronized (lock) {
            put(observation);
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
            put(observation);
            see(observation.time());
            return observation;
        }
    }

    /** The run sees everything that is there now. */
    void see(long time) {
        synchronized (lock) {
            seen = sequence;
            seenTime = Math.max(seenTime, time);
            seenFrames = Map.copyOf(frames);
        }
    }

    /** Back to the beginning: a replay starts again. */
    void forget() {
        synchronized (lock) {
            samples.clear();
            frames.clear();
            lost.clear();
            List.of(faults, commands, events, stalls).forEach(Log::clear);
            sequence = 0;
            seen = 0;
            seenTime = 0;
            seenFrames = Map.of();
        }
    }

    private void put(Observation observation) {
        sequence++;
        keep(observation);
        recorder.accept(observation);
    }

    private void keep(Observation observation) {
        if (observation instanceof Sample sample) {
            samples.computeIfAbsent(sample.signal(), name -> new Series()).add(sample, sequence);
        } else if (observation instanceof Observation.Frame frame) {
            frames.merge(frame.packet().retained() ? retained(frame.channel()) : frame.channel(), 1L, Long::sum);
        } else if (observation instanceof FrameFault fault) {
            faults.add(fault, sequence);
        } else if (observation instanceof CommandSent command) {
            commands.add(command, sequence);
        } else if (observation instanceof Stall stall) {
            stalls.add(stall, sequence);
        } else if (observation instanceof ChannelEvent event) {
            events.add(event, sequence);
            if (event.kind() == ChannelEvent.Kind.LOST) {
                lost.put(event.channel(), event);
            } else if (event.kind() != ChannelEvent.Kind.OPENED) {
                lost.remove(event.channel());
            }
        }
    }

    /** The samples of a signal in a stretch, both ends included. */
    public List<Sample> samples(String signal, long from, long to) {
        synchronized (lock) {
            Series series = samples.get(signal);
            return series == null ? List.of() : series.between(from, to, seen);
        }
    }

    /** The newest sample of a signal. */
    public Optional<Sample> latest(String signal) {
        synchronized (lock) {
            Series series = samples.get(signal);
            int size = series == null ? 0 : series.sizeAt(seen);
            return size == 0 ? Optional.empty() : Optional.of(series.get(size - 1));
        }
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
    private static String retained(String channel) {
        return channel + " retained";
    }

    /** What was wrong with frames of a channel in a stretch, both ends included. */
    public List<FrameFault> faults(String channel, long from, long to) {
        synchronized (lock) {
            return faults.upTo(seen)
                    .filter(fault -> fault.channel().equals(channel) && fault.time() >= from && fault.time() <= to)
                    .toList();
        }
    }

    /** The commands that were sent in a stretch, both ends included. */
    public List<CommandSent> commands(long from, long to) {
        synchronized (lock) {
            return commands.upTo(seen)
                    .filter(command -> command.time() >= from && command.time() <= to)
                    .toList();
        }
    }

    /** The last sending of a command. */
    public Optional<CommandSent> lastCommand(String name) {
        return lastCommand(command -> command.command().equals(name));
    }

    /** The last sending of a command that changes the device's state. */
    public Optional<CommandSent> lastChange() {
        return lastCommand(CommandSent::changesState);
    }

    private Optional<CommandSent> lastCommand(Predicate<CommandSent> wanted) {
        synchronized (lock) {
            return commands.backFrom(seen).filter(wanted).findFirst();
        }
    }

    /** The channels that are broken now, with what was said of it, in the order in which they broke. */
    public List<ChannelEvent> lostChannels() {
        synchronized (lock) {
            return List.copyOf(lost.values());
        }
    }

    /** Everything that happened to channels in a stretch, both ends included. */
    public List<ChannelEvent> events(long from, long to) {
        synchronized (lock) {
            return events.upTo(seen)
                    .filter(event -> event.time() >= from && event.time() <= to)
                    .toList();
        }
    }

    /**
     * By how much a stamp may be late because the harness was held up then, in nanoseconds; 0 where it was not.
     *
     * @param stamp nanoseconds since the run's start
     */
    public long lateness(long stamp) {
        synchronized (lock) {
            return stalls.upTo(seen)
                    .filter(stall -> stall.covers(stamp))
                    .mapToLong(Stall::duration)
                    .max()
                    .orElse(0);
        }
    }

    /**
     * Waits for a sample.
     *
     * @param from samples before this time do not count
     * @param until samples after this time do not count either, however late it is looked; ns since the run's start
     * @return the first such sample; empty where none came in time or a channel broke
     */
    public Optional<Sample> await(String signal, long from, Predicate<Sample> wanted, long until) {
        Search search = new Search(signal, from, wanted, until);
        clock.await(() -> search.found().isPresent() || !lostChannels().isEmpty(), until);
        Optional<Sample> found = search.found();
        found.ifPresentOrElse(search::see, () -> note(new Observation.Mark(clock.now())));
        return found;
    }

    /**
     * Waits until a time has come.
     *
     * @return false where a channel broke before
     */
    public boolean awaitTime(long until) {
        boolean broken = clock.await(() -> !lostChannels().isEmpty(), until);
        note(new Observation.Mark(clock.now()));
        return !broken;
    }

    /** Looks at each sample once, however often it is asked. */
    private final class Search {
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
                Series series = samples.get(signal);
                if (series != null && seenTime >= 0) {
                    seen = Math.max(seen, series.sequence(next - 1));
                    seenTime = Math.max(seenTime, sample.time());
                }
            }
        }

        Optional<Sample> found() {
            synchronized (lock) {
                Series series = samples.get(signal);
                if (found.isPresent() || series == null) {
                    return found;
                }
                if (next < 0) {
                    next = series.firstAt(from);
                }
                while (next < series.size()
                        && found.isEmpty()
                        && series.get(next).time() <= until) {
                    found = Optional.of(series.get(next++)).filter(wanted);
                }
                return found;
            }
        }
    }
}
