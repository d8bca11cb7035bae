package org.plumbline.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.plumbline.capture.RecordedFolder;
import org.plumbline.robot.RobotModel;
import org.plumbline.simulation.LiveRig;
import org.plumbline.simulation.RobotModels;
import org.plumbline.text.Text;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code plumbline simulate}. */
@Command(name = "simulate", resourceBundle = "org.plumbline.cli.help")
final class SimulateCommand implements Callable<Integer> {

    /** What no requirement of the example suites notices, in nanoseconds. */
    private static final long TOLERATED = 50_000_000L;

    private final Console console;
    private final CountDownLatch stopped = new CountDownLatch(1);

    @Mixin
    private CommonOptions common;

    @Parameters(paramLabel = "ROBOT", descriptionKey = "simulate.robot")
    private String robot;

    @Option(names = "--fault", paramLabel = "NAME", split = ",", descriptionKey = "simulate.fault")
    private List<String> faults = List.of();

    @Option(names = "--list-faults", descriptionKey = "simulate.list")
    private boolean list;

    @Option(names = "--out", paramLabel = "DIR", descriptionKey = "simulate.out")
    private Path out;

    @Option(names = "--broker", paramLabel = "URI", descriptionKey = "simulate.broker")
    private String broker;

    @Option(names = "--seed", paramLabel = "N", defaultValue = "1", descriptionKey = "simulate.seed")
    private long seed;

    SimulateCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws InterruptedException {
        RobotModel model = RobotModels.named(robot);
        if (list) {
            listFaults(model);
            return 0;
        }
        if (out != null) {
            RecordedFolder.requireOutside(out);
        }
        try (LiveRig rig = start(model)) {
            Runtime.getRuntime().addShutdownHook(new Thread(() -> end(rig), "plumbline-simulate-end"));
            describe(rig);
            console.out().println("ready");
            tellWhenLate(rig);
        }
        return 0;
    }

    /** A robot that is late because its computer is busy would fail without being at fault: its user is told. */
    private void tellWhenLate(LiveRig rig) throws InterruptedException {
        rig.lateness(); // its classes were being loaded
        long told = TOLERATED / 2;
        while (!stopped.await(1, TimeUnit.SECONDS)) {
            long late = rig.lateness();
            if (late > 2 * told) {
                told = late;
                console.err()
                        .println(new Text(
                                        "计算机繁忙：模拟机器人滞后达 %d ms，与时间有关的要求可能因此不合格",
                                        "the computer is busy: the simulated robot was late by up to %d ms, and may fail requirements of time by that")
                                .with(late / 1_000_000)
                                .in(console.language()));
            }
        }
    }

    private LiveRig start(RobotModel model) {
        return broker == null ? LiveRig.start(model, faults, seed) : LiveRig.start(model, faults, seed, broker);
    }

    private void describe(LiveRig rig) {
        if (out == null) {
            console.out().println(rig.bench().device());
            return;
        }
        Path bench = rig.writeBench(out);
        console.out().println(out.resolve("device.yaml"));
        console.out().println(bench);
        console.out()
                .println(console.text("在另一个终端运行: ", "in a second terminal: ") + "plumbline run " + robot + " --bench "
                        + bench);
    }

    /** The process is ending: the ports go away in good order. */
    private void end(LiveRig rig) {
        rig.close();
        stopped.countDown();
    }

    private void listFaults(RobotModel model) {
        Columns columns = new Columns();
        columns.row(console.text("名称", "name"), console.text("不符合", "nonconformity"));
        model.faults().forEach((name, what) -> columns.row(name, what.in(console.language())));
        columns.lines().forEach(console.out()::println);
    }
}
