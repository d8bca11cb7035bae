package org.plumbline.timeline;

import org.plumbline.text.Text;

/** A replay asks for something that the recording does not hold. Says nothing about the device: inconclusive. */
public final class RecordingEndedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Text reason;

    /** @param reason what is missing, one sentence without a full stop */
    public RecordingEndedException(Text reason) {
        super(reason.en());
        this.reason = reason;
    }

    /** What is missing. */
    public Text reason() {
        return reason;
    }
}
