package org.plumbline.suite;

import io.cucumber.core.options.RuntimeOptionsBuilder;
import io.cucumber.core.runtime.Runtime;
import io.cucumber.plugin.Plugin;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.plumbline.bench.Bench;
import org.plumbline.bench.Secrets;
import org.plumbline.capture.Recorder;
import org.plumbline.channel.Adapters;
import org.plumbline.error.BenchException;
import org.plumbline.error.InputException;
import org.plumbline.error.PlumblineException;
import org.plumbline.error.Problem;
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
    private final List<Text> incidents = new ArrayList<>();
    private List<TrialResult> trials = List.of();
    private boolean interrupted;

    /** A runner for one request. */
    public SuiteRunner(RunRequest request) {
        this.request = request;
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
            return execute(prepared, adapters);
        } catch (InputException e) {
            folder.discard();
            throw e;
        } finally {
            folder.forget();
        }
    }

    private Run execute(Preparation.Prepared prepared, Adapters adapters) {
        RunPlan plan = prepared.plan();
        request.listeners().forEach(listener -> listener.runStarted(plan));
        long duration;
        try (Clockwork clockwork = Clockwork.of(request, prepared.capture())) {
            execute(prepared, adapters, clockwork);
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

    private Run result(RunPlan plan, long duration) {
        return new Run(
                plan, duration, trials, RequirementVerdicts.of(plan, trials), List.copyOf(incidents), interrupted);
    }

    private static Text words(RunPlan plan, PlumblineException e) {
        Secrets secrets = plan.bench().secrets();
        return new Text(secrets.redact(e.message(Language.ZH)), secrets.redact(e.message(Language.EN)));
    }

    private void execute(Preparation.Prepared prepared, Adapters adapters, Clockwork clockwork) {
        RunPlan plan = prepared.plan();
        try (Recorder recorder = Recorder.open(plan)) {
            try (Session session = open(plan, adapters, clockwork.clock(), recorder)) {
                request.interruption().on(() -> {
                    session.interrupt();
                    clockwork.interrupt(InterruptedRunException::new);
                });
                recorder.onFailure(why -> {
                    session.stop(why);
                    clockwork.interrupt(() -> why);
                });
                scenarios(plan, prepared.scenarios(), session);
                interrupted = session.interrupted();
                session.safeState();
                session.safeStateProblem().ifPresent(this::incident);
            } finally {
                request.interruption().on(null);
            }
        } catch (PlumblineException e) {
            incident(words(plan, e));
        }
    }

    private Session open(RunPlan plan, Adapters adapters, Clock clock, Recorder recorder) {
        if (clock instanceof Replay replay) {
            return Session.replay(plan.standard(), plan.bench(), adapters, replay, recorder);
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

    private void scenarios(RunPlan plan, Scenarios scenarios, Session session) {
        TrialHolder holder = new TrialHolder(new Judge(plan.bench(), plan.started()));
        TrialEvents events = new TrialEvents(session, holder, plan.scenarios(), request.listeners());
        trials = events.results();
        Plugin[] plugins = Stream.concat(
                        Stream.of(events),
                        request.listeners().stream()
                                .filter(Plugin.class::isInstance)
                                .map(Plugin.class::cast))
                .toArray(Plugin[]::new);
        GlueFactory glue = new GlueFactory(holder);
        Runtime.builder()
                .withRuntimeOptions(new RuntimeOptionsBuilder()
                        .addGlue(URI.create("classpath:/org/plumbline/steps"))
                        .setMonochrome()
                        .setNoSummary()
                        // as planned: Cucumber's own order would put all attempts at a scenario together
                        .setPickleOrder(pickles -> pickles)
                        .build())
                .withFeatureSupplier(() -> scenarios.features(plan.repeat()))
                .withObjectFactorySupplier(() -> glue)
                .withAdditionalPlugins(plugins)
                .build()
                .run();
        session.timeline().lostChannels().stream()
                .map(lost -> new Text(
                        "通道 %s 中断: %s".formatted(lost.channel(), lost.detail().zh()),
                        "channel %s was lost: %s"
                                .formatted(lost.channel(), lost.detail().en())))
                .forEach(this::incident);
    }

    private void incident(Text what) {
        if (!incidents.contains(what)) {
            incidents.add(what);
        }
    }
}
