package org.plumbline.mavlink;

import java.util.Optional;
import org.plumbline.bench.SignalSpec;
import org.plumbline.channel.Value;

/** What one signal takes from a frame. */
sealed interface MavlinkSignal permits MessageSignal, HeaderSignal {

    SignalSpec spec();

    SourceFilter source();

    /**
     * Whether a frame is one that has it, be it without a value.
     *
     * @throws NotReadableException where what tells it cannot be read
     */
    boolean isIn(MavlinkFrame frame);

    /**
     * The value; empty where the frame holds none for this signal.
     *
     * @throws NotReadableException where the value is infinite, or a whole number of more than 53 bits
     */
    Optional<Value> value(MavlinkFrame frame, Sequences sequences);
}
