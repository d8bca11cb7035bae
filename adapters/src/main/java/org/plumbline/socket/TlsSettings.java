package org.plumbline.socket;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import javax.net.SocketFactory;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509ExtendedTrustManager;
import org.jspecify.annotations.Nullable;
import org.plumbline.bench.Settings;
import org.plumbline.channel.Key;
import org.plumbline.error.InputException;
import org.plumbline.error.Problem;
import org.plumbline.text.Text;

/**
 * What the files say of TLS.
 *
 * @param trusted issuers that are believed; empty: those that Java believes
 * @param identity for servers that ask
 */
public record TlsSettings(List<X509Certificate> trusted, Optional<Identity> identity) {

    /** In a channel's entry; all optional. */
    public static final List<Key> KEYS = List.of(
            Key.optional(
                    "ca",
                    Key.Type.TEXT,
                    "受信任的签发者证书，PEM 文件（默认 Java 自带的）",
                    "certificates of the issuers to trust, a PEM file (default: those of Java)"),
            Key.optional("certificate", Key.Type.TEXT, "客户端证书，PEM 文件", "client certificate, a PEM file"),
            Key.optional("key", Key.Type.TEXT, "客户端私钥，PKCS #8 的 PEM 文件", "its private key, a PKCS #8 PEM file"),
            Key.secret("key-password", "私钥的口令，请写 ${env:NAME}", "the key's password, write ${env:NAME}"));

    /**
     * Reads the files.
     *
     * @throws InputException where a file cannot be used, or only one of certificate and key is there
     */
    public static TlsSettings of(Settings settings) {
        Optional<PemFile> certificate = PemFile.named(settings, "certificate");
        Optional<PemFile> key = PemFile.named(settings, "key");
        if (certificate.isPresent() != key.isPresent()) {
            throw new InputException(new Problem(
                    settings.placeOf(certificate.isPresent() ? "certificate" : "key"),
                    new Text("certificate 与 key 只给出了一个", "of certificate and key only one is there"),
                    new Text("请同时给出二者", "give both")));
        }
        return new TlsSettings(
                PemFile.named(settings, "ca").map(PemFile::certificates).orElse(List.of()),
                certificate.map(file -> identity(file, key.orElseThrow(), settings.text("key-password"))));
    }

    /** Whether a key of {@link #KEYS} is set, and which. */
    public static Optional<String> used(Settings settings) {
        return KEYS.stream().map(Key::name).filter(settings.keys()::contains).findFirst();
    }

    private static Identity identity(PemFile certificate, PemFile key, Optional<String> password) {
        List<X509Certificate> chain = certificate.certificates();
        PrivateKey secret = key.privateKey(password);
        if (!belongs(secret, chain.get(0))) {
            throw key.wrong(
                    new Text("该私钥不属于证书 %s", "the private key is not that of the certificate %s")
                            .with(CertificateWords.subject(chain.get(0))),
                    new Text("请给出与证书配对的私钥", "name the key that the certificate was made for"));
        }
        return new Identity(chain, secret);
    }

    private static boolean belongs(PrivateKey key, X509Certificate certificate) {
        try {
            String algorithm =
                    switch (key.getAlgorithm()) {
                        case "RSA" -> "SHA256withRSA";
                        case "EC" -> "SHA256withECDSA";
                        default -> key.getAlgorithm();
                    };
            Signature signature = Signature.getInstance(algorithm);
            signature.initSign(key);
            byte[] signed = signature.sign();
            signature.initVerify(certificate.getPublicKey());
            return signature.verify(signed);
        } catch (GeneralSecurityException e) {
            return false;
        }
    }

    /**
     * Sockets that are connected when the handshake is done; a handshake that fails is a {@link TlsRefused}.
     *
     * @param heard is told whenever bytes have come
     */
    public SocketFactory sockets(Runnable heard) {
        try {
            TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            factory.init(store());
            X509ExtendedTrustManager java = Arrays.stream(factory.getTrustManagers())
                    .filter(X509ExtendedTrustManager.class::isInstance)
                    .map(X509ExtendedTrustManager.class::cast)
                    .findFirst()
                    .orElseThrow();
            return new TlsSockets(java, identity, heard);
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private @Nullable KeyStore store() throws GeneralSecurityException, IOException {
        if (trusted.isEmpty()) {
            return null;
        }
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        for (int i = 0; i < trusted.size(); i++) {
            store.setCertificateEntry("ca" + i, trusted.get(i));
        }
        return store;
    }
}
