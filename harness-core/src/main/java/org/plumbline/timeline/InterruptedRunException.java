package org.plumbline.timeline;

/** The run was interrupted by its user while it waited. */
public final class InterruptedRunException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** The run was interrupted. */
    public InterruptedRunException() {
        super("the run was interrupted");
    }
}
