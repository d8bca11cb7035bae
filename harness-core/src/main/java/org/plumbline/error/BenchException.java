package org.plumbline.error;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A port, a broker or an instrument is not as the bench says (exit code 4). */
public final class BenchException extends PlumblineException {

    private static final long serialVersionUID = 1L;

    /** One problem. */
    public BenchException(Problem problem) {
        this(List.of(problem), null);
    }

    /** One problem and what a library said of it. */
    public BenchException(Problem problem, Throwable cause) {
        this(List.of(problem), cause);
    }

    /** Several problems, in the order of their places. */
    public BenchException(List<Problem> problems, @Nullable Throwable cause) {
        super(problems, cause);
    }
}
