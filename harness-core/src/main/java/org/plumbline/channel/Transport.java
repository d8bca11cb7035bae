package org.plumbline.channel;

import java.util.List;
import org.plumbline.bench.ChannelSpec;
import org.plumbline.error.BenchException;

/** Moves bytes or messages. Found through {@link java.util.ServiceLoader}; stateless, thread-safe. */
public interface Transport {

    /** The name in {@code transport: ...}. */
    String name();

    /** What it understands in a channel's entry. */
    List<Key> keys();

    /**
     * Opens the connection; nothing is lost from here on. Blocks until it stands (MQTT: subscriptions acknowledged).
     *
     * @param receiver called on the transport's own thread, one call at a time
     * @throws BenchException where the port or broker cannot be opened: names channel, cause and remedy
     */
    Link open(ChannelSpec channel, Receiver receiver);
}
