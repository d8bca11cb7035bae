package org.plumbline.channel;

import org.plumbline.error.InputException;

/** Decodes the file that an instrument exports once it has measured; no packets come meanwhile. */
public interface FileDecoder extends Decoder {

    /**
     * The rows of a file, from the front; as often as it is asked. Needs no more memory than a few times the file's size.
     *
     * @param file its name, for messages
     * @throws InputException where nothing in it can be read, naming file and line
     */
    Rows rows(String file, byte[] content);

    /** Nothing comes while a run goes on. */
    @Override
    default void decode(long time, Packet packet, DecodeSink sink) {}

    /** One way through a file. */
    interface Rows {

        /**
         * Decodes the next row: a frame, its bytes as they are, and then its samples or its errors, at the time of the file's
         * own clock in nanoseconds from anywhere, the distance between any two of which is a long. A row that cannot be read is
         * a frame with an error.
         *
         * @return false after the last
         * @throws InputException where the times do not increase, or the row is in another encoding, naming file and line
         */
        boolean next(DecodeSink sink);

        /** The line of the row delivered last, from 1. */
        int line();
    }
}
