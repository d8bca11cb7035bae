package org.plumbline.tank;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.plumbline.bench.ChannelSpec;
import org.plumbline.channel.Key;
import org.plumbline.channel.Link;
import org.plumbline.channel.Packet;
import org.plumbline.channel.Receiver;
import org.plumbline.channel.Transport;

/** A live tank that reports ten times a second, never obeys, and prints what it is sent. */
public final class StdoutTransport implements Transport {

    @Override
    public String name() {
        return "stdout";
    }

    @Override
    public List<Key> keys() {
        return List.of();
    }

    @Override
    public Link open(ChannelSpec channel, Receiver receiver) {
        Packet report = new Packet("tank/state", "{\"level\": 0.8, \"pump\": false}".getBytes(StandardCharsets.UTF_8));
        ScheduledExecutorService reports = Executors.newSingleThreadScheduledExecutor();
        reports.scheduleAtFixedRate(() -> receiver.received(receiver.now(), report), 0, 100, TimeUnit.MILLISECONDS);
        return new Link() {
            @Override
            public void send(Packet packet) {
                System.out.println(packet.text());
            }

            @Override
            public void close() {
                reports.shutdown();
            }
        };
    }
}
