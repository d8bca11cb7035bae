package org.plumbline.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.plumbline.Plumbline;
import org.plumbline.evidence.Evidence;
import org.plumbline.run.Run;
import org.plumbline.suite.Interruption;
import org.plumbline.suite.Suite;

/** One run with display, evidence and Ctrl-C: what {@code run} and {@code demo} do alike. */
final class LabRun implements AutoCloseable {

    private static final int INTERRUPTED = 130;

    private final Console console;
    private final StatusLine status;
    private final String prefix;
    private final boolean json;
    private final Interruption interruption = new Interruption();
    private final CountDownLatch shown = new CountDownLatch(1);
    private final Thread hook = new Thread(this::interrupted, "plumbline-interrupt");
    private boolean asked;
    private int repeat = 1;
    private long rehearsed;

    LabRun(Console console, String prefix, boolean json) {
        this(console, new StatusLine(json ? quiet(console) : console), prefix, json);
    }

    LabRun(Console console, StatusLine status, String prefix, boolean json) {
        this.console = console;
        this.status = status;
        this.prefix = prefix;
        this.json = json;
        Runtime.getRuntime().addShutdownHook(hook);
    }

    /** With {@code --json} stdout belongs to the machine; what people read goes to stderr. */
    private static Console quiet(Console console) {
        return new Console(console.err(), console.err(), false);
    }

    /** With each scenario executed that many times. */
    LabRun repeat(int times) {
        repeat = times;
        return this;
    }

    /** Shown as the time that the run will take, in nanoseconds. */
    LabRun rehearsed(long duration) {
        rehearsed = duration;
        return this;
    }

    /** Runs and prints table, report and bundle; with {@code --json} the caller prints. */
    Run run(Suite suite, Path bench, Path out, boolean virtual) {
        Run run = execute(suite, bench, out, virtual);
        if (!json) {
            print(run);
            Left.by(run).print(console);
        }
        return run;
    }

    int exitCode(Run run) {
        return asked ? INTERRUPTED : run.exitCode();
    }

    Run execute(Suite suite, Path bench, Path out, boolean virtual) {
        try (Display display = new Display(console, status, prefix, rehearsed)) {
            Plumbline plumbline = Plumbline.bench(bench)
                    .in(console.language())
                    .out(out)
                    .repeat(repeat)
                    .with(display)
                    .with(Evidence.in(console.language()))
                    .interruptedBy(interruption);
            return (virtual ? plumbline.virtual() : plumbline).run(suite);
        }
    }

    void print(Run run) {
        ClosingTable table = new ClosingTable(console.language());
        console.out().println();
        table.lines(run).forEach(console.out()::println);
        table.reasons(run).forEach(reason -> console.out().println("  " + reason));
        new SelfCheck(run, console.language()).line().ifPresent(console.out()::println);
        console.out().println(table.summary(run));
    }

    ObjectNode asJson(Run run) {
        ObjectNode node = new ObjectMapper().createObjectNode();
        node.put("run", run.plan().id());
        node.put("verdict", run.verdict().key());
        node.put("fullyVerified", run.fullyVerified());
        node.put("exitCode", exitCode(run));
        ObjectNode requirements = node.putObject("requirements");
        run.requirements()
                .forEach(result -> requirements.put(
                        result.requirement().id(), result.verdict().key()));
        node.putPOJO(
                "incidents",
                run.incidents().stream().map(i -> i.in(console.language())).toList());
        Left left = Left.by(run);
        return node.put(left.isSealed() ? "bundle" : "unsealed", String.valueOf(left.folder()));
    }

    /** On the way out of the process: stop the motion, then let the run seal what there is and say where it is. */
    private void interrupted() {
        asked = true;
        console.err()
                .println(console.text(
                        "正在停止: 设备进入安全状态，封存已记录的内容 …",
                        "stopping: device to its safe state, then sealing what there is ..."));
        interruption.request();
        try {
            if (!shown.await(30, TimeUnit.SECONDS)) {
                console.err().println(console.text("未能在 30 s 内封存", "could not seal within 30 s"));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        shown.countDown();
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            // the process is ending already: the hook is running
        }
    }
}
