package org.plumbline.channel;

import java.nio.charset.StandardCharsets;

/**
 * Bytes as a transport moves them.
 *
 * @param address where the transport has addresses: the MQTT topic; empty for a serial line
 * @param payload not copied here, and nobody who gets it may change it; a run copies what it is given, so that whoever gave it may
 *     use the array again
 * @param retained of what arrives: whether the broker had kept it from before (MQTT 3.1.1, 3.3.1.3), so that it says nothing of
 *     the device now; of what is sent: whether the broker is to keep it
 */
public record Packet(String address, byte[] payload, boolean retained) {

    /** A packet that was sent just now. */
    public Packet(String address, byte[] payload) {
        this(address, payload, false);
    }

    /** A packet without an address. */
    public static Packet of(byte[] payload) {
        return new Packet("", payload);
    }

    /** The payload as UTF-8 text; malformed bytes become replacement characters. */
    public String text() {
        return new String(payload, StandardCharsets.UTF_8);
    }
}
