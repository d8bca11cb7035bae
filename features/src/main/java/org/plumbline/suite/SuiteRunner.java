package org.plumbline.suite;

import io.cucumber.core.gherkin.Feature;
import io.cucumber.plugin.Plugin;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.plumbline.bench.Bench;
import org.plumbline.bench.Secrets;
import org.plumbline.canary.CanaryCatalogue;
import org.plumbline.capture.Capture;
import org.plumbline.capture.RecordedEnd;
import org.plumbline.capture.Recorder;
import org.plumbline.channel.Adapters;
import org.plumbline.error.BenchException;
import org.plumbline.error.InputException;
import org.plumbline.error.PlumblineException;
import org.plumbline.error.Problem;
import org.plumbline.run.CanaryResult;
import org.plumbline.run.Characterisation;
import org.plumbline.run.Judge;
import org.plumbline.run.RequirementVerdicts;
import org.plumbline.run.Run;
import org.plumbline.run.RunListener;
import org.plumbline.run.RunPlan;
import org.plumbline.run.Session;
import org.plumbline.run.Simulators;
import org.plumbline.run.TrialResult;
import org.plumbline.run.Wiring;
import org.plumbline.steps.TrialHolder;
import org.plumbline.text.Language;
import org.plumbline.text.Text;
import org.plumbline.timeline.Clock;
import org.plumbline.timeline.InterruptedRunException;
import org.plumbline.timeline.Replay;

/** One run from its files to its result. */
public final class SuiteRunner {

    private final RunRequest request;
    private final Canaries canaries;
    private final List<Text> incidents = new ArrayList<>();
    private List<CanaryResult> canaryResults = List.of();
    private List<TrialResult> trials = List.of();
    private boolean interrupted;

    /** A runner for one request. */
    public SuiteRunner(RunRequest request) {
        this(request, new Canaries(CanaryCatalogue.standard()));
    }

    SuiteRunner(RunRequest request, Canaries canaries) {
        this.request = request;
        this.canaries = canaries;
    }

    /**
     * Reads suite and bench and says what would be run; nothing is kept.
     *
     * @throws InputException where a file is wrong
     */
    public RunPlan plan() {
        Preparation preparation = new Preparation(request, Adapters.installed());
        RunFolder folder = preparation.folder(null);
        try {
            return preparation.in(folder).plan();
        } finally {
            folder.forget();
        }
    }

    /**
     * Runs it.
     *
     * @throws InputException where a file is wrong: nothing was run
     */
    public Run run() {
        Adapters adapters = Adapters.installed();
        Preparation preparation = new Preparation(request, adapters);
        RunFolder folder = preparation.folder(request.out());
        try {
            Preparation.Prepared prepared = preparation.in(folder);
            preparation.notes().forEach(note -> request.listeners().forEach(listener -> listener.noted(note)));
            boolean live = !request.virtual() && request.capture() == null;
            return execute(
                    live ? prepared.with(Characterisation.of(prepared.plan().bench(), adapters)) : prepared, adapters);
        } catch (InputException e) {
            folder.discard();
            throw e;
        } finally {
            folder.forget();
        }
    }

    private Run execute(Preparation.Prepared prepared, Adapters adapters) {
        before(prepared.capture());
        RunPlan plan;
        long duration;
        try (Clockwork clockwork = Clockwork.of(request, prepared)) {
            Preparation.Prepared begun = prepared.begun(clockwork.started(prepared.plan()));
            plan = begun.plan();
            request.listeners().forEach(listener -> listener.runStarted(begun.plan()));
            execute(begun, adapters, clockwork);
            duration = clockwork.clock().now();
        }
        Run run = result(plan, duration);
        for (RunListener listener : request.listeners()) {
            try {
                listener.runFinished(run);
            } catch (PlumblineException e) {
                incident(words(plan, e));
            }
        }
        return result(plan, duration);
    }

    /** What went wrong when it was recorded has not come right by being judged again. */
    private void before(@Nullable Capture capture) {
        request.before().incidents().forEach(this::incident);
        interrupted = request.before().interrupted();
        if (capture != null) {
            RecordedEnd end = capture.end();
            end.incidents().forEach(this::incident);
            interrupted |= end.interrupted();
        }
    }

    private Run result(RunPlan plan, long duration) {
        return new Run(
                plan,
                duration,
                trials,
                RequirementVerdicts.of(plan, trials),
                List.copyOf(incidents),
                interrupted,
                canaryResults);
    }

    private static Text words(RunPlan plan, PlumblineException e) {
        Secrets secrets = plan.bench().secrets();
        return new Text(secrets.redact(e.message(Language.ZH)), secrets.redact(e.message(Language.EN)));
    }

    private void execute(Preparation.Prepared prepared, Adapters adapters, Clockwork clockwork) {
        RunPlan plan = prepared.plan();
        try (Recorder recorder = Recorder.open(plan)) {
            if (sound(prepared.scenarios())) {
                execute(prepared, adapters, clockwork, recorder);
            }
            if (clockwork.clock() instanceof Replay replay && plan.directory() != null) {
                replay.tell(recorder);
            }
            recorder.ends(new RecordedEnd(List.copyOf(incidents), interrupted));
        } catch (PlumblineException e) {
            incident(words(plan, e));
        }
    }

    private void execute(Preparation.Prepared prepared, Adapters adapters, Clockwork clockwork, Recorder recorder) {
        RunPlan plan = prepared.plan();
        try (Session session = open(plan, adapters, clockwork.clock(), recorder)) {
            request.interruption().on(() -> {
                try {
                    session.interrupt();
                } finally {
                    clockwork.interrupt(InterruptedRunException::new);
                }
            });
            recorder.onFailure(why -> {
                try {
                    session.stop(why);
                } finally {
                    clockwork.interrupt(() -> why);
                }
            });
            session.characterised(plan.characterisation());
            scenarios(prepared, session);
            interrupted |= session.interrupted();
            session.safeState();
            session.safeStateProblem().ifPresent(this::incident);
        } catch (PlumblineException e) {
            incident(words(plan, e));
        } finally {
            request.interruption().on(null);
        }
    }

    /** A judge that is wrong about what is known is not let near a device. */
    private boolean sound(Scenarios scenarios) {
        canaryResults = canaries.judge(scenarios.wordings());
        canaryResults.stream()
                .filter(result -> !result.right())
                .map(CanaryResult::misjudged)
                .forEach(this::incident);
        return canaryResults.stream().allMatch(CanaryResult::right);
    }

    private Session open(RunPlan plan, Adapters adapters, Clock clock, Recorder recorder) {
        if (clock instanceof Replay replay) {
            return Session.replay(plan.standard(), plan.bench(), adapters, replay);
        }
        Wiring wiring = request.virtual() ? simulated(plan.bench(), clock) : Wiring.of(adapters);
        return Session.open(plan.standard(), plan.bench(), adapters, wiring, clock, recorder);
    }

    private static Wiring simulated(Bench bench, Clock clock) {
        return Simulators.find(bench, clock)
                .orElseThrow(() -> new BenchException(Problem.of(
                        new Text("该试验台不是模拟的，不能在虚拟时间中运行", "this bench is not simulated and cannot run in virtual time"),
                        new Text(
                                "请去掉 --virtual，或在 bench.yaml 中写明 simulation",
                                "leave --virtual out, or name a simulation in bench.yaml"))));
    }

    private void scenarios(Preparation.Prepared prepared, Session session) {
        RunPlan plan = prepared.plan();
        TrialHolder holder = new TrialHolder(
                new Judge(plan.bench(), plan.started()), prepared.scenarios().lacking());
        TrialEvents events = new TrialEvents(session, holder, plan.scenarios(), request.listeners());
        trials = events.results();
        Stream<Plugin> plugins =
                request.listeners().stream().filter(Plugin.class::isInstance).map(Plugin.class::cast);
        Execution.run(features(prepared), holder, Stream.concat(Stream.of(events), plugins));
        session.timeline().lostChannels().stream()
                .map(lost -> new Text(
                        "通道 %s 中断: %s".formatted(lost.channel(), lost.detail().zh()),
                        "channel %s was lost: %s"
                                .formatted(lost.channel(), lost.detail().en())))
                .forEach(this::incident);
    }

    private static List<Feature> features(Preparation.Prepared prepared) {
        StandIns standIns = prepared.standIns();
        int repeat = prepared.plan().repeat();
        return standIns == null
                ? prepared.scenarios().features(repeat)
                : prepared.scenarios().features(repeat, standIns.attempts());
    }

    private void incident(Text what) {
        if (!incidents.contains(what)) {
            incidents.add(what);
        }
    }
}
