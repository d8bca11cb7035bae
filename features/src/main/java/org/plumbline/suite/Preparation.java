package org.plumbline.suite;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.plumbline.alignment.FileAlignment;
import org.plumbline.alignment.InstrumentFile;
import org.plumbline.bench.Bench;
import org.plumbline.bench.Secrets;
import org.plumbline.benchfile.BenchFile;
import org.plumbline.benchfile.DeviceCheck;
import org.plumbline.capture.Capture;
import org.plumbline.channel.Adapters;
import org.plumbline.error.InputException;
import org.plumbline.error.Place;
import org.plumbline.error.Problem;
import org.plumbline.run.Characterisation;
import org.plumbline.run.RunPlan;
import org.plumbline.standard.Standard;
import org.plumbline.standard.StandardFile;
import org.plumbline.text.Text;

/** What comes before a run: bench and suite are read and checked against one another. */
final class Preparation {

    private final RunRequest request;
    private final Adapters adapters;
    private final Bench bench;
    private final @Nullable Capture capture;
    private final Instant started;
    private final List<Problem> notes = new ArrayList<>();

    /** @throws InputException where the bench is wrong */
    Preparation(RunRequest request, Adapters adapters) {
        this.request = request;
        this.adapters = adapters;
        this.bench = request.capture() == null
                ? live()
                : BenchFile.recorded(request.bench(), request.device(), adapters, notes::add);
        this.capture = request.capture() == null ? null : woven(request.capture());
        this.started = capture == null ? start(request) : capture.started();
    }

    private Bench live() {
        Secrets secrets = Secrets.fromEnvironment();
        Path device = request.device();
        return device == null
                ? BenchFile.read(request.bench(), adapters, secrets)
                : BenchFile.read(request.bench(), device, adapters, secrets);
    }

    private Capture woven(Capture recorded) {
        for (InstrumentFile file : request.files()) {
            recorded.characterisation().file(file.channel()).ifPresent(before -> {
                throw new InputException(new Problem(
                        Place.of(file.path().toString()),
                        new Text("记录中已有通道 %s 的文件 %s", "the recording has the file %2$s of channel %1$s already")
                                .with(before.channel(), before.name()),
                        new Text("请对原来的证据包重新判定", "judge the original bundle again")));
            });
        }
        if (request.files().isEmpty()) {
            return recorded;
        }
        FileAlignment alignment = FileAlignment.of(bench, adapters, request.files(), recorded.recording());
        return recorded.with(alignment.recording(), recorded.characterisation().with(alignment.files()));
    }

    private static Instant start(RunRequest request) {
        return request.virtual() ? RunPlan.VIRTUAL_START : Instant.now(java.time.Clock.systemUTC());
    }

    /** @param out where the run's folder is made; null for a temporary one */
    RunFolder folder(@Nullable Path out) {
        return RunFolder.create(out, started, request.suite().name());
    }

    /**
     * Puts the files there and plans the run.
     *
     * @throws InputException where one of them is wrong
     */
    Prepared in(RunFolder folder) {
        request.suite().copyTo(folder.inputs());
        Standard standard = StandardFile.read(request.suite().standard(folder.inputs()));
        DeviceCheck.check(standard, bench);
        Scenarios scenarios = Scenarios.read(folder.inputs(), standard, bench, adapters, request);
        notes.addAll(scenarios.notes());
        folder.keep(bench, capture == null ? CodecFiles.of(bench, adapters) : CodecFiles.of(capture, request.files()));
        RunPlan plan = new RunPlan(
                folder.id(),
                request.suite().name(),
                started,
                request.driver(),
                standard,
                bench,
                scenarios.plans(),
                scenarios.leftOut(),
                folder.kept(),
                folder.kept() == null ? null : folder.inputs(),
                request.repeat(),
                capture == null ? Characterisation.NONE : capture.characterisation());
        StandIns standIns = capture == null ? null : StandIns.of(capture, scenarios.scripts());
        return new Prepared(plan, scenarios, capture, standIns);
    }

    /** What a run would be refused for now, and the recording is judged in spite of; complete once it is planned. */
    List<Problem> notes() {
        return List.copyOf(notes);
    }

    /**
     * A run that is ready to begin.
     *
     * @param capture the recording that stands in for the devices; null for a run that makes one
     * @param standIns its scenarios that stand in for others; null where there is no capture
     */
    record Prepared(
            RunPlan plan,
            Scenarios scenarios,
            @Nullable Capture capture,
            @Nullable StandIns standIns) {

        /** The same, begun then. */
        Prepared begun(Instant start) {
            return new Prepared(plan.begun(start), scenarios, capture, standIns);
        }

        /** The same with what its time stamps are worth. */
        Prepared with(Characterisation measured) {
            return new Prepared(plan.with(measured), scenarios, capture, standIns);
        }
    }
}
