package org.plumbline.socket;

import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.SocketAddress;
import java.net.SocketException;
import org.jspecify.annotations.Nullable;

/**
 * A socket for Paho, which leaves Nagle's algorithm on: a command sent shortly after another would stay here for up to the
 * 40 ms of a delayed acknowledgement, and count as the device's latency. And it reads ahead.
 */
class PromptSocket extends Socket {

    private @Nullable InputStream buffered;

    PromptSocket() throws SocketException {
        setTcpNoDelay(true);
    }

    @Override
    public void connect(SocketAddress remote, int timeout) throws IOException {
        try {
            super.connect(remote, timeout);
        } catch (SocketException e) {
            throw Unconnected.of(e);
        }
    }

    @Override
    public synchronized InputStream getInputStream() throws IOException {
        if (buffered == null) {
            buffered = new ReadAhead(super.getInputStream());
        }
        return buffered;
    }
}
