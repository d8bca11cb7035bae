package org.plumbline.channel;

import java.util.Optional;

/**
 * A decoder of a protocol in which nothing comes that was not asked for, and one question waits for its answer at a time. It
 * only says what is to be sent and when; times are nanoseconds since the run's start. Not thread-safe; never throws.
 */
public interface Poller extends Decoder {

    /** When the line is free for the next question, if nothing arrives meanwhile; may have passed. */
    long freeAt();

    /** When the next question of the plan is due; {@link Long#MAX_VALUE} where there is none. */
    long dueAt();

    /** How long after its last asking a question of the plan comes again at the latest; 0 where the plan does not say. */
    default long longestPeriod() {
        return 0;
    }

    /** Gives up an answer that is overdue; what is wrong belongs to the question. */
    void expire(long time, DecodeSink sink);

    /** Takes the question that is due from the plan. */
    Optional<Packet> next(long time);

    /**
     * Notes that a question goes out now, be it from the plan or a command.
     *
     * @return as it is on the wire
     */
    Packet ask(long time, Packet question);

    /** Whether the answer to the question asked last may still come. */
    boolean awaitsAnswer();
}
