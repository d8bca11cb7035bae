package org.plumbline.channel;

import java.time.Instant;
import java.util.Map;

/** Encodes one command. Thread-safe. */
public interface Encoder {

    /** Where its packets go, with parameters as {@code {name}}; empty where they have no address. */
    default String address() {
        return "";
    }

    /**
     * The packet for one sending.
     *
     * @param parameters by name, as text; numbers already in the unit that the device description expects
     * @throws IllegalArgumentException where a parameter is missing or cannot be encoded: names it; best a
     *     {@link NotEncodableException}, which says it in both languages, while the words of any other are shown as they are
     */
    Packet encode(Map<String, String> parameters);

    /**
     * The packet for a sending that takes place now; another one only in protocols whose messages carry their time or count
     * themselves. {@link #encode(Map)} counts nothing: it is also called to see whether a command can be sent.
     *
     * @param utc when it is sent
     * @throws IllegalArgumentException as there
     */
    default Packet encode(Map<String, String> parameters, Instant utc) {
        return encode(parameters);
    }
}
