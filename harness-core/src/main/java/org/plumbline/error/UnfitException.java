package org.plumbline.error;

import org.plumbline.text.Text;

/** A calculation does not cover what it was given. Whoever shows it says where that stands, and what to do. */
public final class UnfitException extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    private final transient Text reason;

    /** @param reason one sentence without a full stop */
    public UnfitException(Text reason) {
        super(reason.en());
        this.reason = reason;
    }

    /** What does not fit. */
    public Text reason() {
        return reason;
    }
}
