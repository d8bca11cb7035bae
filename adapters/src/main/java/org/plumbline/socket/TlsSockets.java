package org.plumbline.socket;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.security.GeneralSecurityException;
import java.util.Optional;
import javax.net.SocketFactory;
import javax.net.ssl.KeyManager;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509ExtendedTrustManager;

/**
 * Sockets that have done their TLS handshake when they are connected. To a client library they look like plain ones: it
 * would do the handshake in its own words, on a socket that is not prompt.
 */
public final class TlsSockets extends SocketFactory {

    private final X509ExtendedTrustManager trust;
    private final Optional<Identity> identity;
    private final Runnable heard;

    TlsSockets(X509ExtendedTrustManager trust, Optional<Identity> identity, Runnable heard) {
        this.trust = new ServerTrust(trust);
        this.identity = identity;
        this.heard = heard;
    }

    @Override
    public Socket createSocket() throws IOException {
        OneIdentity shown = new OneIdentity(identity);
        try {
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(new KeyManager[] {shown}, new TrustManager[] {trust}, null);
            return new TlsSocket(
                    context.getSocketFactory(),
                    failure -> TlsAlert.explain(failure, identity, shown.asked()),
                    shown::asked,
                    heard);
        } catch (GeneralSecurityException e) {
            throw new IOException(e);
        }
    }

    @Override
    public Socket createSocket(String host, int port) throws IOException {
        return connected(new InetSocketAddress(host, port));
    }

    @Override
    public Socket createSocket(InetAddress host, int port) throws IOException {
        return connected(new InetSocketAddress(host, port));
    }

    @Override
    public Socket createSocket(String host, int port, InetAddress localHost, int localPort) throws IOException {
        throw new IOException("a local address cannot be chosen");
    }

    @Override
    public Socket createSocket(InetAddress host, int port, InetAddress localHost, int localPort) throws IOException {
        throw new IOException("a local address cannot be chosen");
    }

    private Socket connected(InetSocketAddress remote) throws IOException {
        Socket socket = createSocket();
        socket.connect(remote);
        return socket;
    }
}
