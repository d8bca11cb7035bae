package org.plumbline.channel;

import org.plumbline.error.BenchException;

/** An open connection. {@link #send} may be called from several threads. */
public interface Link extends AutoCloseable {

    /**
     * Puts a packet on the wire; returns when the operating system or the client library has taken it.
     *
     * @throws BenchException where the connection is gone
     */
    void send(Packet packet);

    /** Closes it; never throws, and {@link Receiver#lost} is not called for it. */
    @Override
    void close();
}
