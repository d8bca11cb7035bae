package org.plumbline.steps;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** What table stands below a step. A step without it takes none. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface Below {

    /** Which one. */
    Kind value();

    /** The tables of the vocabulary. */
    enum Kind {
        /** What a cycle does, see {@link CycleStep}. */
        CYCLE,
        /** Points in space, see {@link PathPoint}. */
        POINTS,
        /** Known quantities of a formula, see {@link Term}. */
        TERMS
    }
}
