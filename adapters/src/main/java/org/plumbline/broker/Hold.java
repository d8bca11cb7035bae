package org.plumbline.broker;

import java.util.List;
import java.util.concurrent.CompletableFuture;

/**
 * Holds connections up until its end; then they go on one after the other, in the order in which they came: a client's newest
 * login comes last, and takes over from those before. Thread-safe.
 */
final class Hold {

    private final String client;
    private final CompletableFuture<Void> end;
    private CompletableFuture<?> last;

    /** @param client whom it concerns; empty for every client */
    Hold(String client, CompletableFuture<Void> end) {
        this.client = client;
        this.end = end;
        this.last = end.exceptionally(full -> null);
    }

    /**
     * One connection's place in the line.
     *
     * @param comes when it may go on
     * @param gone to be completed when it has, or is no more
     */
    record Turn(CompletableFuture<?> comes, CompletableFuture<Void> gone) {}

    /** The next place, behind all of these. */
    static synchronized Turn turn(List<Hold> holds) {
        CompletableFuture<Void> gone = new CompletableFuture<>();
        CompletableFuture<?> comes =
                CompletableFuture.allOf(holds.stream().map(hold -> hold.last).toArray(CompletableFuture[]::new));
        holds.forEach(hold -> hold.last = CompletableFuture.allOf(hold.last, gone));
        return new Turn(comes, gone);
    }

    String client() {
        return client;
    }

    boolean hasEnded() {
        return end.isDone();
    }

    void end() {
        end.complete(null);
    }

    /** Ends it before its time, since it keeps too much. */
    void overflow() {
        end.completeExceptionally(new IllegalStateException("no room for what is held back"));
    }

    /** Whether nobody stands in the line any more. */
    static synchronized boolean isOver(Hold hold) {
        return hold.last.isDone();
    }
}
