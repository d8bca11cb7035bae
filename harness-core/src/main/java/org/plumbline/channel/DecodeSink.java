package org.plumbline.channel;

import org.plumbline.bench.SignalSpec;
import org.plumbline.text.Text;

/** Where a decoder delivers: first a frame, then what is in it. */
public interface DecodeSink {

    /**
     * A complete protocol unit, or bytes that could not be one; always before its samples and errors.
     *
     * @param time when its last byte arrived, in nanoseconds since the run's start: earlier than what is decoded now where the
     *     frame had to wait; not earlier than the frame before it
     */
    void frame(long time, Packet frame);

    /** A value from the frame delivered last. */
    void sample(SignalSpec signal, Value value);

    /**
     * Something wrong with the frame delivered last.
     *
     * @param detail English, short, for the capture
     */
    void error(FrameError kind, String detail);

    /**
     * The frame delivered last came whole, as its check value or its form proves, and yet it is not taken, or not all of it: its
     * schema, its signature, a field that it does not have. No other setting of the line would mend it.
     *
     * @param detail English, short, for the capture
     */
    default void refused(FrameError kind, String detail) {
        error(kind, detail);
    }

    /**
     * A value of the signal in the frame delivered last cannot be read; the rest of it can.
     *
     * @param detail English, short, for the capture
     */
    default void unreadable(SignalSpec signal, String detail) {
        error(FrameError.VALUE, detail);
    }

    /**
     * The command that went out last, or what a {@link Poller} asked last, is not done, or nobody says that it is: refused, not
     * answered, answered unreadably.
     */
    default void declined(Text why) {}
}
