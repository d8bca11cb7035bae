package org.plumbline.mqtt;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.plumbline.broker.BenchBroker;
import org.plumbline.error.BenchException;

/** The bench's own broker, and the harness's connections to it: none of them is a device, and all pause while it is stopped. */
final class SharedBroker {

    private final MqttSettings settings;
    private final InetSocketAddress listen;
    private final BenchBroker broker;
    private final List<MqttLink> links = new CopyOnWriteArrayList<>();
    private volatile long refusedAt;

    /** @param settings those of the channel that declares it */
    SharedBroker(MqttSettings settings, InetSocketAddress listen) {
        this.settings = settings;
        this.listen = listen;
        this.broker = new BenchBroker(
                listen,
                settings.username(),
                settings.password(),
                (address, json) -> links.forEach(link -> link.packet(address, json)));
    }

    /** The channel that declares it. */
    String channel() {
        return settings.channel();
    }

    /** Whether that channel's connection comes here. */
    boolean isReachedBy(MqttSettings other) {
        URI uri = URI.create(other.broker());
        return BrokerAddress.port(uri) == listen.getPort() && listensOn(uri.getHost());
    }

    private boolean listensOn(String host) {
        try {
            InetAddress to = InetAddress.getByName(host);
            InetAddress own = listen.getAddress();
            if (to.isLoopbackAddress() || to.isAnyLocalAddress()) {
                return own.isLoopbackAddress() || own.isAnyLocalAddress();
            }
            return to.equals(own) || own.isAnyLocalAddress() && NetworkInterface.getByInetAddress(to) != null;
        } catch (UnknownHostException | SocketException e) {
            return false; // opening the channel will say why
        }
    }

    /** Whether another channel that declares it says the same of it. */
    boolean isDeclaredAlike(MqttSettings other) {
        return other.listen().filter(listen::equals).isPresent()
                && settings.username().equals(other.username())
                && settings.password().equals(other.password());
    }

    void join(String client, MqttLink link) {
        broker.own(client);
        links.add(link);
    }

    boolean isLeft() {
        return links.isEmpty();
    }

    /** What it does to devices. */
    BenchBroker broker() {
        return broker;
    }

    /** @param now in nanoseconds since the run's start */
    void refuse(String client, long now) {
        refusedAt = now;
        broker.refuse(client);
    }

    /** When it was last told to refuse somebody, in nanoseconds since the run's start. */
    long refusedAt() {
        return refusedAt;
    }

    /** Opens a connection of the harness to it; devices wait for {@link BenchBroker#open}. */
    synchronized void open(MqttLink link) throws Exception {
        broker.start();
        link.open();
    }

    /**
     * Stops it; what it has taken from devices has been received by then.
     *
     * @param cut called right before devices are cut off
     */
    synchronized void stop(Runnable cut) {
        boolean delivered = broker.isolate();
        if (!delivered) {
            links.forEach(MqttLink::missed);
        }
        links.forEach(MqttLink::pause);
        cut.run();
        broker.stop();
    }

    /**
     * Starts it, and lets devices in when every connection stands again, or cannot.
     *
     * @param opens called right before devices are let in
     * @throws BenchException where it cannot be started, or not every connection stands again
     */
    synchronized void start(Runnable opens) {
        broker.start();
        @Nullable BenchException failed = null;
        for (MqttLink link : links) {
            try {
                link.resume();
            } catch (BenchException e) {
                failed = failed == null ? e : failed;
            }
        }
        opens.run();
        broker.open();
        if (failed != null) {
            throw failed;
        }
    }

    /** Ends a connection, and with the last one the broker. */
    synchronized void leave(MqttLink link) {
        link.close();
        links.remove(link);
        if (links.isEmpty()) {
            broker.close();
        }
    }
}
