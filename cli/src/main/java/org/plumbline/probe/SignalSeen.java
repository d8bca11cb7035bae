package org.plumbline.probe;

import org.plumbline.channel.Value;

/**
 * What arrived of one signal.
 *
 * @param last the last sample's value
 */
public record SignalSeen(Arrivals samples, Value last) {

    static SignalSeen first(long time, Value value) {
        return new SignalSeen(Arrivals.NONE.then(time), value);
    }

    SignalSeen then(SignalSeen later) {
        return new SignalSeen(samples.then(later.samples.last()), later.last);
    }
}
