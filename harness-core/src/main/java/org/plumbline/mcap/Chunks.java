package org.plumbline.mcap;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The chunks of a file. Where chunks are large and compressed, one is filled while those before it are packed on threads of
 * their own; there are never more than three. They are written in their order and by the caller, so that the file is the
 * same either way, and so that a disk that fails or stands still does so to the caller and not to a thread.
 */
final class Chunks implements AutoCloseable {

    static final String THREAD = "mcap-chunks";

    /** Bytes of a chunk from which packing it takes longer than handing it over. */
    private static final int LARGE = 1 << 16;

    /** So many are packed at once: packing one takes about twice as long as filling one. */
    private static final int PACKED_AT_ONCE = 2;

    private final Supplier<ChunkBuilder> builders;
    private final List<Packer> packers = new ArrayList<>();
    private final Writing writing;
    private final @Nullable ThreadPoolExecutor threads;
    private final Deque<Packing> packing = new ArrayDeque<>();
    private final Deque<ChunkBuilder> empty = new ArrayDeque<>();
    private ChunkBuilder filled;

    private record Packing(ChunkBuilder chunk, CompletableFuture<Void> done) {}

    /** What writes a chunk, and empties it. */
    interface Writing {
        void write(ChunkBuilder chunk) throws IOException;
    }

    /** @param packer gives new ones, which are closed with this */
    Chunks(McapWriterOptions options, RecordEncoder encoder, Supplier<Packer> packer, Writing writing) {
        this.builders = () -> {
            packers.add(packer.get());
            return new ChunkBuilder(options, encoder, packers.get(packers.size() - 1));
        };
        this.writing = writing;
        this.threads = options.zstd() && options.chunkSize() >= LARGE ? threads() : null;
        this.filled = builders.get();
    }

    /** Begin with the first chunks; end by themselves when there was none for a second, also where nobody closes this. */
    private static ThreadPoolExecutor threads() {
        ThreadPoolExecutor executor = new ThreadPoolExecutor(
                PACKED_AT_ONCE, PACKED_AT_ONCE, 1, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), body -> {
                    Thread thread = new Thread(body, THREAD);
                    thread.setDaemon(true);
                    return thread;
                });
        executor.allowCoreThreadTimeOut(true);
        return executor;
    }

    /** The chunk that is being filled. */
    ChunkBuilder filled() {
        return filled;
    }

    /** The chunk is full: begins the next one. */
    void next() throws IOException {
        if (threads == null) {
            flush();
        } else {
            writeDownTo(PACKED_AT_ONCE - 1);
            pack(threads);
        }
    }

    /** Writes all that there is. */
    void flush() throws IOException {
        writeDownTo(0);
        if (!filled.isEmpty()) {
            pack(Runnable::run);
            writeDownTo(0);
        }
    }

    private void pack(Executor by) {
        ChunkBuilder chunk = filled;
        packing.add(new Packing(chunk, CompletableFuture.runAsync(chunk::pack, by)));
        filled = empty.isEmpty() ? builders.get() : empty.remove();
    }

    /** After a chunk that could not be packed or written there is no other. */
    private void writeDownTo(int left) throws IOException {
        while (packing.size() > left) {
            Packing first = packing.element();
            await(first.done());
            writing.write(first.chunk());
            empty.add(packing.remove().chunk());
        }
    }

    /** An interrupt ends no wait: it would lose the chunk. */
    private static void await(CompletableFuture<Void> done) throws IOException {
        try {
            done.join();
        } catch (CompletionException e) {
            throw new IOException(
                    "a chunk could not be compressed: " + e.getCause().getMessage(), e.getCause());
        }
    }

    @Override
    public void close() {
        if (threads != null) {
            join(threads);
        }
        packers.forEach(Packer::close);
    }

    private static void join(ThreadPoolExecutor threads) {
        threads.shutdown();
        boolean interrupted = false;
        while (!threads.isTerminated()) {
            try {
                threads.awaitTermination(Long.MAX_VALUE, TimeUnit.NANOSECONDS);
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
