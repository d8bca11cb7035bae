package org.plumbline.channel;

import java.util.Locale;

/** What can be wrong with a frame; scenarios count these by {@link #key}. */
public enum FrameError {
    /** The check value does not fit the bytes. */
    CHECKSUM,
    /** Longer or shorter than the protocol allows. */
    LENGTH,
    /** Not of the protocol's form: delimiters, characters, field count. */
    SYNTAX,
    /** Of the right form, but a value that a signal refers to cannot be read. */
    VALUE,
    /** A question of the harness that was not answered in time. */
    TIMEOUT,
    /** An answer of the right form that refuses what was asked. */
    EXCEPTION,
    /** Not there, although the number of the frame after it says that it was sent. */
    LOST;

    /** The word in files and scenarios. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
