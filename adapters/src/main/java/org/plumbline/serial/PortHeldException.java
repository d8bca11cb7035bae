package org.plumbline.serial;

import org.plumbline.error.BenchException;
import org.plumbline.text.Text;

/** Somebody else has the port open. */
final class PortHeldException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient BenchException refusal;
    private final transient Text cause;

    /**
     * @param refusal for whoever opens the port the first time
     * @param cause who has it, and what to do
     */
    PortHeldException(BenchException refusal, Text cause) {
        super(refusal);
        this.refusal = refusal;
        this.cause = cause;
    }

    BenchException refusal() {
        return refusal;
    }

    /** Why a port that is there again is not opened again. */
    Text words() {
        return new Text("无法重新打开: %s", "it cannot be opened again: %s").with(cause);
    }
}
