package org.plumbline.steps;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** What a step does to the device or takes of the time: a plan reads it before the run. A step without it takes no time. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface Effect {

    /** What it does. */
    Kind value();

    /** What steps do. */
    enum Kind {
        /** Sends the command that is its first argument. */
        SENDS,
        /** Sends the commands in its table, again and again. */
        CYCLES,
        /** Begins to repeat the command that is its second argument. */
        REPEATS,
        /** Ends the repetition of the command that is its first argument. */
        STOPS,
        /** Observes for the time that is its first argument. */
        OBSERVES,
        /** Waits, at most for the time that is its last argument. */
        WAITS,
        /** Waits like that for the state that is observed from then on. */
        REACHES,
        /** The same for a state that has lasted for the time that is its last argument but one. */
        STAYS
    }
}
