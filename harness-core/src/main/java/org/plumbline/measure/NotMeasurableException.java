package org.plumbline.measure;

import org.plumbline.text.Text;

/** What was recorded does not show the quantity: too few samples, no overlap. Nothing is said about the device. */
public final class NotMeasurableException extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    private final transient Text reason;

    /** @param reason one sentence without a full stop */
    public NotMeasurableException(Text reason) {
        super(reason.en());
        this.reason = reason;
    }

    /** What is missing. */
    public Text reason() {
        return reason;
    }
}
