package org.plumbline.error;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A file or an argument is wrong: nothing was run (exit code 2). */
public final class InputException extends PlumblineException {

    private static final long serialVersionUID = 1L;

    /** One problem. */
    public InputException(Problem problem) {
        this(List.of(problem), null);
    }

    /** One problem and what a library said of it. */
    public InputException(Problem problem, Throwable cause) {
        this(List.of(problem), cause);
    }

    /** Several problems, in the order of their places. */
    public InputException(List<Problem> problems, @Nullable Throwable cause) {
        super(problems, cause);
    }
}
