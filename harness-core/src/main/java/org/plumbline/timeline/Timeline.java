package org.plumbline.timeline;

import java.util.ArrayList;
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
 */
public final class Timeline {

    private final Clock clock;
    private final Consumer<Observation> recorder;
    private final Object lock = new Object();
    private final Map<String, Series> samples = new HashMap<>();
    private final Map<String, Long> frames = new HashMap<>();
    private final List<FrameFault> faults = new ArrayList<>();
    private final List<CommandSent> commands = new ArrayList<>();
    private final List<ChannelEvent> events = new ArrayList<>();
    private final List<Stall> stalls = new ArrayList<>();
    private final Map<String, ChannelEvent> lost = new LinkedHashMap<>();

    /**
     * @param clock what time is asked of
     * @param recorder gets every observation in order, one at a time; may block to slow the run down
     */
    public Timeline(Clock clock, Consumer<Observation> recorder) {
        this.clock = clock;
        this.recorder = recorder;
    }

    /** The clock of this run. */
    public Clock clock() {
        return clock;
    }

    /** Adds what happened and wakes those who wait. */
    public void append(Observation observation) {
        synchronized (lock) {
            keep(observation);
            recorder.accept(observation);
        }
        clock.changed();
    }

    private void keep(Observation observation) {
        if (observation instanceof Sample sample) {
            samples.computeIfAbsent(sample.signal(), name -> new Series()).add(sample);
        } else if (observation instanceof Observation.Frame frame) {
            frames.merge(frame.channel(), 1L, Long::sum);
        } else if (observation instanceof FrameFault fault) {
            faults.add(fault);
        } else if (observation instanceof CommandSent command) {
            commands.add(command);
        } else if (observation instanceof Stall stall) {
            stalls.add(stall);
        } else if (observation instanceof ChannelEvent event) {
            events.add(event);
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
            return series == null ? List.of() : series.between(from, to);
        }
    }

    /** The newest sample of a signal. */
    public Optional<Sample> latest(String signal) {
        synchronized (lock) {
            Series series = samples.get(signal);
            return series == null ? Optional.empty() : Optional.of(series.get(series.size() - 1));
        }
    }

    /** How many frames have passed on a channel, both directions. */
    public long frameCount(String channel) {
        synchronized (lock) {
            return frames.getOrDefault(channel, 0L);
        }
    }

    /** What was wrong with frames of a channel in a stretch, both ends included. */
    public List<FrameFault> faults(String channel, long from, long to) {
        synchronized (lock) {
            return faults.stream()
                    .filter(fault -> fault.channel().equals(channel) && fault.time() >= from && fault.time() <= to)
                    .toList();
        }
    }

    /** The commands that were sent in a stretch, both ends included. */
    public List<CommandSent> commands(long from, long to) {
        synchronized (lock) {
            return commands.stream()
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
            for (int i = commands.size() - 1; i >= 0; i--) {
                if (wanted.test(commands.get(i))) {
                    return Optional.of(commands.get(i));
                }
            }
            return Optional.empty();
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
            return events.stream()
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
            return stalls.stream()
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
        return search.found();
    }

    /**
     * Waits until a time has come.
     *
     * @return false where a channel broke before
     */
    public boolean awaitTime(long until) {
        return !clock.await(() -> !lostChannels().isEmpty(), until);
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
