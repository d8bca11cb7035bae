package org.plumbline.run;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.FutureTask;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.plumbline.bench.CommandSpec;
import org.plumbline.channel.CodecFault;
import org.plumbline.channel.Packet;
import org.plumbline.error.BenchException;
import org.plumbline.error.Problem;
import org.plumbline.text.Text;

/** Has an encoder at work on another thread, so that one that does not return holds up nobody for good. Thread-safe. */
final class AwaitedEncoder implements UnaryOperator<Supplier<Packet>> {

    private static final Executor THREADS = new ThreadPoolExecutor(
            0, Integer.MAX_VALUE, 1, TimeUnit.SECONDS, new SynchronousQueue<>(), AwaitedEncoder::thread);

    /** So many times it is looked for while it is waited for: of a process that was stopped and goes on one has passed. */
    private static final int LOOKS = 100;

    /** So many where the command that stops the device waits behind it. */
    private static final int FEW_LOOKS = 10;

    private final String codec;
    private final CommandSpec command;
    private final long patience;
    private final SendingTurn sending;
    private volatile boolean stuck;
    private volatile long waited;

    /**
     * @param patience how long it may take, in nanoseconds; a tenth of it where the command that stops the device waits for that
     * @param sending on its channel
     */
    AwaitedEncoder(String codec, CommandSpec command, long patience, SendingTurn sending) {
        this.codec = codec;
        this.command = command;
        this.patience = patience;
        this.sending = sending;
    }

    private static Thread thread(Runnable body) {
        Thread thread = new Thread(body, "plumbline-encoder");
        thread.setDaemon(true);
        return thread;
    }

    /** What is supplied throws {@link BenchException} where the encoder does not return, and once it has not. */
    @Override
    public Supplier<Packet> apply(Supplier<Packet> encoding) {
        return () -> encoded(encoding);
    }

    private Packet encoded(Supplier<Packet> encoding) {
        if (stuck) {
            throw new BenchException(problem());
        }
        FutureTask<Packet> task = new FutureTask<>(encoding::get);
        THREADS.execute(task);
        try {
            return awaited(task);
        } catch (TimeoutException e) {
            stuck = true;
            task.cancel(true);
            throw new BenchException(problem(), e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof Error error) {
                throw error;
            }
            throw (RuntimeException) e.getCause();
        }
    }

    /** The command that stops the device goes out although its thread is interrupted. */
    private Packet awaited(FutureTask<Packet> task) throws ExecutionException, TimeoutException {
        boolean interrupted = false;
        int looks = 0;
        try {
            while (true) {
                try {
                    return task.get(patience / LOOKS, TimeUnit.NANOSECONDS);
                } catch (InterruptedException e) {
                    interrupted = true;
                } catch (TimeoutException e) {
                    looks++;
                    if (looks >= (sending.isStopWaiting() ? FEW_LOOKS : LOOKS)) {
                        waited = looks * (patience / LOOKS);
                        throw e;
                    }
                }
            }
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private Problem problem() {
        return Problem.of(
                new Text(
                                "编解码 %s 编码命令“%s”时 %d s 内未返回，命令未发出",
                                "codec %s was to encode the command \"%s\" and has not returned for %d s; it was not sent")
                        .with(codec, command.name(), TimeUnit.NANOSECONDS.toSeconds(waited)),
                CodecFault.REMEDY);
    }
}
