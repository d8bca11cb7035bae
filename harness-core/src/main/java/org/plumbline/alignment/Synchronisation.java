package org.plumbline.alignment;

import org.jspecify.annotations.Nullable;
import org.plumbline.bench.Bench;
import org.plumbline.bench.ChannelSpec;
import org.plumbline.error.InputException;

/**
 * How the clock of an instrument's file is brought onto that of a run.
 *
 * @param last a second event; null where the drift is not determined
 * @param uncertainty half-width of what the times of an event may differ by on both sides, in seconds
 * @param drift the most by which the instrument's clock may go wrong, as a ratio, not negative
 */
public record Synchronisation(SyncPair first, @Nullable SyncPair last, double uncertainty, double drift) {

    /** An event as file and run see it. */
    record SyncPair(SyncEvent file, SyncEvent run) {}

    /**
     * What a channel of transport {@code file} says of it.
     *
     * @throws InputException where that is wrong, or names what the bench does not have, with its place
     */
    public static Synchronisation of(Bench bench, ChannelSpec channel) {
        return new SyncReader(bench, channel).read();
    }
}
