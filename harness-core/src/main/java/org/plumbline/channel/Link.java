package org.plumbline.channel;

import java.util.Optional;
import java.util.function.Consumer;
import org.plumbline.error.BenchException;
import org.plumbline.text.Text;

/** An open connection. {@link #send} may be called from several threads. */
public interface Link extends AutoCloseable {

    /**
     * Puts a packet on the wire; returns when the operating system or the client library has taken it.
     *
     * @throws BenchException where the connection is gone
     */
    void send(Packet packet);

    /** Why nobody knows whether what {@link #send} took gets through, as half a sentence; empty where nothing speaks against it. */
    default Optional<Text> doubt() {
        return Optional.empty();
    }

    /** How many bytes or more had been waiting when it was opened last, from before that, and were thrown away. */
    default int discarded() {
        return 0;
    }

    /** Every channel of the bench stands: devices that were kept waiting for that may come. No effect where none were. */
    default void allStand() {}

    /**
     * A trial has ended: takes back what it left in force and what would disturb the next one. No effect where that is nothing.
     *
     * @param done gets what was done, each as the packet by which one could have had it done
     * @throws BenchException where that is not possible
     */
    default void settle(Consumer<Packet> done) {}

    /** Whether it is made anew after a loss, without anybody's doing. */
    default boolean reconnects() {
        return false;
    }

    /**
     * Asks whether the far end is still there, for one that has gone without a word looks like one that is silent.
     *
     * @return waits for the answer, for a few seconds since the question; tells the receiver where it does not come, {@link
     *     Receiver#lost(long, Text)}, or where nobody knows, {@link Receiver#silent}, before it returns. Does nothing where a loss is
     *     always noticed at once. Empty where nobody can be asked: then nobody is judged by that nothing comes
     */
    default Optional<Runnable> checkAlive() {
        return Optional.empty();
    }

    /** Tells its receiver now what was thrown away until now: {@link Receiver#overrun}. No effect where nobody counts. */
    default void count() {}

    /**
     * Whoever is given what arrives does not return from that any more: nobody else is held up by it from now on, and what is thrown
     * away therefore is told once, {@link Receiver#overrun}. What is sent still goes out. Waits for nothing; no effect where only the
     * connection's own thread is held up.
     */
    default void giveUp() {}

    /**
     * Goes on at another rate without being opened anew, which would move DTR and reset many boards.
     *
     * @param baud bits per second
     * @return whether it does; false where this kind of connection has no rate, or the port does not have that one
     */
    default boolean retune(int baud) {
        return false;
    }

    /** Closes it; never throws, and {@link Receiver#lost} is not called for it. */
    @Override
    void close();
}
