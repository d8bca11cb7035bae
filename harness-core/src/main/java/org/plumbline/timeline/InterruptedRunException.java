package org.plumbline.timeline;

import org.plumbline.text.Text;

/** The run was interrupted by its user while it waited. */
public final class InterruptedRunException extends RuntimeException {

    /** Why what it ended decides nothing. */
    public static final Text REASON = new Text("运行被用户中断", "the run was interrupted by its user");

    private static final long serialVersionUID = 1L;

    /** The run was interrupted. */
    public InterruptedRunException() {
        super("the run was interrupted");
    }
}
