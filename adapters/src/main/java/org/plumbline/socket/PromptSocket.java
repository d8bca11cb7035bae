package org.plumbline.socket;

import java.io.FilterInputStream;
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

    private final Runnable heard;
    private @Nullable InputStream buffered;

    /** @param heard is told whenever bytes have come */
    PromptSocket(Runnable heard) throws SocketException {
        this.heard = heard;
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
            buffered = new ReadAhead(new Heard(super.getInputStream()));
        }
        return buffered;
    }

    /** The buffer above reads no byte alone. */
    private final class Heard extends FilterInputStream {

        Heard(InputStream in) {
            super(in);
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            int count = super.read(bytes, offset, length);
            if (count > 0) {
                heard.run();
            }
            return count;
        }
    }
}
