package org.plumbline.suite;

/** What an argument of a step stands for: a plan looks it up before anything moves. */
enum StepRole {
    /** A limit of the standard. */
    LIMIT,
    /** A signal of the bench. */
    SIGNAL,
    /** A signal of the bench that is a length. */
    LENGTH,
    /** A signal of the bench that is a speed. */
    SPEED,
    /** A command of the bench. */
    COMMAND,
    /** A command of the bench that is sent again and again, counted by {@code n}. */
    REPEATED,
    /** A channel of the bench. */
    CHANNEL,
    /** A parameter of the command before it. */
    PARAMETER,
    /** What a parameter is set to. */
    SETTING,
    /** A time. */
    DURATION,
    /** What the signal before it is compared with, in a unit of its kind. */
    LEVEL,
    /** What the signal before it is: a word, or a number, which may have a unit of its kind. */
    STATE,
    /** From 0 to 100. */
    PERCENT,
    /** A place or a word: nothing to look up. */
    WORD
}
