package org.plumbline.benchmark.mqtt;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.plumbline.broker.EmbeddedBroker;
import org.plumbline.simulation.FreePort;
import org.plumbline.timeline.LiveClock;

/** Mosquitto in a process of its own; where it is not installed, the embedded broker. */
record Broker(String name, int port, Runnable end) implements AutoCloseable {

    private static final long PATIENCE = TimeUnit.SECONDS.toNanos(10);
    private static final long POLL = TimeUnit.MILLISECONDS.toNanos(20);

    /** Nothing is dropped for a subscriber that is slow; all else as it comes. */
    private static final String CONFIGURATION = """
            listener %d 127.0.0.1
            allow_anonymous true
            max_queued_messages 0
            """;

    /** @param through a command that starts it; the embedded one runs in this process nevertheless */
    static Broker start(Path folder, List<String> through) throws IOException {
        int port = FreePort.next();
        Files.createDirectories(folder);
        Path file = Files.writeString(folder.resolve("mosquitto.conf"), CONFIGURATION.formatted(port));
        Process process;
        try {
            List<String> command = new ArrayList<>(through);
            command.addAll(List.of("mosquitto", "-c", file.toString()));
            process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(folder.resolve("mosquitto.log").toFile())
                    .start();
        } catch (IOException e) {
            EmbeddedBroker embedded = EmbeddedBroker.start();
            return new Broker("embedded ActiveMQ Artemis", embedded.port(), embedded::close);
        }
        Broker broker = new Broker("mosquitto", port, process::destroy);
        broker.awaitListening();
        return broker;
    }

    private void awaitListening() throws IOException {
        try (LiveClock clock = new LiveClock()) {
            while (!listens()) {
                if (clock.now() > PATIENCE) {
                    throw new IOException("mosquitto does not listen on port " + port);
                }
                clock.await(() -> false, clock.now() + POLL);
            }
        }
    }

    private boolean listens() {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return socket.isConnected();
        } catch (IOException e) {
            return false;
        }
    }

    @Override
    public void close() {
        end.run();
    }
}
