package org.plumbline.suite;

import java.util.List;
import org.plumbline.text.Text;

/**
 * What the words of a step mean.
 *
 * @param roles one for each argument
 * @param gives what it measures for its limit
 * @param example a step of that form, in Chinese and English
 */
record StepMeaning(List<StepRole> roles, Gives gives, Text example) {

    /** What is measured, and so the kind of unit that the limit must have. */
    enum Gives {
        /** Nothing. */
        NOTHING,
        /** A time. */
        TIME,
        /** A time between samples, as of a signal that comes at intervals. */
        PERIOD,
        /** A number of occurrences. */
        COUNT,
        /** A length. */
        LENGTH,
        /** A share in percent. */
        PERCENT,
        /** A value of the step's first signal. */
        VALUE,
        /** A difference of values of the step's first signal. */
        DIFFERENCE
    }
}
