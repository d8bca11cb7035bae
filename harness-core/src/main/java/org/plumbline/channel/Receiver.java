package org.plumbline.channel;

import org.plumbline.text.Text;

/** Where a transport delivers. */
public interface Receiver {

    /** Now, in nanoseconds since the run's start: to stamp a reception right after the read. */
    long now();

    /**
     * Bytes that arrived. May block while the capture cannot keep up.
     *
     * @param time {@link #now} when they had been read: neither later than now nor earlier than that of what came before, or the
     *     channel is lost
     * @param packet not null; its array may be used again afterwards
     */
    void received(long time, Packet packet);

    /** The connection broke: unplugged, refused, timed out. Secrets in the cause are taken out by the caller's side. */
    void lost(Text cause);

    /**
     * The same of one that broke without a word.
     *
     * @param since when it was seen to stand last, in nanoseconds since the run's start
     */
    default void lost(long since, Text cause) {
        lost(cause);
    }

    /**
     * Nothing comes, and nobody can tell whether the connection still stands.
     *
     * @param since when something came last, in nanoseconds since the run's start
     */
    default void silent(long since) {}

    /** A connection that had broken stands again. */
    void restored();

    /**
     * The connection stands, but something that had arrived was thrown away before it was read.
     *
     * @param since when nothing had been thrown away yet, in nanoseconds since the run's start
     */
    void overrun(long since, Text cause);

    /** What is being sent has nobody whom it is for, as the far side says. Called within {@link Link#send}. */
    default void unheard(Text cause) {}

    /**
     * What is being sent takes effect now, and not before: nothing that comes of it is older. Called within {@link Link#send} and
     * {@link Link#settle} by one that takes its time.
     */
    default void takesEffect() {}
}
