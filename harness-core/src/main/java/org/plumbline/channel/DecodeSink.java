package org.plumbline.channel;

import java.util.function.Predicate;
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
     * @param detail short, for the capture
     */
    void error(FrameError kind, Text detail);

    /** The same in words that are the same in both languages, or that a plugin has in English alone. */
    default void error(FrameError kind, String detail) {
        error(kind, Text.same(detail));
    }

    /**
     * The frame delivered last came whole, as its check value or its form proves, and yet it is not taken, or not all of it: its
     * schema, its signature, a field that it does not have. No other setting of the line would mend it.
     *
     * @param detail short, for the capture
     */
    default void refused(FrameError kind, Text detail) {
        error(kind, detail);
    }

    /** The same in words that are the same in both languages, or that a plugin has in English alone. */
    default void refused(FrameError kind, String detail) {
        refused(kind, Text.same(detail));
    }

    /**
     * A value of the signal in the frame delivered last cannot be read; the rest of it can.
     *
     * @param detail short, for the capture
     */
    default void unreadable(SignalSpec signal, Text detail) {
        error(FrameError.VALUE, detail);
    }

    /** The same in words that are the same in both languages, or that a plugin has in English alone. */
    default void unreadable(SignalSpec signal, String detail) {
        unreadable(signal, Text.same(detail));
    }

    /**
     * The frame delivered last is by its form the one that has the signal, but has no value of it: an empty field, say, or one that
     * is told as an error besides. A question that the signal answers is answered.
     */
    default void absent(SignalSpec signal) {}

    /**
     * The command that went out last, or what a {@link Poller} asked last, is not done, or nobody says that it is: refused, not
     * answered, answered unreadably.
     */
    default void declined(Text why) {}

    /**
     * The frame delivered last refuses a command in a protocol in which answers say whose they are: the oldest of those that
     * {@link Decoder#isAnswered} and are not answered yet. Nothing where it is none of them.
     *
     * @param command whether it is that one, as it went out
     */
    default void declined(Predicate<Packet> command, Text why) {}

    /** The frame delivered last says of such a command that it is done. */
    default void accepted(Predicate<Packet> command) {}

    /** The frame delivered last says of such a command that it goes on: its answer is still to come. */
    default void goesOn(Predicate<Packet> command) {}
}
