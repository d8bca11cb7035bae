package org.plumbline.probe;

import org.plumbline.channel.Value;

/**
 * What arrived of one signal.
 *
 * @param count how many samples
 * @param time of the last, in nanoseconds of the probe's clock
 * @param last the last one
 */
public record SignalSeen(long count, long time, Value last) {

    static SignalSeen first(long time, Value value) {
        return new SignalSeen(1, time, value);
    }

    SignalSeen then(SignalSeen later) {
        return new SignalSeen(count + 1, later.time, later.last);
    }
}
