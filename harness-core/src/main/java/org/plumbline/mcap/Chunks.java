package org.plumbline.mcap;

import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The chunks of a file. Where chunks are large and compressed, one is filled while the one before it is packed on a thread of
 * its own; there are never more than two. They are written in their order and by the caller, so that the file is the same
 * either way, and so that a disk that fails or stands still does so to the caller and not to the thread.
 */
final class Chunks implements AutoCloseable {

    static final String THREAD = "mcap-chunks";

    /** Bytes of a chunk from which packing it takes longer than handing it over. */
    private static final int LARGE = 1 << 16;

    private final Packer packer;
    private final Writing writing;
    private final @Nullable ThreadPoolExecutor thread;
    private ChunkBuilder filled;
    private ChunkBuilder packed;
    private CompletableFuture<Void> packing = CompletableFuture.completedFuture(null);

    /** What writes a chunk, and empties it. */
    interface Writing {
        void write(ChunkBuilder chunk) throws IOException;
    }

    /** @param packer is closed with this */
    Chunks(McapWriterOptions options, RecordEncoder encoder, Packer packer, Writing writing) {
        this.packer = packer;
        this.writing = writing;
        this.thread = options.zstd() && options.chunkSize() >= LARGE ? thread() : null;
        this.filled = new ChunkBuilder(options, encoder);
        this.packed = new ChunkBuilder(options, encoder);
    }

    /** Begins with the first chunk; ends by itself when there was none for a second, also where nobody closes it. */
    private static ThreadPoolExecutor thread() {
        ThreadPoolExecutor executor =
                new ThreadPoolExecutor(1, 1, 1, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), body -> {
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
        if (thread == null) {
            flush();
        } else {
            pack(thread);
        }
    }

    /** Writes all that there is. */
    void flush() throws IOException {
        if (!filled.isEmpty()) {
            pack(Runnable::run);
        }
        await();
        write(packed);
    }

    /** The chunk before is written meanwhile, and filled anew. After one that could not be packed there is no other. */
    private void pack(Executor by) throws IOException {
        await();
        ChunkBuilder before = packed;
        ChunkBuilder chunk = filled;
        packing = CompletableFuture.runAsync(() -> chunk.pack(packer), by);
        packed = chunk;
        filled = before;
        write(before);
    }

    /** An interrupt ends no wait: it would lose the chunk. */
    private void await() throws IOException {
        try {
            packing.join();
        } catch (CompletionException e) {
            throw new IOException(
                    "a chunk could not be compressed: " + e.getCause().getMessage(), e.getCause());
        }
    }

    private void write(ChunkBuilder chunk) throws IOException {
        if (!chunk.isEmpty()) {
            writing.write(chunk);
        }
    }

    @Override
    public void close() {
        if (thread != null) {
            join(thread);
        }
        packer.close();
    }

    private static void join(ThreadPoolExecutor thread) {
        thread.shutdown();
        boolean interrupted = false;
        while (!thread.isTerminated()) {
            try {
                thread.awaitTermination(Long.MAX_VALUE, TimeUnit.NANOSECONDS);
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
