package org.plumbline.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.plumbline.Plumbline;
import org.plumbline.broker.EmbeddedBroker;
import org.plumbline.evidence.BagVerify;
import org.plumbline.robot.RobotModel;
import org.plumbline.run.Run;
import org.plumbline.run.TrialResult;
import org.plumbline.simulation.LiveRig;
import org.plumbline.simulation.RobotModels;
import org.plumbline.simulation.SimulatedBench;
import org.plumbline.suite.Suite;
import org.plumbline.timeline.LiveClock;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code plumbline demo}: three fields, three simulated robots, real ports, side by side. */
@Command(name = "demo", resourceBundle = "org.plumbline.cli.help")
final class DemoCommand implements Callable<Integer> {

    private final Console console;

    @Mixin
    private CommonOptions common;

    @Option(names = "--out", paramLabel = "DIR", defaultValue = "plumbline-out", descriptionKey = "run.out")
    private Path out;

    DemoCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws InterruptedException {
        Map<String, Long> durations = rehearse();
        console.say(
                "启动三台模拟机器人：伪终端作串口，本进程内的 MQTT 代理 …",
                "Starting three simulated robots: pseudo-terminals as serial ports, an MQTT broker in this process ...");
        List<LiveRig> rigs = new ArrayList<>();
        try (EmbeddedBroker broker = EmbeddedBroker.start()) {
            for (RobotModel model : RobotModels.all()) {
                rigs.add(LiveRig.start(model, List.of(), 1, broker.uri()));
            }
            return judge(rigs, durations);
        } finally {
            rigs.forEach(LiveRig::close);
        }
    }

    /**
     * Everything once in virtual time: shows what that is good for, and warms the machine up for the ports.
     *
     * @return how long each suite took there, in nanoseconds
     */
    private Map<String, Long> rehearse() {
        Map<String, Long> durations = new HashMap<>();
        int scenarios = 0;
        try (LiveClock clock = new LiveClock()) {
            for (RobotModel model : RobotModels.all()) {
                Path bench = SimulatedBench.virtual(model, List.of(), 1).writeTo(TemporaryFolder.create(model.name()));
                Run run =
                        Plumbline.bench(bench).virtual().in(console.language()).run(Suite.named(model.name()));
                scenarios += run.trials().size();
                durations.put(
                        model.name(),
                        run.trials().stream().mapToLong(TrialResult::to).max().orElse(0));
            }
            console.out()
                    .println(
                            console.text("在虚拟时间中预演: %d 个场景，%.1f s", "Rehearsed in virtual time: %d scenarios in %.1f s")
                                    .formatted(scenarios, clock.now() / 1e9));
        }
        return durations;
    }

    /** @param durations how long each suite took in the rehearsal, in nanoseconds */
    private int judge(List<LiveRig> rigs, Map<String, Long> durations) throws InterruptedException {
        StatusLine status = new StatusLine(console);
        ExecutorService runners = Executors.newFixedThreadPool(rigs.size());
        List<LabRun> labs = new ArrayList<>();
        try {
            List<Future<Run>> runs = new ArrayList<>();
            for (LiveRig rig : rigs) {
                String field = rig.model().name();
                LabRun lab = new LabRun(console, status, Columns.pad(field, 11), false)
                        .rehearsed(durations.getOrDefault(field, 0L));
                labs.add(lab);
                runs.add(runners.submit(() -> run(lab, rig, field)));
            }
            return report(runs, labs);
        } finally {
            labs.forEach(LabRun::close);
            runners.shutdownNow();
        }
    }

    private Run run(LabRun lab, LiveRig rig, String field) {
        Path bench = rig.writeBench(TemporaryFolder.create(field));
        return lab.execute(Suite.named(field), bench, out, false);
    }

    private int report(List<Future<Run>> runs, List<LabRun> labs) throws InterruptedException {
        int worst = 0;
        List<Run> finished = new ArrayList<>();
        for (int i = 0; i < runs.size(); i++) {
            Run run = result(runs.get(i));
            labs.get(i).print(run);
            finished.add(run);
            worst = ExitCodes.worse(worst, labs.get(i).exitCode(run));
        }
        return closing(finished) ? worst : ExitCodes.worse(worst, Main.BROKEN);
    }

    private static Run result(Future<Run> run) throws InterruptedException {
        try {
            return run.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException known) {
                throw known;
            }
            throw new IllegalStateException(e.getCause());
        }
    }

    /** Each bundle verified as a stranger would, then all paths together; whether every bundle is sound. */
    private boolean closing(List<Run> runs) {
        boolean sound = true;
        console.out().println();
        for (Run run : runs) {
            Path bundle = run.plan().directory();
            boolean good = bundle != null
                    && Left.by(run).isSealed()
                    && BagVerify.verify(bundle).isSound();
            sound &= good;
            console.out()
                    .println("%s  %s  %s"
                            .formatted(
                                    Columns.pad(run.plan().suite(), 11),
                                    Columns.pad(run.verdict().word().in(console.language()), 12),
                                    good
                                            ? console.text("证据包经核查完好", "evidence bundle verified")
                                            : console.text("证据包不完好", "evidence bundle NOT sound")));
        }
        console.say("报告（用浏览器打开）与证据包:", "reports (open in a browser) and bundles:");
        runs.stream().map(run -> Left.by(run).report()).filter(Files::exists).forEach(report -> console.out()
                .println("  " + report));
        runs.forEach(run -> console.out().println(run.plan().directory()));
        return sound;
    }
}
