package org.plumbline.timeline;

/**
 * Where the marks of the run's own thread come from: made now, or found again in a recording. What is noted is on the
 * timeline when {@link #note} returns.
 */
interface Notes {

    /** @return what stands on the timeline for it */
    Observation note(Observation made);
}
