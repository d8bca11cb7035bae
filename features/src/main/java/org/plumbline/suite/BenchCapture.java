package org.plumbline.suite;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.plumbline.bench.Bench;
import org.plumbline.bench.Secrets;
import org.plumbline.benchfile.BenchFile;
import org.plumbline.capture.RecordedEnd;
import org.plumbline.capture.RecordedFolder;
import org.plumbline.capture.Recorder;
import org.plumbline.channel.Adapters;
import org.plumbline.error.BenchException;
import org.plumbline.error.FileTrouble;
import org.plumbline.error.HarnessException;
import org.plumbline.error.Problem;
import org.plumbline.run.Characterisation;
import org.plumbline.run.RunPlan;
import org.plumbline.run.Session;
import org.plumbline.run.Wiring;
import org.plumbline.standard.Standard;
import org.plumbline.text.Text;
import org.plumbline.timeline.Clock;
import org.plumbline.timeline.InterruptedRunException;
import org.plumbline.timeline.LiveClock;
import org.plumbline.timeline.Observation;
import org.plumbline.timeline.Observation.ChannelEvent;
import org.plumbline.timeline.Observation.Stall;
import org.plumbline.timeline.Timeline;

/**
 * Records what a bench delivers, without a standard: nothing is judged; a device is asked by its polling plans, told what
 * channels send when they are opened, and no more.
 */
public final class BenchCapture {

    private static final String NAME = "record";

    /** After these the recording is not whole, or may not be. */
    private static final Set<ChannelEvent.Kind> GAPS = Set.of(ChannelEvent.Kind.LOST, ChannelEvent.Kind.OVERRUN);

    private final Path benchYaml;
    private final Path out;
    private final Interruption interruption;

    /**
     * @param out where the recording's folder is made
     * @param interruption ends it early
     */
    public BenchCapture(Path benchYaml, Path out, Interruption interruption) {
        this.benchYaml = benchYaml;
        this.out = out;
        this.interruption = interruption;
    }

    /**
     * What was recorded.
     *
     * @param bench what was recorded
     * @param capture run.mcap
     * @param duration in nanoseconds
     * @param gaps each break of a channel, and each time something that had arrived on one was thrown away
     * @param heldUp each time that the recording was held up, for each channel: nobody knows whether something is missing
     */
    public record Captured(
            Bench bench, Path capture, long duration, List<ChannelEvent> gaps, List<ChannelEvent> heldUp) {}

    /** Keeps apart what surely is missing and what may be. */
    private static final class Gaps implements Consumer<Observation> {

        private final List<ChannelEvent> sure = Collections.synchronizedList(new ArrayList<>());
        private final List<ChannelEvent> possible = Collections.synchronizedList(new ArrayList<>());
        private @Nullable Stall last;

        /** One at a time, in the order of the timeline: a disk that stalls is told of just before what it puts in doubt. */
        @Override
        public void accept(Observation observation) {
            if (observation instanceof Stall stall) {
                last = stall;
            } else if (observation instanceof ChannelEvent event && GAPS.contains(event.kind())) {
                (isOf(last, event) ? possible : sure).add(event);
            }
        }

        private static boolean isOf(@Nullable Stall stall, ChannelEvent event) {
            return event.kind() == ChannelEvent.Kind.OVERRUN
                    && stall != null
                    && stall.time() == event.time()
                    && stall.time() - stall.duration() == event.since();
        }
    }

    /**
     * Records for so long, or until it is interrupted. A channel that breaks is recorded too; the others go on.
     *
     * @param duration in nanoseconds
     * @param listener gets each observation, after it was recorded; on the threads that receive
     * @throws org.plumbline.error.InputException where a file is wrong
     * @throws BenchException where a channel cannot be opened: nothing is left
     * @throws HarnessException where it cannot be recorded
     */
    public Captured record(long duration, Consumer<Observation> listener) {
        Adapters adapters = Adapters.installed();
        Bench bench = BenchFile.read(benchYaml, adapters, Secrets.fromEnvironment());
        Characterisation characterisation = Characterisation.of(bench, adapters);
        Instant started = Instant.now(java.time.Clock.systemUTC());
        RunFolder folder = RunFolder.create(out, started, NAME);
        keep(folder, bench, adapters);
        Path root = folder.inputs().resolve("../..").normalize();
        RunPlan plan = new RunPlan(
                        folder.id(),
                        NAME,
                        started,
                        "live",
                        Standard.NONE,
                        bench,
                        List.of(),
                        List.of(),
                        root,
                        folder.inputs())
                .with(characterisation);
        try {
            return record(plan, adapters, root, duration, listener);
        } catch (BenchException e) {
            folder.discard();
            throw e;
        }
    }

    private static void keep(RunFolder folder, Bench bench, Adapters adapters) {
        try {
            Files.createDirectories(folder.inputs());
            folder.keep(bench, CodecFiles.of(bench, adapters));
        } catch (IOException e) {
            throw new HarnessException(
                    Problem.of(
                            new Text("无法写入 %s: %s", "cannot write to %s: %s")
                                    .with(folder.inputs(), FileTrouble.words(e)),
                            new Text("请检查权限和磁盘空间", "check permissions and disk space")),
                    e);
        }
    }

    private Captured record(RunPlan plan, Adapters adapters, Path root, long duration, Consumer<Observation> listener) {
        Gaps gaps = new Gaps();
        long took;
        try (Clockwork clockwork = new Clockwork(new LiveClock());
                Recorder recorder = Recorder.open(plan.begun(clockwork.started(plan)))) {
            took = record(plan, adapters, clockwork, recorder, duration, observation -> {
                recorder.accept(observation);
                gaps.accept(observation);
                listener.accept(observation);
            });
        } finally {
            interruption.on(null);
        }
        // only now, for a channel may find out when it is closed
        return new Captured(
                plan.bench(), RecordedFolder.capture(root), took, List.copyOf(gaps.sure), List.copyOf(gaps.possible));
    }

    /** What ends it says so in the capture, also where that is found out when the session is closed. */
    private long record(
            RunPlan plan,
            Adapters adapters,
            Clockwork clockwork,
            Recorder recorder,
            long duration,
            Consumer<Observation> to) {
        Clock clock = clockwork.clock();
        try (Session session = Session.open(Standard.NONE, plan.bench(), adapters, Wiring.of(adapters), clock, to)) {
            interruption.on(() -> clockwork.interrupt(InterruptedRunException::new));
            recorder.onFailure(why -> clockwork.interrupt(() -> new HarnessException(why.problems(), why)));
            long from = clock.now();
            watch(session.timeline(), from + duration);
            recorder.ends(RecordedEnd.SOUND); // also where its user ended it: that is what --for is the most of
            return clock.now() - from;
        } catch (HarnessException e) {
            recorder.ends(new RecordedEnd(List.of(e.words()), false));
            throw e;
        }
    }

    /** A wait of the timeline ends where a channel breaks; those that stand are recorded to the end. */
    private static void watch(Timeline timeline, long until) {
        try {
            if (!timeline.awaitTime(until)) {
                timeline.clock().await(() -> isNoLongerWhole(timeline), until);
                timeline.awaitTime(until);
            }
        } catch (InterruptedRunException e) {
            timeline.note(new Observation.Mark(timeline.clock().now()));
        }
    }

    /** Throws where it is not: nothing more would be put out of memory. */
    private static boolean isNoLongerWhole(Timeline timeline) {
        timeline.requireWhole();
        return false;
    }
}
