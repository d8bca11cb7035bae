package org.plumbline.channel;

import java.util.Map;

/** Encodes one command. Thread-safe. */
public interface Encoder {

    /**
     * The packet for one sending.
     *
     * @param parameters by name, as text; numbers already in the unit that the device description expects
     * @throws IllegalArgumentException where a parameter is missing or cannot be encoded: names it
     */
    Packet encode(Map<String, String> parameters);
}
