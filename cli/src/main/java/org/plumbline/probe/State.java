package org.plumbline.probe;

/** How a channel was found; the later, the worse. */
public enum State {
    /** It comes as a file after the run: nothing can be heard of it. */
    LATER,
    /** Everything declared arrives, but for what comes only with events. */
    READY,
    /** It delivers, but not all that is declared, with faults or gaps, or what it measures proves nothing. */
    DOUBTFUL,
    /** It cannot be opened, broke, or delivers nothing that can be decoded. */
    BROKEN
}
