package org.plumbline.benchmark.serial;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.plumbline.benchmark.figure.Child;
import org.plumbline.benchmark.figure.Figures;
import org.plumbline.benchmark.figure.Machine;
import org.plumbline.benchmark.figure.Scratch;
import org.plumbline.benchmark.figure.Sorted;
import org.plumbline.benchmark.recording.ListenMain;
import org.plumbline.benchmark.recording.Recorded;
import org.plumbline.benchmark.recording.Recording;
import org.plumbline.pty.PseudoTerminal;
import org.plumbline.timeline.LiveClock;

/**
 * Writes numbered NMEA 0183 sentences into a pseudo-terminal as fast as it takes them. Plumbline, in a process of its own,
 * has each on the timeline and in the capture; the peer, {@code cat}, throws them away. Then few sentences, to see how
 * late their time stamps are. Start it with {@code bench/serial}.
 */
public final class SerialSpeed {

    private static final int COUNT = 1_000_000;

    /** So many come before the time begins, until both sides are compiled. */
    private static final int WARM_UP = 400_000;

    private static final double GOAL = 10;
    private static final double LATE = 200;

    private final Scratch scratch;
    private final List<byte[]> blocks = Sentences.blocks(COUNT);
    private final double megabytes =
            blocks.stream().mapToLong(block -> block.length).sum() / 1e6;
    private final List<Double> ours = new ArrayList<>();
    private final List<Double> peers = new ArrayList<>();
    private final List<Lateness> lateness = new ArrayList<>();
    private int lost;
    private final List<Lateness> bare = new ArrayList<>();

    private SerialSpeed(Scratch scratch) {
        this.scratch = scratch;
    }

    /** @param arguments the number of rounds, 5 where it is left out */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        int rounds = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 5;
        boolean met;
        try (Scratch scratch = Scratch.create("serial")) {
            SerialSpeed speed = new SerialSpeed(scratch);
            for (int round = 0; round < rounds; round++) {
                speed.round(round % 2 == 0);
            }
            met = speed.print(rounds);
        }
        System.exit(met ? 0 : 1);
    }

    private void round(boolean oursFirst) throws IOException, InterruptedException {
        Path folder = scratch.resolve("lateness");
        if (oursFirst) {
            ours.add(recorded());
            peers.add(megabytes / discard());
        } else {
            peers.add(megabytes / discard());
            ours.add(recorded());
        }
        if (oursFirst) {
            lateness.add(Lateness.ofPlumbline(folder));
            bare.add(Lateness.ofBareRead());
        } else {
            bare.add(Lateness.ofBareRead());
            lateness.add(Lateness.ofPlumbline(folder));
        }
        Scratch.delete(folder);
    }

    /** In MB a second; 0 where anything was lost. */
    private double recorded() throws InterruptedException {
        try {
            return Sentences.megabytes(WARM_UP, COUNT) / record();
        } catch (IOException e) {
            System.out.println("lost: " + e.getMessage());
            lost++;
            return 0;
        }
    }

    /** From the first sentence's arrival to the end of the capture, in seconds. */
    private double record() throws IOException, InterruptedException {
        Path folder = scratch.resolve("capture");
        try (PseudoTerminal terminal = PseudoTerminal.open()) {
            Path device = Files.writeString(scratch.resolve("device.yaml"), Sentences.device(terminal.port()));
            try (Child child =
                    Child.java(List.of("-XX:+UseSerialGC"), ListenMain.class, folder, device, COUNT, WARM_UP)) {
                child.await("ready");
                write(terminal);
                double seconds = child.numbers().get("seconds");
                Recorded.check(Recording.capture(folder), "n", COUNT);
                return seconds;
            }
        } finally {
            Scratch.delete(folder);
        }
    }

    /** From the first byte written to the last, in seconds: all but a buffer of the kernel was read by then. */
    private double discard() throws IOException {
        try (PseudoTerminal terminal = PseudoTerminal.open();
                Child child = Child.program(
                        "sh", "-c", "exec < \"$1\"; echo ready; exec cat > /dev/null", "sh", terminal.port());
                LiveClock clock = new LiveClock()) {
            child.await("ready");
            long begun = clock.now();
            write(terminal);
            return (clock.now() - begun) / 1e9;
        }
    }

    private void write(PseudoTerminal terminal) throws IOException {
        for (int i = 0; i < blocks.size(); i++) {
            byte[] block = blocks.get(i);
            if (!terminal.write(block)) {
                throw new IOException(
                        "block " + i + " of " + blocks.size() + " was not taken within 0.2 s: bytes were lost");
            }
        }
    }

    private boolean print(int rounds) {
        System.out.printf(
                Locale.ROOT,
                "%,d sentences, %.1f MB, of which %,d warm up; median of %d rounds; %s; peers: cat > /dev/null; a bare loop of read(2)%n",
                COUNT,
                megabytes,
                WARM_UP,
                rounds,
                Machine.line());
        Figures figures = new Figures();
        figures.atLeast(
                "timeline and capture",
                Sorted.of(ours).median(),
                Sorted.of(peers).median(),
                "MB/s",
                GOAL);
        figures.atMost("rounds with a loss", lost, 0, "", 0);
        Lateness late = Lateness.median(lateness);
        Lateness least = Lateness.median(bare);
        figures.note("stamp late, median", late.median(), least.median(), "us");
        figures.atMost("stamp late, 99th percentile", late.p99(), least.p99(), "us", LATE);
        figures.note("stamp late, at most", late.max(), least.max(), "us");
        return figures.print();
    }
}
