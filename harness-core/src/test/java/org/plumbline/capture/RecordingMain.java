package org.plumbline.capture;

import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import org.plumbline.bench.Bench;
import org.plumbline.channel.Packet;
import org.plumbline.channel.Value;
import org.plumbline.error.HarnessException;
import org.plumbline.run.RunPlan;
import org.plumbline.standard.Standard;
import org.plumbline.text.Language;
import org.plumbline.text.Text;
import org.plumbline.timeline.Direction;
import org.plumbline.timeline.LiveClock;
import org.plumbline.timeline.Observation;

/** A process that records: {@code samples} without an end, or {@code frames} until the disk is full. */
final class RecordingMain {

    static final Instant STARTED = Instant.parse("2026-11-01T00:00:00Z");

    private static final int FRAMES = 6000;
    private static final int FRAME = 1024;
    private static final long PERIOD = 200_000;

    private RecordingMain() {}

    public static void main(String[] arguments) {
        Recorder recorder = Recorder.open(plan(Path.of(arguments[0]), "live", CaptureTest.bench(name -> null)));
        if (arguments[1].equals("samples")) {
            samples(recorder, System.out);
        } else {
            frames(recorder, System.out);
        }
    }

    static RunPlan plan(Path folder, String driver, Bench bench) {
        Standard standard = new Standard(
                "X",
                Text.same("x"),
                "local",
                "draft",
                "1",
                List.of(),
                List.of(),
                java.util.Map.of(),
                java.util.Map.of(),
                List.of(),
                org.plumbline.standard.Completeness.DEFAULT,
                List.of());
        return new RunPlan("run-1", "x", STARTED, driver, standard, bench, List.of(), List.of(), folder, null);
    }

    /** Prints the time of each sample once the recorder has taken it. */
    private static void samples(Recorder recorder, PrintStream out) {
        LiveClock clock = new LiveClock();
        long next = 0;
        while (true) {
            clock.await(() -> false, next);
            long time = clock.now();
            recorder.accept(new Observation.Sample(time, "level", new Value.Numeric(time)));
            out.println(time);
            out.flush();
            next = time + PERIOD;
        }
    }

    private static void frames(Recorder recorder, PrintStream out) {
        Random noise = new Random(1);
        for (int i = 0; i < FRAMES; i++) {
            byte[] bytes = new byte[FRAME];
            noise.nextBytes(bytes);
            recorder.accept(new Observation.Frame(i, "wire", Direction.RECEIVED, Packet.of(bytes)));
        }
        try {
            recorder.close();
            out.println("complete");
        } catch (HarnessException e) {
            out.println(e.message(Language.EN));
            out.println(e.message(Language.ZH));
        }
    }
}
