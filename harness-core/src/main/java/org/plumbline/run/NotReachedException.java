package org.plumbline.run;

import org.plumbline.text.Text;

/** The device was not brought to where the test could go on, or something was not observed: inconclusive, never a fail. */
public class NotReachedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Text reason;

    /** @param reason one sentence: what was waited for, what was seen instead */
    public NotReachedException(Text reason) {
        super(reason.en());
        this.reason = reason;
    }

    /** What was waited for, what was seen instead. */
    public Text reason() {
        return reason;
    }
}
