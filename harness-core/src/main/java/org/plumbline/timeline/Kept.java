package org.plumbline.timeline;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.BiPredicate;
import org.plumbline.channel.Packet;
import org.plumbline.channel.Value;
import org.plumbline.timeline.Observation.Boundary;
import org.plumbline.timeline.Observation.ChannelEvent;
import org.plumbline.timeline.Observation.CommandFailed;
import org.plumbline.timeline.Observation.CommandSent;
import org.plumbline.timeline.Observation.FrameFault;
import org.plumbline.timeline.Observation.JudgedStep;
import org.plumbline.timeline.Observation.Repetition;
import org.plumbline.timeline.Observation.Sample;
import org.plumbline.timeline.Observation.Stall;
import org.plumbline.timeline.Observation.WallClock;

/** What a timeline keeps of its observations for those who ask. Guarded by the timeline's lock. */
final class Kept {

    private final Object lock;
    private final Pages pages;
    private final Map<String, Series> samples = new HashMap<>();
    private final Series none;
    private final Map<String, Long> frames = new HashMap<>();
    private final Map<String, FrameLog> received = new HashMap<>();
    private final Map<String, Log<FrameFault>> faults = new HashMap<>();
    private final Log<CommandSent> commands;
    private final Map<String, Series> byName = new HashMap<>();
    private final Series changes;
    private final Log<CommandFailed> failures;
    private final Series acts;
    private final Log<ChannelEvent> events;
    private final Stalls stalls;
    private final WallClocks wallClocks;
    private final Set<String> open = new LinkedHashSet<>();
    private final Map<String, ChannelEvent> lost = new LinkedHashMap<>();
    private final Series losses;
    private final Series takenBack;
    private final Series trialEnds;
    private final BiPredicate<String, Packet> actsOnNetwork;
    private boolean networkActed;

    /** @param actsOnNetwork whether a packet sent on a channel acts on the network */
    Kept(Object lock, Pages pages, BiPredicate<String, Packet> actsOnNetwork) {
        this.lock = lock;
        this.pages = pages;
        this.actsOnNetwork = actsOnNetwork;
        this.none = new Series(pages);
        this.commands = new Log<>(lock, pages, new Shape.Commands());
        this.changes = new Series(pages);
        this.failures = new Log<>(lock, pages, new Shape.Failures());
        this.acts = new Series(pages);
        this.losses = new Series(pages);
        this.takenBack = new Series(pages);
        this.trialEnds = new Series(pages);
        this.events = new Log<>(lock, pages, new Shape.Events());
        this.stalls = new Stalls(pages);
        this.wallClocks = new WallClocks(pages);
    }

    void add(Observation observation, long sequence) {
        if (observation instanceof Sample sample) {
            add(sample, sequence);
        } else if (observation instanceof Observation.Frame frame) {
            frames.merge(
                    frame.packet().retained() ? Timeline.retained(frame.channel()) : frame.channel(), 1L, Long::sum);
            if (frame.direction() == Direction.RECEIVED) {
                received(frame.channel()).add(frame, sequence);
            } else if (actsOnNetwork.test(frame.channel(), frame.packet())) {
                networkActed = true;
            }
        } else if (observation instanceof Boundary boundary) {
            if (boundary.endsTrial()) {
                trialEnds.add(boundary.time(), sequence, Page.WORD, 0, null);
                takeBack(boundary.time(), sequence);
            }
        } else if (observation instanceof JudgedStep judged) {
            if (judged.boundary().endsTrial()) {
                trialEnds.add(judged.time(), sequence, Page.WORD, 0, null);
            }
        } else if (observation instanceof FrameFault fault) {
            faults.computeIfAbsent(fault.channel(), name -> new Log<>(lock, pages, new Shape.Faults(name)))
                    .add(fault, sequence);
            received(fault.channel()).add(fault, sequence);
        } else if (observation instanceof CommandSent command) {
            add(command, sequence);
        } else if (observation instanceof CommandFailed failed) {
            failures.add(failed, sequence);
            actIf(failed.changesState(), failed.time(), sequence);
        } else if (observation instanceof Repetition repetition) {
            actIf(true, repetition.time(), sequence);
        } else if (observation instanceof Stall stall) {
            stalls.add(stall, sequence);
        } else if (observation instanceof WallClock reading) {
            wallClocks.add(reading, sequence);
        } else if (observation instanceof ChannelEvent event) {
            add(event, sequence);
        }
    }

    private FrameLog received(String channel) {
        return received.computeIfAbsent(channel, name -> new FrameLog(pages));
    }

    /** What a trial did to the network is taken back at its end; not at that of one which only looks at a recording. */
    private void takeBack(long time, long sequence) {
        if (networkActed) {
            takenBack.add(time, sequence, Page.WORD, 0, null);
        }
        networkActed = false;
    }

    /** Whether what somebody did to the network has not been taken back yet. */
    boolean networkActed() {
        return networkActed;
    }

    private void add(Sample sample, long sequence) {
        Series series = samples.computeIfAbsent(sample.signal(), name -> new Series(pages));
        if (sample.value() instanceof Value.Numeric numeric) {
            series.add(sample.time(), sequence, Page.WORD, Double.doubleToRawLongBits(numeric.value()), null);
        } else if (sample.value() instanceof Value.Logical logical) {
            series.add(sample.time(), sequence, Page.LOGICAL, logical.value() ? 1 : 0, null);
        } else if (sample.value() instanceof Value.Literal literal) {
            series.add(sample.time(), sequence, Page.LITERAL, 0, literal.value());
        }
    }

    /** What a repetition sends may be hundreds of thousands: the last of a name is found without going over them. */
    private void add(CommandSent command, long sequence) {
        int index = commands.add(command, sequence);
        byName.computeIfAbsent(command.command(), name -> new Series(pages))
                .add(command.time(), sequence, Page.WORD, index, null);
        if (command.changesState()) {
            changes.add(command.time(), sequence, Page.WORD, index, null);
        }
        actIf(command.changesState() && !command.repeated(), command.time(), sequence);
    }

    private void actIf(boolean disturbing, long time, long sequence) {
        if (disturbing) {
            acts.add(time, sequence, Page.WORD, 0, null);
        }
    }

    private void add(ChannelEvent event, long sequence) {
        events.add(event, sequence);
        if (event.kind() == ChannelEvent.Kind.OPENED) {
            open.add(event.channel());
        } else if (event.kind() == ChannelEvent.Kind.CLOSED) {
            open.remove(event.channel());
        }
        if (event.kind() == ChannelEvent.Kind.LOST) {
            lost.put(event.channel(), event);
            losses.add(event.time(), sequence, Page.WORD, 0, null);
        } else if (event.kind() == ChannelEvent.Kind.RESTORED || event.kind() == ChannelEvent.Kind.CLOSED) {
            lost.remove(event.channel());
        }
    }

    /** An empty one where there are no samples. */
    Series series(String signal) {
        return samples.getOrDefault(signal, none);
    }

    Map<String, Long> frames() {
        return frames;
    }

    List<FrameFault> faults(String channel, long from, long to, long sequence) {
        Log<FrameFault> log = faults.get(channel);
        return log == null ? List.of() : log.between(from, to, sequence);
    }

    FrameCount received(String channel, long from, long to, long sequence) {
        return received(channel).between(from, to, sequence);
    }

    long longestSilence(String channel, long from, long to, long sequence) {
        return received(channel).longestSilence(from, to, sequence);
    }

    long interval(String channel, long before, long from, long to, long sequence) {
        return received(channel).interval(before, from, to, sequence);
    }

    List<CommandSent> commands(long from, long to, long sequence) {
        return commands.between(from, to, sequence);
    }

    Optional<CommandSent> lastCommand(String name, long sequence) {
        Series series = byName.get(name);
        return series == null ? Optional.empty() : last(series, sequence);
    }

    Optional<CommandSent> lastChange(long sequence) {
        return last(changes, sequence);
    }

    List<CommandFailed> failures(long from, long to, long sequence) {
        return failures.between(from, to, sequence);
    }

    OptionalLong lastAct(long sequence) {
        return lastTime(acts, sequence);
    }

    OptionalLong lastTakenBack(long sequence) {
        return lastTime(takenBack, sequence);
    }

    OptionalLong lastTrialEnd(long sequence) {
        return lastTime(trialEnds, sequence);
    }

    private static OptionalLong lastTime(Series series, long sequence) {
        int size = series.sizeAt(sequence);
        return size == 0 ? OptionalLong.empty() : OptionalLong.of(series.time(size - 1));
    }

    private Optional<CommandSent> last(Series indexes, long sequence) {
        int size = indexes.sizeAt(sequence);
        if (size == 0) {
            return Optional.empty();
        }
        Series.Part part = indexes.part(size - 1);
        return Optional.of(commands.get((int) part.page().words[size - 1 - part.from()]));
    }

    List<ChannelEvent> events(long from, long to, long sequence) {
        return events.between(from, to, sequence);
    }

    List<ChannelEvent> lost() {
        return List.copyOf(lost.values());
    }

    List<String> open() {
        return List.copyOf(open);
    }

    /** The place of the first loss after one among all observations; the last of all where there was none. */
    long firstLoss(long after) {
        int before = losses.sizeAt(after);
        return before < losses.size() ? losses.sequence(before) : Long.MAX_VALUE;
    }

    long lateness(long stamp, long sequence) {
        return stalls.lateness(stamp, sequence);
    }

    long pressure(long from, long to, long sequence) {
        return stalls.pressure(from, to, sequence);
    }

    OptionalLong utc(long time, long sequence) {
        return wallClocks.utc(time, sequence);
    }

    Optional<WallClock.Step> step(long from, long to, long sequence) {
        return wallClocks.step(from, to, sequence);
    }

    void requireWhole() {
        pages.requireWhole();
    }

    void close() {
        pages.close();
    }

    /** Nothing, with room for as much. */
    Kept another() {
        close();
        return new Kept(lock, pages.another(), actsOnNetwork);
    }
}
