package org.plumbline.cli;

import java.util.List;
import org.plumbline.bench.ChannelSpec;
import org.plumbline.channel.Key;
import org.plumbline.channel.Link;
import org.plumbline.channel.Packet;
import org.plumbline.channel.Receiver;
import org.plumbline.channel.Transport;
import org.plumbline.text.Text;

/** A line on which more comes than is read: once when it is opened, and again when it is closed. */
public final class Flooded implements Transport {

    @Override
    public String name() {
        return "flooded";
    }

    @Override
    public List<Key> keys() {
        return List.of();
    }

    @Override
    public Link open(ChannelSpec channel, Receiver receiver) {
        receiver.overrun(receiver.now(), new Text("溢出", "it overran"));
        return new Link() {
            @Override
            public void send(Packet packet) {
                throw new AssertionError("a recording sends nothing");
            }

            @Override
            public void close() {
                receiver.overrun(receiver.now(), new Text("还有 3 条", "3 were left"));
            }
        };
    }
}
