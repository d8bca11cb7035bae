package org.plumbline.cli;

import org.jspecify.annotations.Nullable;
import org.plumbline.benchfile.DeviceCheck;
import org.plumbline.run.Forecast;
import org.plumbline.run.Run;
import org.plumbline.run.RunListener;
import org.plumbline.run.RunPlan;
import org.plumbline.run.ScenarioPlan;
import org.plumbline.run.Session;
import org.plumbline.run.TrialResult;
import org.plumbline.text.Text;
import org.plumbline.timeline.LiveClock;
import org.plumbline.verdict.Judgement;
import org.plumbline.verdict.Verdict;

/** Shows how a run goes on: a line for each scenario that ended, and on a terminal a line that moves. */
final class Display implements RunListener, AutoCloseable {

    private static final double NANOS = 1e9;
    private static final long TICK = 200_000_000L;

    private final Console console;
    private final StatusLine status;
    private final String prefix;
    private final LiveClock clock = new LiveClock();
    private int total;
    private int ended;
    private final long rehearsed;
    private @Nullable Forecast forecast;
    private long begun;
    private String scenario = "";
    private String step = "";
    private Verdict verdict = Verdict.NONE;

    /**
     * @param prefix before every line, to tell several runs apart; may be empty
     * @param rehearsed how long the run took before, in nanoseconds; 0 where that is not known
     */
    Display(Console console, StatusLine status, String prefix, long rehearsed) {
        this.console = console;
        this.status = status;
        this.prefix = prefix;
        this.rehearsed = rehearsed;
    }

    @Override
    public synchronized void runStarted(RunPlan plan) {
        total = plan.trials();
        Forecast expected = Forecast.of(plan);
        forecast = expected;
        begun = clock.now();
        status.line(prefix
                + in("%s %s，修订 %s；受试设备 %s %s", "%s %s, revision %s; device %s %s")
                        .formatted(
                                plan.standard().id(),
                                plan.standard().title().in(console.language()),
                                plan.standard().revision(),
                                plan.bench().device().identity().manufacturer(),
                                plan.bench().device().identity().model()));
        status.line(prefix + expected.sentence().in(console.language()));
        DeviceCheck.unused(plan.standard(), plan.bench().device())
                .ifPresent(unused -> status.line(prefix + unused.in(console.language())));
        plan.bench().channels().stream()
                .filter(channel -> channel.comesAsFile()
                        && plan.characterisation().file(channel.name()).isEmpty())
                .forEach(channel -> status.line(prefix
                        + in(
                                        "通道 %1$s 的数据运行后以文件提供: plumbline rejudge BUNDLE --file %1$s=PATH --out DIR",
                                        "channel %1$s comes as a file after the run: plumbline rejudge BUNDLE --file %1$s=PATH --out DIR")
                                .formatted(channel.name())));
        if (console.terminal()) {
            tickAt(begun + TICK);
        }
    }

    @Override
    public synchronized void trialStarted(ScenarioPlan plan, int attempt) {
        scenario = String.join(" ", plan.requirements()) + " " + plan.name();
    }

    @Override
    public synchronized void stepStarted(ScenarioPlan plan, String text) {
        step = text;
    }

    @Override
    public synchronized void judged(ScenarioPlan plan, Judgement judgement) {
        verdict = verdict.worse(judgement.verdict());
    }

    @Override
    public synchronized void trialFinished(TrialResult trial, Session session) {
        ended++;
        verdict = verdict.worse(trial.verdict());
        Text why = trial.reason();
        status.line(prefix
                + "[%2d/%d] %s %5.1f s  %s %s"
                        .formatted(
                                ended,
                                total,
                                Columns.pad(trial.verdict().word().in(console.language()), 12),
                                (trial.to() - trial.from()) / NANOS,
                                Columns.pad(String.join(" ", trial.scenario().requirements()), 14),
                                trial.scenario().name() + attempt(trial)));
        if (why != null) {
            status.line(prefix + "        " + why.in(console.language()));
        }
    }

    private String attempt(TrialResult trial) {
        return trial.attempt() == 1 ? "" : in("（第 %d 次）", " (attempt %d)").formatted(trial.attempt());
    }

    @Override
    public synchronized void runFinished(Run run) {
        scenario = in("正在生成报告", "writing reports");
        step = "";
    }

    private void tickAt(long at) {
        clock.schedule(at, () -> {
            tick();
            tickAt(at + TICK);
        });
    }

    private synchronized void tick() {
        status.moving(
                prefix,
                "%s[%d/%d] %.0f s%s  %s  %s › %s"
                        .formatted(
                                prefix,
                                Math.min(ended + 1, total),
                                total,
                                (clock.now() - begun) / NANOS,
                                expectation(),
                                in("目前: ", "so far: ") + verdict.word().in(console.language()),
                                scenario,
                                step));
    }

    /** Known from a rehearsal, or what the plan says. */
    private String expectation() {
        if (rehearsed > 0) {
            return in(" / 约 %.0f s", " / about %.0f s").formatted(rehearsed / NANOS);
        }
        return forecast == null
                ? ""
                : in("（至少 %.0f s，至多 %.0f s）", " (at least %.0f s, at most %.0f s)")
                        .formatted(forecast.least() / NANOS, forecast.most() / NANOS);
    }

    private String in(String zh, String en) {
        return console.text(zh, en);
    }

    @Override
    public void close() {
        clock.close();
        status.moving(prefix, "");
    }
}
