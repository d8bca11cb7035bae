package org.plumbline.timeline;

/** Which way a frame went. */
public enum Direction {
    /** From the device or instrument to the harness. */
    RECEIVED,
    /** From the harness to the device or instrument. */
    SENT
}
