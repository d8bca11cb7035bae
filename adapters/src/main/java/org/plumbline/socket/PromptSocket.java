package org.plumbline.socket;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.SocketException;
import org.jspecify.annotations.Nullable;

/**
 * A socket for Paho, which leaves Nagle's algorithm on: a command sent shortly after another would stay here for up to the
 * 40 ms of a delayed acknowledgement, and count as the device's latency. And Paho reads the first bytes of each message one
 * by one from the socket: three calls of the operating system for a message, where a buffer needs one for many. Java's TLS
 * reads each record in two pieces.
 */
class PromptSocket extends Socket {

    private static final int BUFFER = 1 << 16;

    private @Nullable InputStream buffered;

    PromptSocket() throws SocketException {
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
