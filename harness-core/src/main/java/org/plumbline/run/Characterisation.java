package org.plumbline.run;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.plumbline.alignment.AlignedFile;
import org.plumbline.bench.Bench;
import org.plumbline.bench.ChannelSpec;
import org.plumbline.bench.Secrets;
import org.plumbline.channel.Adapters;
import org.plumbline.channel.Loopback;
import org.plumbline.measure.Timing;
import org.plumbline.text.Text;
import org.plumbline.timeline.LiveClock;

/**
 * What the time stamps of a run are worth: the harness's own on this machine, measured at the start of a live run, and those
 * of files that were aligned with it afterwards.
 *
 * @param resolution the smallest step of the clock that was seen, in nanoseconds; 0 where nothing was measured
 * @param channels one entry for each channel of the bench
 * @param files one entry for each channel of which a file came
 */
public record Characterisation(long resolution, List<ChannelLatency> channels, List<AlignedFile> files) {

    /** Nothing was measured: virtual time, or a recording from before. */
    public static final Characterisation NONE = new Characterisation(0, List.of());

    /** Without files. */
    public Characterisation(long resolution, List<ChannelLatency> channels) {
        this(resolution, channels, List.of());
    }

    private static final int STEPS = 1000;
    private static final double NANOS = 1e-9;

    /** Measures clock and channels; takes about a second for each channel, longer on a busy computer, and never fails. */
    static Characterisation measure(Bench bench, Adapters adapters, LiveClock clock) {
        List<ChannelLatency> channels = new ArrayList<>();
        for (ChannelSpec channel : bench.channels()) {
            if (channel.comesAsFile()) {
                continue;
            }
            Loopback loopback = adapters.transport(channel.transport())
                    .map(transport -> transport.loopback(channel, clock::now))
                    .orElseThrow();
            channels.add(ChannelLatency.of(channel, redacted(loopback, bench.secrets())));
        }
        return new Characterisation(resolution(clock), List.copyOf(channels));
    }

    /** The same with a clock of its own. */
    public static Characterisation of(Bench bench, Adapters adapters) {
        try (LiveClock clock = new LiveClock()) {
            return measure(bench, adapters, clock);
        }
    }

    private static Loopback redacted(Loopback loopback, Secrets secrets) {
        Text why = loopback.trouble();
        return why == null ? loopback : Loopback.none(secrets.redact(why));
    }

    private static long resolution(LiveClock clock) {
        long smallest = Long.MAX_VALUE;
        for (int i = 0; i < STEPS; i++) {
            long before = clock.now();
            long after = clock.now();
            smallest = after > before ? Math.min(smallest, after - before) : smallest;
        }
        return smallest == Long.MAX_VALUE ? 0 : smallest;
    }

    /** The same with files that were aligned. */
    public Characterisation with(List<AlignedFile> aligned) {
        List<AlignedFile> all = new ArrayList<>(files);
        all.addAll(aligned);
        return new Characterisation(resolution, channels, List.copyOf(all));
    }

    /** The file of a channel; empty where none came. */
    public Optional<AlignedFile> file(String channel) {
        return files.stream().filter(file -> file.channel().equals(channel)).findFirst();
    }

    /** Half-width of the distribution of one time stamp, in seconds: assumed, or measured where that is more. */
    public double halfWidth() {
        double worst = channels.stream()
                .mapToDouble(channel -> channel.p99() * NANOS)
                .max()
                .orElse(0);
        return Math.max(Timing.STAMP_HALF_WIDTH, worst);
    }
}
