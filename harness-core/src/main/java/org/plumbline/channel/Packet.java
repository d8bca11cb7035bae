package org.plumbline.channel;

import java.nio.charset.StandardCharsets;

/**
 * Bytes as a transport moves them.
 *
 * @param address where the transport has addresses: the MQTT topic; empty for a serial line
 * @param payload not copied; the receiver must not change it
 */
public record Packet(String address, byte[] payload) {

    /** A packet without an address. */
    public static Packet of(byte[] payload) {
        return new Packet("", payload);
    }

    /** The payload as UTF-8 text; malformed bytes become replacement characters. */
    public String text() {
        return new String(payload, StandardCharsets.UTF_8);
    }
}
