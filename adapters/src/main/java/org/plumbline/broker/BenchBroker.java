package org.plumbline.broker;

import static java.util.concurrent.TimeUnit.NANOSECONDS;

import java.net.InetSocketAddress;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.apache.activemq.artemis.spi.core.protocol.RemotingConnection;
import org.jspecify.annotations.Nullable;

/**
 * The bench's own broker: devices connect to it, every control packet is seen, and it can be as bad as a network is.
 * Clients are named by their ids; the empty id stands for all of them, and never for the harness's own.
 */
public final class BenchBroker implements AutoCloseable {

    private final InetSocketAddress listen;
    private final @Nullable OneLogin login;
    private final PacketGate gate;
    private @Nullable EmbeddedBroker broker;

    /**
     * @param listen where devices connect
     * @param user who alone is let in; empty for everybody
     */
    public BenchBroker(InetSocketAddress listen, Optional<String> user, Optional<String> password, PacketTap tap) {
        this.listen = listen;
        this.login = user.map(name -> new OneLogin(name, password.orElse(""))).orElse(null);
        this.gate = new PacketGate(tap, login);
    }

    /** That client is the harness: it is let in at any time, its packets are not shown, and nothing is done to it. */
    public void own(String client) {
        gate.own(client);
    }

    /**
     * Starts it, also after a stop; it remembers nothing of before: no session, no retained message. Until {@link #open}
     * only the harness is let in.
     *
     * @throws org.plumbline.error.BenchException where another program has the port
     */
    public synchronized void start() {
        if (broker == null) {
            gate.shut();
            broker = EmbeddedBroker.start(listen, login, gate);
        }
    }

    /** Lets in the devices that wait, and all that come: the harness hears everything now. */
    public void open() {
        gate.open();
    }

    /**
     * Has nothing that devices send taken any more, nor answered, from when this returns until it is stopped; what it had taken
     * before the harness has got by then.
     *
     * @return whether the harness has
     */
    public synchronized boolean isolate() {
        EmbeddedBroker running = broker;
        if (running == null) {
            return true;
        }
        gate.shut();
        running.hold(connection -> gate.concerns("", connection), new Hold("", new CompletableFuture<>()));
        return running.awaitDelivery(gate::isOwn);
    }

    /** Stops it: connections are cut off, new ones refused by the operating system. */
    public synchronized void stop() {
        if (broker != null) {
            broker.cutOff();
            broker = null;
        }
    }

    /** Refuses the client's logins from now on as not authorised. */
    public void refuse(String client) {
        gate.refuse(client);
    }

    /** No longer refuses them. */
    public void admit(String client) {
        gate.admit(client);
    }

    /**
     * Cuts the client off without a farewell, as a broken cable does.
     *
     * @return how many connections that were
     */
    public synchronized int drop(String client) {
        return broker == null ? 0 : broker.disconnect(connection -> gate.concerns(client, connection));
    }

    /**
     * Holds back what the client sends and gets, also on connections that it makes in that time.
     *
     * @param full told where it had to end before its time, for more went to the client than 64 MB
     * @return on how many connections that it has; where it has none, nothing is held back
     */
    public synchronized int hold(String client, long nanos, Runnable full) {
        EmbeddedBroker running = broker;
        if (running == null) {
            return 0;
        }
        CompletableFuture<Void> end = new CompletableFuture<Void>().completeOnTimeout(null, nanos, NANOSECONDS);
        Hold hold = new Hold(client, end);
        gate.hold(hold);
        end.exceptionally(failure -> {
            full.run();
            return null;
        });
        int held = running.hold(connection -> gate.concerns(client, connection), hold);
        if (held == 0) {
            end.complete(null);
        }
        return held;
    }

    /** Ends a hold before its time; no effect where there is none. */
    public void release(String client) {
        gate.release(client);
    }

    /**
     * Who was let in while that client was refused, in alphabetical order; empty where one of that name has ever come: then
     * the name is right.
     */
    public List<String> letInInstead(String client) {
        return gate.letInInstead(client).stream().sorted().toList();
    }

    /** The clients, as {@link #refuse} names them, that are refused now. */
    public Set<String> refused() {
        return gate.refused();
    }

    /** The clients, as {@link #hold} names them, that are held back now. */
    public Set<String> held() {
        return gate.held();
    }

    /** Whether it is started. */
    public synchronized boolean isRunning() {
        return broker != null;
    }

    /** The ids of all that are connected, in alphabetical order. */
    public synchronized List<String> clients() {
        return broker == null
                ? List.of()
                : broker.connections(connection -> gate.concerns("", connection)).stream()
                        .map(RemotingConnection::getClientID)
                        .sorted()
                        .toList();
    }

    @Override
    public void close() {
        stop();
    }
}
