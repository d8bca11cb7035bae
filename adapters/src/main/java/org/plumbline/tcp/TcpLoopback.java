package org.plumbline.tcp;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Map;
import java.util.function.LongSupplier;
import org.plumbline.bench.ChannelSpec;
import org.plumbline.bench.Settings;
import org.plumbline.channel.Link;
import org.plumbline.channel.Loopback;
import org.plumbline.channel.Transport;
import org.plumbline.error.PlumblineException;
import org.plumbline.loopback.Rounds;

/** A connection within this computer in place of the device's: the network beyond it is not in the result. */
final class TcpLoopback {

    private TcpLoopback() {}

    static Loopback through(Transport tcp, ChannelSpec channel, LongSupplier now) {
        Rounds rounds = new Rounds(now);
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Link link = tcp.open(to(server, channel), rounds);
            try (Socket far = server.accept()) {
                far.setTcpNoDelay(true);
                OutputStream out = far.getOutputStream();
                return rounds.run(message -> write(out, message));
            } finally {
                link.close();
            }
        } catch (IOException e) {
            return Loopback.none(TcpCause.of(e));
        } catch (UncheckedIOException e) {
            return Loopback.none(TcpCause.of(e.getCause()));
        } catch (PlumblineException e) {
            return Loopback.none(e.words());
        }
    }

    private static void write(OutputStream out, byte[] message) {
        try {
            out.write(message);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ChannelSpec to(ServerSocket server, ChannelSpec channel) {
        Settings settings =
                Settings.of(Map.of("host", server.getInetAddress().getHostAddress(), "port", server.getLocalPort()));
        return new ChannelSpec(channel.name(), channel.owner(), channel.transport(), channel.codec(), settings);
    }
}
