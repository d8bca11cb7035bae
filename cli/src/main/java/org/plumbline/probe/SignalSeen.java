package org.plumbline.probe;

import java.util.Optional;
import org.plumbline.channel.Value;

/**
 * What arrived of one signal.
 *
 * @param last the last sample's value
 * @param noNumber the last value that was a text, a flag or NaN; empty where all were numbers
 */
public record SignalSeen(Arrivals samples, Value last, Optional<Value> noNumber) {

    static SignalSeen first(long time, Value value) {
        return new SignalSeen(
                Arrivals.NONE.then(time),
                value,
                Optional.of(value)
                        .filter(each -> !(each instanceof Value.Numeric number) || Double.isNaN(number.value())));
    }

    SignalSeen then(SignalSeen later) {
        return new SignalSeen(samples.then(later.samples.last()), later.last, later.noNumber.or(() -> noNumber));
    }
}
