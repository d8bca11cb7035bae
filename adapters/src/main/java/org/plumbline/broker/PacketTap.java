package org.plumbline.broker;

/** Sees the control packets between a broker and its clients, in order for each client, on the broker's own threads. */
public interface PacketTap {

    /**
     * A control packet, before the broker acts on it or the client gets it.
     *
     * @param address {@code $mqtt/in/TYPE/CLIENT} for what a client sends, {@code $mqtt/out/TYPE/CLIENT} for what it gets;
     *     of PUBLISH with {@code /TOPIC} after it
     * @param json its fields, by the names of MQTT 3.1.1 and 5; flags are 0 or 1
     */
    void packet(String address, byte[] json);
}
