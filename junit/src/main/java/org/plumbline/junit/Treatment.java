package org.plumbline.junit;

/** How a build takes a scenario that did not pass without a failed {@code shall}. */
public enum Treatment {
    /** The test fails. */
    FAIL,
    /** The test is aborted: shown with its reason, the build goes on. */
    ABORT
}
