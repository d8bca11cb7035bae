package org.plumbline.mqtt;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import javax.net.SocketFactory;
import org.jspecify.annotations.Nullable;

/**
 * Sockets for Paho, which leaves Nagle's algorithm on: a command sent shortly after another would stay here for up to the
 * 40 ms of a delayed acknowledgement, and count as the device's latency. And Paho reads the first bytes of each message one
 * by one from the socket: three calls of the operating system for a message, where a buffer needs one for many.
 */
final class PromptSockets extends SocketFactory {

    private static final int BUFFER = 1 << 16;

    private static final class Prompt extends Socket {

        private @Nullable InputStream buffered;

        Prompt() throws SocketException {
            setTcpNoDelay(true);
        }

        @Override
        public synchronized InputStream getInputStream() throws IOException {
            if (buffered == null) {
                buffered = new BufferedInputStream(super.getInputStream(), BUFFER);
            }
            return buffered;
        }
    }

    @Override
    public Socket createSocket() throws IOException {
        return new Prompt();
    }

    @Override
    public Socket createSocket(String host, int port) throws IOException {
        return connected(null, new InetSocketAddress(host, port));
    }

    @Override
    public Socket createSocket(String host, int port, InetAddress localHost, int localPort) throws IOException {
        return connected(new InetSocketAddress(localHost, localPort), new InetSocketAddress(host, port));
    }

    @Override
    public Socket createSocket(InetAddress host, int port) throws IOException {
        return connected(null, new InetSocketAddress(host, port));
    }

    @Override
    public Socket createSocket(InetAddress host, int port, InetAddress localHost, int localPort) throws IOException {
        return connected(new InetSocketAddress(localHost, localPort), new InetSocketAddress(host, port));
    }

    private static Socket connected(@Nullable InetSocketAddress local, InetSocketAddress remote) throws IOException {
        Socket socket = new Prompt();
        try {
            if (local != null) {
                socket.bind(local);
            }
            socket.connect(remote);
            return socket;
        } catch (IOException e) {
            socket.close();
            throw e;
        }
    }
}
