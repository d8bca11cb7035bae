package org.plumbline.broker;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.ServerSocket;
import java.net.SocketException;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import org.apache.activemq.artemis.core.remoting.impl.netty.NettyAcceptor;
import org.apache.activemq.artemis.core.server.ActiveMQServer;
import org.apache.activemq.artemis.core.server.ServiceRegistry;
import org.apache.activemq.artemis.core.server.impl.ActiveMQServerImpl;
import org.apache.activemq.artemis.core.server.impl.ServiceRegistryImpl;
import org.apache.activemq.artemis.spi.core.protocol.RemotingConnection;
import org.jspecify.annotations.Nullable;
import org.plumbline.error.BenchException;
import org.plumbline.error.Problem;
import org.plumbline.text.Text;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * ActiveMQ Artemis in this process: MQTT 3.1.1 and 5, nothing kept on disk. Takes about half a second to
 * start. Thread-safe.
 */
public final class EmbeddedBroker implements AutoCloseable {

    /** A millisecond apart: for as long are clients that stay waited for in vain. */
    private static final int LOOKS = 100;

    private static final int DELIVERY_LOOKS = 5_000;

    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedBroker.class);

    private final ActiveMQServer server;
    private final BrokerFolder folder;
    private final int port;
    private final AtomicBoolean closed = new AtomicBoolean();

    private EmbeddedBroker(ActiveMQServer server, BrokerFolder folder, int port) {
        this.server = server;
        this.folder = folder;
        this.port = port;
    }

    /** A broker on a free port that lets everybody in. */
    public static EmbeddedBroker start() {
        return start(0);
    }

    /**
     * A broker on that port that lets everybody in.
     *
     * @throws BenchException where another program has the port
     */
    public static EmbeddedBroker start(int port) {
        return start(port, null);
    }

    /** A broker on a free port that lets in whoever has this name and password, and nobody else. */
    public static EmbeddedBroker startWithLogin(String user, String password) {
        return start(0, new OneLogin(user, password));
    }

    private static EmbeddedBroker start(int port, @Nullable OneLogin login) {
        return start(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), login, null);
    }

    /**
     * A broker on that address.
     *
     * @param login who alone is let in; null for everybody
     * @param gate where every control packet passes; null for none
     */
    static EmbeddedBroker start(InetSocketAddress listen, @Nullable OneLogin login, @Nullable PacketGate gate) {
        requireFree(listen);
        BrokerFolder folder = BrokerFolder.create();
        ActiveMQServer server = new ActiveMQServerImpl(
                BrokerConfiguration.of(listen, login != null, folder), null, login, null, services(gate));
        if (gate != null) {
            server.registerBrokerPlugin(gate.doorways());
        }
        try {
            server.start();
            return new EmbeddedBroker(server, folder, boundPort(server));
        } catch (Exception e) {
            new EmbeddedBroker(server, folder, listen.getPort()).close();
            throw refused(listen, e);
        }
    }

    /** Given before the start, so that not even the first CONNECT passes them by. */
    private static ServiceRegistry services(@Nullable PacketGate gate) {
        ServiceRegistry services = new ServiceRegistryImpl();
        if (gate != null) {
            services.addIncomingInterceptor(gate.incoming());
            services.addOutgoingInterceptor(gate.outgoing());
        }
        return services;
    }

    /** Artemis itself logs a page of stack traces, runs on without the port, and does not say so to its caller. */
    private static void requireFree(InetSocketAddress listen) {
        try (ServerSocket probe = new ServerSocket(listen.getPort(), 1, listen.getAddress())) {
            LOG.debug("{} is free", probe);
        } catch (IOException e) {
            throw refused(listen, e);
        }
    }

    private static int boundPort(ActiveMQServer server) throws IOException {
        if (server.getRemotingService().getAcceptor(BrokerConfiguration.ACCEPTOR) instanceof NettyAcceptor acceptor
                && acceptor.isStarted()) {
            return acceptor.getActualPort();
        }
        throw new IOException("not bound");
    }

    private static BenchException refused(InetSocketAddress listen, Exception cause) {
        return new BenchException(
                isOurs(listen.getAddress())
                        ? Problem.of(
                                new Text(
                                                "内置 MQTT 代理无法启动: 端口 %d 被占用",
                                                "the embedded MQTT broker cannot start: port %d is taken")
                                        .with(listen.getPort()),
                                new Text("请换一个端口，或结束占用它的程序", "choose another port or end the program that has it"))
                        : Problem.of(
                                new Text(
                                                "内置 MQTT 代理无法启动: 本机没有地址 %s",
                                                "the embedded MQTT broker cannot start: %s is no address of this computer")
                                        .with(listen.getAddress().getHostAddress()),
                                new Text(
                                        "请改用本机地址，或用 0.0.0.0 表示全部地址",
                                        "use an address of this computer, or 0.0.0.0 for all of them")),
                cause);
    }

    private static boolean isOurs(InetAddress address) {
        try {
            return address.isAnyLocalAddress() || NetworkInterface.getByInetAddress(address) != null;
        } catch (SocketException e) {
            return true;
        }
    }

    /** What clients connect to: {@code tcp://127.0.0.1:PORT}. */
    public String uri() {
        return "tcp://127.0.0.1:" + port;
    }

    /** The port that it listens on. */
    public int port() {
        return port;
    }

    /** Cuts every client off without a farewell, as a broken cable does; they may connect again. */
    public void disconnectAll() {
        disconnect(connection -> true);
    }

    /** @return how many there were */
    int disconnect(Predicate<RemotingConnection> which) {
        List<RemotingConnection> connections = connections(which);
        connections.forEach(connection -> connection.getTransportConnection().forceClose());
        return connections.size();
    }

    /**
     * Keeps what they send and get, from when this returns.
     *
     * @param hold overflows where there is more than {@link HoldBack#ROOM}
     * @return how many there are
     */
    int hold(Predicate<RemotingConnection> which, Hold hold) {
        List<RemotingConnection> connections = connections(which);
        AtomicLong room = new AtomicLong(HoldBack.ROOM);
        connections.stream().map(PacketGate::channel).forEach(channel -> channel.eventLoop()
                .submit(() -> channel.pipeline().addFirst(new HoldBack(Hold.turn(List.of(hold)), hold::overflow, room)))
                .syncUninterruptibly());
        return connections.size();
    }

    List<RemotingConnection> connections(Predicate<RemotingConnection> which) {
        return server.getRemotingService().getConnections().stream()
                .filter(which)
                .toList();
    }

    /**
     * Waits until they have got what is queued for them, for some seconds at most.
     *
     * @return whether they have
     */
    boolean awaitDelivery(Predicate<RemotingConnection> which) {
        return await(DELIVERY_LOOKS, () -> isDelivered(which));
    }

    private boolean isDelivered(Predicate<RemotingConnection> which) {
        return server.getSessions().stream()
                .filter(session -> which.test(session.getRemotingConnection()))
                .flatMap(session -> session.getServerConsumers().stream())
                .allMatch(consumer -> consumer.getQueue().getMessageCount() == 0);
    }

    /** Artemis logs stack traces where it is stopped while it takes leave of a client. */
    private void awaitFarewells() {
        await(LOOKS, () -> !hasClients());
    }

    private static boolean await(int looks, BooleanSupplier wanted) {
        CountDownLatch never = new CountDownLatch(1);
        try {
            for (int look = 0; look < looks && !wanted.getAsBoolean(); look++) {
                never.await(1, TimeUnit.MILLISECONDS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return wanted.getAsBoolean();
    }

    private boolean hasClients() {
        return server.isStarted()
                && !(connections(any -> true).isEmpty() && server.getSessions().isEmpty());
    }

    /** As {@link #cutOff}, once the clients that take their leave have done so. */
    @Override
    public void close() {
        awaitFarewells();
        cutOff();
    }

    /** Stops it at once and removes what it left on disk; clients are cut off. Has no effect when called again. */
    public void cutOff() {
        if (closed.getAndSet(true)) {
            return;
        }
        try {
            server.stop();
        } catch (Exception e) {
            LOG.debug("stopping the broker at {}", uri(), e);
        }
        folder.close();
    }
}
