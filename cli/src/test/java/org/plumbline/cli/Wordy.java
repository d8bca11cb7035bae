package org.plumbline.cli;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.util.List;
import org.plumbline.bench.ChannelSpec;
import org.plumbline.channel.Key;
import org.plumbline.channel.Link;
import org.plumbline.channel.Packet;
import org.plumbline.channel.Receiver;
import org.plumbline.channel.Transport;

/** A line on which so many long words come when it is opened that a timeline does not keep them in memory. */
public final class Wordy implements Transport {

    private static final int WORDS = 4 * 4096;

    @Override
    public String name() {
        return "wordy";
    }

    @Override
    public List<Key> keys() {
        return List.of();
    }

    @Override
    public Link open(ChannelSpec channel, Receiver receiver) {
        for (int i = 0; i < WORDS; i++) {
            String line = "x".repeat(1000) + i % 2 + "\r\n";
            receiver.received(receiver.now(), new Packet("", line.getBytes(US_ASCII), false));
        }
        return new Link() {
            @Override
            public void send(Packet packet) {
                throw new AssertionError("a recording sends nothing");
            }

            @Override
            public void close() {}
        };
    }
}
