package org.plumbline.capture;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.plumbline.channel.Adapters;
import org.plumbline.error.FileTrouble;
import org.plumbline.error.HarnessException;
import org.plumbline.error.Problem;
import org.plumbline.mcap.McapWriter;
import org.plumbline.mcap.McapWriterOptions;
import org.plumbline.run.RunPlan;
import org.plumbline.text.Text;
import org.plumbline.timeline.LiveClock;
import org.plumbline.timeline.Observation;

/**
 * Records observations into {@code data/capture/run.mcap} of the run's folder while the run goes on. One thread writes;
 * its {@link Backlog} is bounded, so a slow disk slows the run down and nothing is dropped; one that stands still ends the run. When
 * it goes to disk, its {@link Flushing} says: all but the last 100 ms survives when the process is killed. Beside it grows its {@link CaptureChain}. Runs in virtual
 * time are written by the run's own thread. Nothing is recorded where the run keeps nothing.
 */
public final class Recorder implements Consumer<Observation>, AutoCloseable {

    /** A disk that takes nothing for so long ends the run, in nanoseconds. */
    private static final long PATIENCE = TimeUnit.SECONDS.toNanos(5);

    private static final Text FASTER = new Text(
            "请用更快或更空闲的磁盘（--out），并检查计算机是否过忙",
            "use a disk that is faster or less busy (--out), and see whether the computer is too busy");

    private final @Nullable CaptureWriter writer;
    private final @Nullable LeavableStream file;
    private final @Nullable Reserve reserve;
    private final @Nullable Path folder;
    private final @Nullable Thread thread;
    private final Backlog backlog;
    private final long patience;
    private final LongSupplier clock;
    private final Flushing flushing;
    private volatile boolean broken;

    /** Whether others go on with the file as it is. */
    private volatile boolean abandoned;

    private volatile @Nullable RecordedEnd end;
    private volatile @Nullable HarnessException failure;
    private @Nullable Consumer<? super HarnessException> whenFailed;

    private Recorder(
            @Nullable CaptureWriter writer,
            @Nullable LeavableStream file,
            @Nullable Reserve reserve,
            RunPlan plan,
            LongSupplier clock,
            long patience) {
        this.writer = writer;
        this.file = file;
        this.reserve = reserve;
        this.backlog = new Backlog(patience);
        this.patience = patience;
        this.clock = clock;
        this.flushing = new Flushing(clock.getAsLong());
        this.folder = plan.directory();
        this.thread =
                writer != null && plan.driver().equals("live") ? new Thread(this::drain, "plumbline-capture") : null;
        if (thread != null) {
            thread.setDaemon(true);
            thread.start();
        }
    }

    /**
     * Begins the capture.
     *
     * @throws HarnessException where the file cannot be written
     */
    public static Recorder open(RunPlan plan) {
        Path folder = plan.directory();
        if (folder == null) {
            return new Recorder(null, null, null, plan, clock(), PATIENCE);
        }
        Path file = RecordedFolder.capture(folder);
        try {
            ChainedFile chained = ChainedFile.held(file);
            LeavableStream leavable = new LeavableStream(chained);
            CaptureWriter writer = writer(leavable, plan);
            chained.begin();
            Reserve reserve = Reserve.beside(file);
            take(reserve, writer);
            return new Recorder(writer, leavable, reserve, plan, clock(), PATIENCE);
        } catch (IOException e) {
            throw failed(folder, e);
        }
    }

    /** Without it the run does not begin; its capture holds what it would have been. */
    private static void take(Reserve reserve, CaptureWriter writer) throws IOException {
        try {
            reserve.take();
        } catch (IOException e) {
            writer.close();
            throw e;
        }
    }

    static Recorder to(OutputStream file, RunPlan plan) throws IOException {
        return to(file, plan, clock(), PATIENCE, null);
    }

    /**
     * @param clock nanoseconds by which it flushes
     * @param patience with a disk that takes nothing, in nanoseconds
     */
    static Recorder to(OutputStream file, RunPlan plan, LongSupplier clock, long patience) throws IOException {
        return to(file, plan, clock, patience, null);
    }

    /** @param reserve that was taken, and is given back at the end */
    static Recorder to(OutputStream file, RunPlan plan, LongSupplier clock, long patience, @Nullable Reserve reserve)
            throws IOException {
        LeavableStream leavable = new LeavableStream(file);
        return new Recorder(writer(leavable, plan), leavable, reserve, plan, clock, patience);
    }

    static LongSupplier clock() {
        return new LiveClock()::now;
    }

    private static CaptureWriter writer(OutputStream file, RunPlan plan) throws IOException {
        return new CaptureWriter(
                McapWriter.to(file, McapWriterOptions.forCapture()),
                plan,
                Adapters.installed().plugins());
    }

    /**
     * Asks to be told when something could not be written: from then on nothing is recorded. Called once, on a thread of
     * its own, since the threads of the run may be waiting for the recorder.
     */
    public synchronized void onFailure(Consumer<? super HarnessException> action) {
        whenFailed = action;
        tell();
    }

    private void fail(IOException e) {
        broken = true;
        fail(failed(folder, e));
    }

    private synchronized void fail(HarnessException why) {
        if (failure == null) {
            failure = why;
            tell();
        }
    }

    private void tell() {
        HarnessException why = failure;
        Consumer<? super HarnessException> action = whenFailed;
        if (why != null && action != null) {
            Thread teller = new Thread(() -> action.accept(why), "plumbline-capture-failed");
            teller.setDaemon(true);
            teller.start();
        }
    }

    @Override
    public void accept(Observation observation) {
        if (writer == null || failure != null) {
            return;
        }
        if (thread == null) {
            write(observation);
            return;
        }
        if (!backlog.put(observation)) {
            fail(tooSlow(observation));
        }
    }

    /** What stands in the backlog is still written. */
    private HarnessException tooSlow(Observation first) {
        return new HarnessException(Problem.of(
                new Text(
                                "磁盘太慢或计算机太忙：%s s 内没有写入任何数据，队列已满；从 %.3f s 起未予记录",
                                "the disk is too slow or the computer too busy: nothing was written for %s s and the queue is"
                                        + " full; nothing is recorded from %.3f s on")
                        .with(TimeUnit.NANOSECONDS.toSeconds(patience), first.time() / 1e9),
                FASTER));
    }

    /** What the run says of itself, so that its capture alone looks no better than it was. Called before {@link #close}. */
    public void ends(RecordedEnd said) {
        end = said;
    }

    private void write(Observation observation) {
        try {
            if (writer != null) {
                writer.write(observation);
            }
        } catch (IOException e) {
            fail(e);
        } catch (RuntimeException e) {
            fail(new IOException(e));
        }
    }

    private void drain() {
        try {
            while (!backlog.isDone()) {
                backlog.take(flushing.left(clock.getAsLong())).forEach(this::writeInTime);
                flushWhenDue();
            }
            finish();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException | Error e) { // of the rest nothing is written, which nobody else would see
            fail(new IOException(e));
        }
    }

    private void finish() {
        try {
            if (writer != null && !abandoned) {
                finish(writer);
            }
        } catch (IOException e) {
            fail(e);
        }
    }

    private void finish(CaptureWriter writer) throws IOException {
        try (writer) {
            RecordedEnd said = end;
            HarnessException why = failure;
            if (why != null) { // that alone may be why nothing was said
                said = (said == null ? RecordedEnd.SOUND : said).with(why.words());
            }
            if (said != null && !broken) {
                writer.end(said);
            }
        }
    }

    /** What comes in one piece may take longer than a flush may wait. */
    private void writeInTime(Observation observation) {
        if (!broken && !abandoned) {
            write(observation);
        }
        flushWhenDue();
    }

    private void flushWhenDue() {
        long begun = clock.getAsLong();
        if (flushing.left(begun) <= 0) {
            flush();
            flushing.done(begun, clock.getAsLong());
        }
    }

    private void flush() {
        try {
            if (writer != null && !broken && !abandoned) {
                writer.flush();
            }
        } catch (IOException e) {
            fail(e);
        }
    }

    /**
     * Writes what is left, the summary and the end; on a disk that stands still it does not wait for ever. Whatever comes
     * of that, the reserve is given back: it is nothing that was recorded.
     *
     * @throws HarnessException where something could not be written: the capture is not complete
     */
    @Override
    public void close() {
        if (writer == null) {
            return;
        }
        try {
            if (thread == null) {
                finish();
            } else {
                backlog.end();
                drained(thread);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            fail(new InterruptedIOException("interrupted before the end"));
        } finally {
            release();
        }
        HarnessException why = failure;
        if (why != null) {
            throw why;
        }
    }

    private void release() {
        try {
            if (reserve != null) {
                reserve.release();
            }
        } catch (IOException e) {
            fail(e);
        }
    }

    /** Waits as long as the disk takes anything: after the backlog comes the summary, of a day hundreds of MB. */
    private void drained(Thread writing) throws InterruptedException {
        LeavableStream target = Objects.requireNonNull(file);
        int left = Integer.MAX_VALUE;
        long taken = 0;
        while (writing.isAlive() && (backlog.size() < left || target.written() > taken)) {
            left = backlog.size();
            taken = target.written();
            writing.join(TimeUnit.NANOSECONDS.toMillis(patience));
        }
        if (writing.isAlive()) {
            abandoned = true;
            target.leave();
            fail(standsStill(left));
            throw Objects.requireNonNull(failure);
        }
    }

    private HarnessException standsStill(int left) {
        return new HarnessException(Problem.of(
                new Text(
                                "%s s 内没有任何数据写入磁盘；至少 %s 条数据未记录",
                                "nothing was written to the disk for %s s; at least %s observations are not recorded")
                        .with(TimeUnit.NANOSECONDS.toSeconds(patience), left),
                FASTER));
    }

    private static HarnessException failed(@Nullable Path folder, IOException e) {
        return new HarnessException(
                Problem.of(
                        new Text("原始记录无法写入: %s", "the capture cannot be written: %s").with(FileTrouble.words(e)),
                        new Text(
                                        "请检查文件夹 %s 的磁盘空间和权限；已写入的部分仍可读",
                                        "check disk space and permissions of folder %s; what was written stays readable")
                                .with(folder)),
                e);
    }
}
