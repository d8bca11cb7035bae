package org.plumbline.engine;

import org.jspecify.annotations.Nullable;
import org.plumbline.error.PlumblineException;
import org.plumbline.text.Language;

/** A verdict of error at the edge to JUnit: a file, the bench or the harness is at fault, not the device. */
final class ErrorVerdictException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    ErrorVerdictException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }

    static ErrorVerdictException of(RuntimeException cause, Language language) {
        String message = cause instanceof PlumblineException known ? known.message(language) : String.valueOf(cause);
        return new ErrorVerdictException(message, cause);
    }
}
