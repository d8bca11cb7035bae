package org.plumbline.socket;

import java.io.EOFException;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketAddress;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;
import org.jspecify.annotations.Nullable;

/** Connects a prompt socket, does the handshake on it, and reads through a buffer. */
final class TlsSocket extends Socket {

    /** With TLS 1.3 a server refuses a client's certificate only after the handshake: so long it may take. */
    private static final int REFUSAL_MILLIS = 300;

    /** For a farewell to a server that takes no more bytes. */
    private static final int LINGER_SECONDS = 1;

    /** A server that refuses us may close before it has read all of the handshake: what it said first is still to be read. */
    private final class Raw extends PromptSocket {

        Raw(Runnable heard) throws SocketException {
            super(heard);
        }

        @Override
        public OutputStream getOutputStream() throws IOException {
            return new FilterOutputStream(super.getOutputStream()) {
                @Override
                public void write(byte[] bytes, int offset, int length) throws IOException {
                    try {
                        out.write(bytes, offset, length);
                    } catch (IOException e) {
                        if (standing != null) {
                            throw e;
                        }
                    }
                }
            };
        }
    }

    private record Standing(SSLSocket socket, InputStream input) {}

    private final Raw raw;
    private final SSLSocketFactory layers;
    private final Function<IOException, TlsRefused> words;
    private final BooleanSupplier asked;
    private volatile @Nullable Standing standing;

    /**
     * @param words explain why a handshake failed
     * @param asked whether the server has asked for a certificate
     * @param heard is told whenever bytes have come
     */
    TlsSocket(SSLSocketFactory layers, Function<IOException, TlsRefused> words, BooleanSupplier asked, Runnable heard)
            throws SocketException {
        this.raw = new Raw(heard);
        this.layers = layers;
        this.words = words;
        this.asked = asked;
    }

    @Override
    public void connect(SocketAddress remote) throws IOException {
        connect(remote, 0);
    }

    @Override
    public void connect(SocketAddress remote, int timeout) throws IOException {
        try {
            raw.connect(remote, timeout);
            raw.setSoTimeout(timeout);
            handshake((InetSocketAddress) remote);
            raw.setSoTimeout(0);
        } catch (IOException e) {
            raw.close();
            throw e;
        }
    }

    private void handshake(InetSocketAddress remote) throws IOException {
        SSLSocket socket = (SSLSocket) layers.createSocket(raw, remote.getHostString(), remote.getPort(), true);
        try {
            SSLParameters parameters = socket.getSSLParameters();
            parameters.setEndpointIdentificationAlgorithm("HTTPS");
            socket.setSSLParameters(parameters);
            socket.startHandshake();
            InputStream input = new ReadAhead(socket.getInputStream());
            if (asked.getAsBoolean()) {
                awaitRefusal(input);
            }
            standing = new Standing(socket, input);
        } catch (SocketTimeoutException e) {
            throw e;
        } catch (IOException e) {
            throw words.apply(e);
        }
    }

    private void awaitRefusal(InputStream input) throws IOException {
        int patience = raw.getSoTimeout();
        raw.setSoTimeout(REFUSAL_MILLIS);
        input.mark(1);
        try {
            if (input.read() < 0) {
                throw new EOFException();
            }
            input.reset();
        } catch (SocketTimeoutException e) {
            // no refusal
        }
        raw.setSoTimeout(patience);
    }

    private Standing standing() throws SocketException {
        Standing there = standing;
        if (there == null) {
            throw new SocketException("not connected");
        }
        return there;
    }

    @Override
    public InputStream getInputStream() throws IOException {
        return standing().input();
    }

    @Override
    public OutputStream getOutputStream() throws IOException {
        return standing().socket().getOutputStream();
    }

    @Override
    public void setSoTimeout(int millis) throws SocketException {
        raw.setSoTimeout(millis);
    }

    @Override
    public int getSoTimeout() throws SocketException {
        return raw.getSoTimeout();
    }

    @Override
    public boolean isConnected() {
        return standing != null;
    }

    @Override
    public boolean isClosed() {
        return raw.isClosed();
    }

    @Override
    public void shutdownInput() throws IOException {
        raw.shutdownInput();
    }

    @Override
    public void close() throws IOException {
        Standing there = standing;
        if (there == null || raw.isClosed()) {
            raw.close();
            return;
        }
        raw.setSoLinger(true, LINGER_SECONDS);
        there.socket().close();
    }
}
