package org.plumbline.channel;

import java.util.Optional;
import java.util.OptionalLong;

/** Decodes what arrives on one channel; keeps the bytes of an unfinished frame. Not thread-safe; never throws. */
public interface Decoder {

    /**
     * Takes what one read brought.
     *
     * @param time nanoseconds since the run's start
     * @param sink gets each complete frame, and then its samples or its errors
     */
    void decode(long time, Packet packet, DecodeSink sink);

    /**
     * Since when frames wait that seem whole, but stand behind the beginning of one that may still go on: when the first of them
     * was there, in nanoseconds since the run's start. Empty where none do. Asked after each packet.
     */
    default OptionalLong holdsBackSince() {
        return OptionalLong.empty();
    }

    /**
     * Takes that the connection broke: the bytes of an unfinished frame go to the sink as a faulty one, and are never joined
     * with what comes once it stands again; the whole frames behind it wait no longer. The same at the end of a run, where
     * nobody counts the fault.
     *
     * @param time nanoseconds since the run's start
     */
    default void broken(long time, DecodeSink sink) {
        // nothing is kept between packets
    }

    /**
     * Whether an answer comes to a command that says whose it is, {@link DecodeSink#accepted accepted} or
     * {@link DecodeSink#declined(java.util.function.Predicate, org.plumbline.text.Text) declined}: a step waits a moment for it.
     * Depends on the command alone; asked on another thread than the rest.
     *
     * @param command as it goes out
     */
    default boolean isAnswered(Packet command) {
        return false;
    }

    /**
     * What kind of frame it is in the words of its protocol, such as {@code $GPGGA}; the same for each of that kind.
     * Empty where its check value is wrong, or nothing in it tells. Depends on the frame alone.
     *
     * @param frame as it was delivered
     */
    default Optional<String> kind(Packet frame) {
        return Optional.empty();
    }
}
