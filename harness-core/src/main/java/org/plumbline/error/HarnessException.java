package org.plumbline.error;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The harness itself cannot go on: a full disk, a broken installation (exit code 4). */
public final class HarnessException extends PlumblineException {

    private static final long serialVersionUID = 1L;

    /** One problem. */
    public HarnessException(Problem problem) {
        this(List.of(problem), null);
    }

    /** One problem and what a library said of it. */
    public HarnessException(Problem problem, Throwable cause) {
        this(List.of(problem), cause);
    }

    /** Several problems, in the order of their places. */
    public HarnessException(List<Problem> problems, @Nullable Throwable cause) {
        super(problems, cause);
    }
}
