package org.plumbline.run;

import org.plumbline.bench.ChannelSpec;
import org.plumbline.channel.Adapters;
import org.plumbline.channel.Link;
import org.plumbline.channel.Receiver;

/** What the channels of a bench are connected to: real transports, or simulated devices in this process. */
public interface Wiring {

    /**
     * Opens the connection of one channel.
     *
     * @throws org.plumbline.error.BenchException where it cannot be opened
     */
    Link open(ChannelSpec channel, Receiver receiver);

    /** Real ports and brokers. The channels' transports were checked when the files were read. */
    static Wiring of(Adapters adapters) {
        return (channel, receiver) ->
                adapters.transport(channel.transport()).orElseThrow().open(channel, receiver);
    }
}
