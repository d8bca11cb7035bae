package org.plumbline.benchmark.recording;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.plumbline.bench.Bench;
import org.plumbline.bench.Secrets;
import org.plumbline.benchfile.BenchFile;
import org.plumbline.capture.Recorder;
import org.plumbline.channel.Adapters;
import org.plumbline.run.RunPlan;
import org.plumbline.run.Session;
import org.plumbline.run.Wiring;
import org.plumbline.standard.Standard;
import org.plumbline.timeline.LiveClock;
import org.plumbline.timeline.Observation;
import org.plumbline.timeline.Timeline;

/** A device that is listened to: real transport, codec, timeline and capture, without a suite. */
public final class Recording implements AutoCloseable {

    private static final String BENCH = """
            laboratory: {name: none}
            operator: none
            device: device.yaml
            """;

    private final Recorder recorder;
    private final Session session;
    private final AtomicBoolean sealed;

    private Recording(Recorder recorder, Session session, AtomicBoolean sealed) {
        this.recorder = recorder;
        this.session = session;
        this.sealed = sealed;
    }

    /**
     * Opens the channels of the device.
     *
     * @param folder a new one for the files and the capture
     * @param device the content of device.yaml
     */
    public static Recording open(Path folder, String device, LiveClock clock) throws IOException {
        Files.createDirectories(folder);
        Files.writeString(folder.resolve("device.yaml"), device);
        Path file = Files.writeString(folder.resolve("bench.yaml"), BENCH);
        Adapters adapters = Adapters.installed();
        Bench bench = BenchFile.read(file, adapters, Secrets.fromEnvironment());
        RunPlan plan = new RunPlan(
                "run", "none", RunPlan.VIRTUAL_START, "live", Standard.NONE, bench, List.of(), List.of(), folder, null);
        AtomicBoolean sealed = new AtomicBoolean();
        Recorder recorder = Recorder.open(plan);
        Consumer<Observation> whileOpen = observation -> {
            if (!sealed.get()) {
                recorder.accept(observation);
            }
        };
        Session session = Session.open(plan.standard(), bench, adapters, Wiring.of(adapters), clock, whileOpen);
        return new Recording(recorder, session, sealed);
    }

    /** Where a recording in that folder has its capture. */
    public static Path capture(Path folder) {
        return folder.resolve("data").resolve("capture").resolve("run.mcap");
    }

    /** What is observed. */
    public Timeline timeline() {
        return session.timeline();
    }

    /** Ends the capture: what was observed is in it. The timeline can still be read. */
    public void seal() {
        if (!sealed.getAndSet(true)) {
            recorder.close();
        }
    }

    /** Ends the channels, and the capture. */
    @Override
    public void close() {
        session.close();
        seal();
    }
}
