package org.plumbline.benchmark.serial;

import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.plumbline.benchmark.figure.Sorted;
import org.plumbline.benchmark.recording.Recorded;
import org.plumbline.benchmark.recording.Recording;
import org.plumbline.channel.Value;
import org.plumbline.pty.PseudoTerminal;
import org.plumbline.timeline.LiveClock;
import org.plumbline.timeline.Observation.Sample;

/**
 * How long after the writer looked at the clock, right before the write, the time stamps of its sentences are: the same
 * clock. All in microseconds.
 */
record Lateness(double median, double p99, double max) {

    /** Ten seconds: until then the compiler takes the processors from the readers, and from ours more than from the bare one. */
    private static final int WARM_UP = 10_000;

    private static final int COUNT = WARM_UP + 6_000;
    private static final long PATIENCE = TimeUnit.MINUTES.toNanos(1);

    /** As in a run: one thread waits for what is to come on the timeline, while the device writes. */
    static Lateness ofPlumbline(Path folder) throws IOException, InterruptedException {
        try (PseudoTerminal terminal = PseudoTerminal.open();
                LiveClock clock = new LiveClock()) {
            Recording recording = Recording.open(folder, Sentences.device(terminal.port()), clock);
            Writer writer = new Writer(terminal, clock, COUNT);
            try (recording) {
                writer.start();
                Value last = new Value.Numeric(COUNT - 1);
                recording.timeline().await("n", 0, sample -> sample.value().equals(last), PATIENCE);
                writer.join();
            }
            Recorded.check(recording.timeline(), "n", COUNT);
            Recorded.check(Recording.capture(folder), "n", COUNT);
            return of(
                    writer.written(),
                    recording.timeline().samples("n", 0, PATIENCE).stream()
                            .mapToLong(Sample::time)
                            .toArray());
        }
    }

    /** The same with nothing but a loop of read(2). */
    static Lateness ofBareRead() throws IOException, InterruptedException {
        long[] read = new long[COUNT];
        byte[] buffer = new byte[1 << 16];
        try (PseudoTerminal terminal = PseudoTerminal.open();
                LiveClock clock = new LiveClock();
                InputStream port = new FileInputStream(terminal.port().toFile())) {
            Writer writer = new Writer(terminal, clock, COUNT);
            writer.start();
            int line = 0;
            while (line < COUNT) {
                int count = port.read(buffer);
                long time = clock.now();
                for (int i = 0; i < count; i++) {
                    if (buffer[i] == '\n') {
                        read[line++] = time;
                    }
                }
            }
            writer.join();
            return of(writer.written(), read);
        }
    }

    private static Lateness of(long[] written, long[] stamped) {
        Sorted late = Sorted.of(IntStream.range(WARM_UP, COUNT)
                .mapToObj(i -> (stamped[i] - written[i]) / 1e3)
                .toList());
        return new Lateness(late.median(), late.percentile(99), late.max());
    }

    /** The middle of each over rounds. */
    static Lateness median(List<Lateness> rounds) {
        return new Lateness(
                median(rounds, Lateness::median), median(rounds, Lateness::p99), median(rounds, Lateness::max));
    }

    private static double median(List<Lateness> rounds, ToDoubleFunction<Lateness> of) {
        return Sorted.of(rounds.stream().mapToDouble(of).boxed().toList()).median();
    }
}
