package org.plumbline.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.plumbline.suite.BenchCapture;
import org.plumbline.suite.BenchCapture.Captured;
import org.plumbline.suite.Interruption;
import org.plumbline.text.Text;
import org.plumbline.timeline.Observation.ChannelEvent;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code plumbline record}. */
@Command(name = "record", resourceBundle = "org.plumbline.cli.help")
final class RecordCommand implements Callable<Integer> {

    private static final int INTERRUPTED = 130;
    private static final long PATIENCE_SECONDS = 30;

    private final Console console;
    private final Interruption interruption = new Interruption();
    private final CountDownLatch kept = new CountDownLatch(1);
    private volatile boolean asked;

    @Mixin
    private CommonOptions common;

    @Option(names = "--bench", required = true, paramLabel = "FILE", descriptionKey = "record.bench")
    private Path bench;

    @Option(names = "--for", required = true, paramLabel = "TIME", descriptionKey = "record.for")
    private String time;

    @Option(names = "--out", paramLabel = "DIR", defaultValue = "plumbline-out", descriptionKey = "record.out")
    private Path out;

    RecordCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        ChannelCounts counts = new ChannelCounts();
        long duration = Span.nanos("--for", time);
        Thread hook = new Thread(this::interrupted, "plumbline-interrupt");
        Runtime.getRuntime().addShutdownHook(hook);
        try (RecordProgress progress = new RecordProgress(console, duration)) {
            Captured captured = new BenchCapture(bench, out, interruption).record(duration, progress.andThen(counts));
            progress.end();
            int exit = whole(captured);
            counts.silent(captured.bench()).forEach(this::sayNothingCame);
            console.out().println(progress.summary(captured.duration()));
            counts.lines(captured.bench(), console.language()).forEach(console.out()::println);
            console.say("原始记录:", "capture:");
            console.out().println(captured.capture());
            return asked ? INTERRUPTED : exit;
        } finally {
            kept.countDown();
            remove(hook);
        }
    }

    /** Says what is missing and what may be; only the former is an error. */
    int whole(Captured captured) {
        captured.gaps()
                .forEach(gap -> say(
                        gap.kind() == ChannelEvent.Kind.LOST
                                ? new Text("通道 %s 中断: %s", "channel %s was lost: %s")
                                : new Text("通道 %s 的记录不完整: %s", "channel %s: the recording is not whole: %s"),
                        gap));
        Text perhaps = new Text("通道 %s 的记录可能不完整: %s", "channel %s: the recording may not be whole: %s");
        captured.heldUp().forEach(stall -> say(perhaps, stall));
        return captured.gaps().isEmpty() ? 0 : Main.BROKEN;
    }

    private void sayNothingCame(String channel) {
        Text nothing = new Text(
                        "通道 %s 没有收到任何帧；原因可用 plumbline probe 查看",
                        "channel %s: not one frame came; plumbline probe tells why")
                .with(channel);
        console.err().println(nothing.in(console.language()));
    }

    private void say(Text what, ChannelEvent event) {
        Text filled = what.with(event.channel(), event.detail());
        console.err().println(console.text(filled.zh(), filled.en()));
    }

    private static void remove(Thread hook) {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            // the process is ending already: the hook is running
        }
    }

    /** On the way out of the process: end the recording and wait until it is whole on disk. */
    private void interrupted() {
        asked = true;
        interruption.request();
        try {
            if (!kept.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                console.err().println(console.text("未能在 30 s 内写完", "could not be completed within 30 s"));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
