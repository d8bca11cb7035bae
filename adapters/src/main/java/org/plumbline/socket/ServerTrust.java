package org.plumbline.socket;

import java.net.Socket;
import java.security.cert.CertificateException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import java.security.cert.X509Certificate;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.X509ExtendedTrustManager;
import org.plumbline.text.Text;

/** Java's own check of the server's certificates and host name; where it fails, says which certificate is to blame. */
final class ServerTrust extends X509ExtendedTrustManager {

    private final X509ExtendedTrustManager java;

    ServerTrust(X509ExtendedTrustManager java) {
        this.java = java;
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String authType, Socket socket)
            throws CertificateException {
        try {
            java.checkServerTrusted(chain, authType, socket);
        } catch (CertificateException e) {
            requireValidNow(chain);
            requireTrusted(chain, authType);
            String host = ((SSLSocket) socket).getHandshakeSession().getPeerHost();
            throw new Distrust(
                    new Text("代理的证书 %s 用于 %s，不是 %s", "the broker's certificate %s is for %s, not for %s")
                            .with(CertificateWords.subject(chain[0]), CertificateWords.hosts(chain[0]), host),
                    new Text(
                            "请在 broker 中使用证书上的主机名，或为代理换发包含该主机名的证书",
                            "use a host name of the certificate in broker, or give the broker a certificate for this one"),
                    e);
        }
        // Java passes over the dates of a certificate that is trusted itself, such as one that a broker signed for
        // itself
        requireValidNow(chain[0]);
    }

    private static void requireValidNow(X509Certificate... chain) throws CertificateException {
        for (X509Certificate certificate : chain) {
            try {
                certificate.checkValidity();
            } catch (CertificateExpiredException e) {
                throw outdated(
                        new Text("代理的证书 %s 已于 %s 过期", "the broker's certificate %s expired at %s")
                                .with(
                                        CertificateWords.subject(certificate),
                                        CertificateWords.time(certificate.getNotAfter())),
                        e);
            } catch (CertificateNotYetValidException e) {
                throw outdated(
                        new Text("代理的证书 %s 自 %s 起才有效", "the broker's certificate %s is valid only from %s on")
                                .with(
                                        CertificateWords.subject(certificate),
                                        CertificateWords.time(certificate.getNotBefore())),
                        e);
            }
        }
    }

    private static Distrust outdated(Text what, CertificateException cause) {
        return new Distrust(
                what, new Text("请更换该证书，并检查本机时钟", "renew that certificate, and check this computer's clock"), cause);
    }

    private void requireTrusted(X509Certificate[] chain, String authType) throws CertificateException {
        try {
            java.checkServerTrusted(chain, authType);
        } catch (CertificateException e) {
            X509Certificate last = chain[chain.length - 1];
            String issuer = CertificateWords.issuer(last);
            String fingerprint = CertificateWords.fingerprint(last);
            Text alone = new Text(
                            "代理的证书 %s 由 %s 签发，不受信任（SHA-256 指纹 %s）",
                            "the broker's certificate %s, issued by %s, is not trusted (SHA-256 fingerprint %s)")
                    .with(CertificateWords.subject(last), issuer, fingerprint);
            Text chained = new Text(
                            "代理的证书 %s 的签发者 %s 不受信任（代理给出的证书链以 %s 结束，其 SHA-256 指纹为 %s）",
                            "of the broker's certificate %s the issuer %s is not trusted"
                                    + " (the broker's chain ends with %s, whose SHA-256 fingerprint is %s)")
                    .with(CertificateWords.subject(chain[0]), issuer, CertificateWords.subject(last), fingerprint);
            throw new Distrust(
                    chain.length == 1 ? alone : chained,
                    new Text(
                            "请核对指纹，并在 ca 中给出签发者的证书文件",
                            "compare the fingerprint, and name the issuer's certificate file in ca"),
                    e);
        }
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String authType) throws CertificateException {
        java.checkServerTrusted(chain, authType);
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String authType, SSLEngine engine)
            throws CertificateException {
        java.checkServerTrusted(chain, authType, engine);
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String authType) throws CertificateException {
        throw serverOnly();
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String authType, Socket socket)
            throws CertificateException {
        throw serverOnly();
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String authType, SSLEngine engine)
            throws CertificateException {
        throw serverOnly();
    }

    private static CertificateException serverOnly() {
        return new CertificateException("there are no clients here");
    }

    @Override
    public X509Certificate[] getAcceptedIssuers() {
        return java.getAcceptedIssuers();
    }
}
