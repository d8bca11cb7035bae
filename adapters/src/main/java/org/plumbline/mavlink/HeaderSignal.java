package org.plumbline.mavlink;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.plumbline.bench.SignalSpec;
import org.plumbline.channel.Value;

/** A signal from the header of every frame, whatever its message. */
record HeaderSignal(SignalSpec spec, SourceFilter source, Reading reading) implements MavlinkSignal {

    /** The message in the file that means every message. */
    static final String ANY = "*";

    private static final Map<String, Reading> READINGS = new TreeMap<>(Map.of(
            "seq", (frame, lost) -> frame.sequence(),
            "sysid", (frame, lost) -> frame.system(),
            "compid", (frame, lost) -> frame.component(),
            "msgid", (frame, lost) -> frame.message(),
            "version", (frame, lost) -> frame.isVersion2() ? 2 : 1,
            "signed", (frame, lost) -> frame.isSigned() ? 1 : 0,
            "lost", (frame, lost) -> lost));

    /** A number from the header, and the frames lost so far. */
    @FunctionalInterface
    interface Reading {

        double of(MavlinkFrame frame, long lost);
    }

    static Set<String> fields() {
        return READINGS.keySet();
    }

    static Optional<HeaderSignal> of(SignalSpec spec, SourceFilter source, String field) {
        return Optional.ofNullable(READINGS.get(field)).map(reading -> new HeaderSignal(spec, source, reading));
    }

    @Override
    public boolean isIn(MavlinkFrame frame) {
        return true;
    }

    @Override
    public Optional<Value> value(MavlinkFrame frame, Sequences sequences) {
        return Optional.of(new Value.Numeric(reading.of(frame, sequences.lost(source))));
    }
}
