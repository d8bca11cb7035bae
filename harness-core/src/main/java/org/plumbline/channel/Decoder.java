package org.plumbline.channel;

/** Decodes what arrives on one channel; keeps the bytes of an unfinished frame. Not thread-safe; never throws. */
public interface Decoder {

    /**
     * Takes what one read brought.
     *
     * @param time nanoseconds since the run's start
     * @param sink gets each complete frame, and then its samples or its errors
     */
    void decode(long time, Packet packet, DecodeSink sink);
}
