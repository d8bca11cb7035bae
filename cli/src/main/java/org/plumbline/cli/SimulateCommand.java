package org.plumbline.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.plumbline.robot.RobotModel;
import org.plumbline.simulation.LiveRig;
import org.plumbline.simulation.RobotModels;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code plumbline simulate}. */
@Command(name = "simulate", resourceBundle = "org.plumbline.cli.help")
final class SimulateCommand implements Callable<Integer> {

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
        try (LiveRig rig = start(model)) {
            Runtime.getRuntime().addShutdownHook(new Thread(() -> end(rig), "plumbline-simulate-end"));
            describe(rig);
            console.out().println("ready");
            stopped.await();
        }
        return 0;
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
