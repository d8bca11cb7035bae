package org.plumbline.channel;

/** In what form bytes come: a codec for the one cannot read the other. */
public enum Carriage {
    /** Bytes one after the other, cut anywhere; the codec finds where frames begin. */
    STREAM,
    /** Whole messages, each with its address. */
    MESSAGES,
    /** Nothing while a run goes on: a file afterwards, with the times of its own clock. */
    FILE
}
