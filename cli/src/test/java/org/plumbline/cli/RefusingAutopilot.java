package org.plumbline.cli;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.plumbline.bench.ChannelSpec;
import org.plumbline.bench.CommandSpec;
import org.plumbline.bench.Settings;
import org.plumbline.channel.Encoder;
import org.plumbline.mavlink.MavlinkCodec;

/** An autopilot on a TCP socket that reports an altitude of 1.5 m twenty times a second, and denies all that it gets. */
final class RefusingAutopilot implements AutoCloseable {

    private final ChannelSpec itself =
            new ChannelSpec("c", "device", "t", "mavlink", Settings.of(Map.of("system-id", 1, "component-id", 1)));
    private final MavlinkCodec codec = new MavlinkCodec();
    private final Encoder altitude = encoder("VFR_HUD", Map.of("alt", 1.5));
    private final Encoder denied = encoder("COMMAND_ACK", Map.of("command", 400, "result", "MAV_RESULT_DENIED"));
    private final ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
    private final ScheduledExecutorService reports = Executors.newSingleThreadScheduledExecutor();

    RefusingAutopilot() throws IOException {
        Thread thread = new Thread(this::serve);
        thread.setDaemon(true);
        thread.start();
    }

    private Encoder encoder(String message, Map<String, ?> fields) {
        return codec.encoder(
                itself, new CommandSpec("x", "c", true, Settings.of(Map.of("message", message, "fields", fields))));
    }

    private void serve() {
        try (Socket client = server.accept()) {
            reports.scheduleAtFixedRate(() -> say(client, altitude), 0, 50, TimeUnit.MILLISECONDS);
            while (client.getInputStream().read(new byte[1024]) > 0) {
                say(client, denied);
            }
        } catch (IOException e) {
            // the run has ended
        }
    }

    private synchronized void say(Socket client, Encoder what) {
        try {
            client.getOutputStream().write(what.encode(Map.of()).payload());
        } catch (IOException e) {
            // likewise
        }
    }

    int port() {
        return server.getLocalPort();
    }

    @Override
    public void close() throws IOException {
        reports.shutdownNow();
        server.close();
    }
}
