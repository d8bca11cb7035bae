package org.plumbline.cli;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.plumbline.bench.Bench;
import org.plumbline.bench.ChannelSpec;
import org.plumbline.bench.SignalSpec;
import org.plumbline.text.Language;
import org.plumbline.text.Text;
import org.plumbline.timeline.Direction;
import org.plumbline.timeline.Observation;

/** What a recording has of each channel. */
final class ChannelCounts implements Consumer<Observation> {

    private final Map<String, LongAdder> received = new ConcurrentHashMap<>();
    private final Map<String, LongAdder> frames = new ConcurrentHashMap<>();
    private final Map<String, LongAdder> faults = new ConcurrentHashMap<>();
    private final Map<String, LongAdder> samples = new ConcurrentHashMap<>();

    @Override
    public void accept(Observation observation) {
        if (observation instanceof Observation.Frame frame) {
            count(frames, frame.channel());
            if (frame.direction() == Direction.RECEIVED) {
                count(received, frame.channel());
            }
        } else if (observation instanceof Observation.Sample sample) {
            count(samples, sample.signal());
        } else if (observation instanceof Observation.FrameFault fault) {
            count(faults, fault.channel());
        }
    }

    private static void count(Map<String, LongAdder> counts, String name) {
        counts.computeIfAbsent(name, any -> new LongAdder()).increment();
    }

    /** One line for each channel; none where there is but one, of which the sum says it all. */
    List<String> lines(Bench bench, Language language) {
        List<ChannelSpec> channels = live(bench);
        Columns columns = new Columns();
        for (ChannelSpec channel : channels) {
            long told = signals(bench, channel.name())
                    .mapToLong(signal -> sum(samples, signal.name()))
                    .sum();
            columns.row(
                    "  " + channel.name(),
                    new Text("%d 帧，%d 个样本，%d 处错误", "%d frames, %d samples, %d faults")
                            .with(sum(frames, channel.name()), told, sum(faults, channel.name()))
                            .in(language));
        }
        return channels.size() == 1 ? List.of() : columns.lines();
    }

    /** The channels that nothing came on, of those with a signal that does not only come with an event. */
    List<String> silent(Bench bench) {
        return live(bench).stream()
                .map(ChannelSpec::name)
                .filter(channel -> sum(received, channel) == 0)
                .filter(channel -> signals(bench, channel)
                        .anyMatch(signal -> !signal.sampling().onEvent()))
                .toList();
    }

    private static Stream<SignalSpec> signals(Bench bench, String channel) {
        return bench.signals().stream().filter(signal -> signal.channel().equals(channel));
    }

    private static List<ChannelSpec> live(Bench bench) {
        return bench.channels().stream()
                .filter(channel -> !channel.comesAsFile())
                .toList();
    }

    private static long sum(Map<String, LongAdder> counts, String name) {
        LongAdder count = counts.get(name);
        return count == null ? 0 : count.sum();
    }
}
