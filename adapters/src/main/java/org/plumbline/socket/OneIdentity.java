package org.plumbline.socket;

import java.net.Socket;
import java.security.Principal;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.Optional;
import javax.net.ssl.X509ExtendedKeyManager;
import org.jspecify.annotations.Nullable;

/**
 * Shows the one identity to every server that asks, also to one that names other issuers: Java's own key manager would keep
 * silent then, and the server would not say what it does not like. For one connection: it notes that it was asked.
 */
final class OneIdentity extends X509ExtendedKeyManager {

    private static final String ALIAS = "client";

    private final Optional<Identity> identity;
    private volatile boolean asked;

    OneIdentity(Optional<Identity> identity) {
        this.identity = identity;
    }

    /** Whether the server wanted to know who this is. */
    boolean asked() {
        return asked;
    }

    @Override
    public @Nullable String chooseClientAlias(String[] keyType, Principal @Nullable [] issuers, Socket socket) {
        asked = true;
        return identity.filter(shown -> offers(keyType, shown))
                .map(shown -> ALIAS)
                .orElse(null);
    }

    /** TLS asks once for each kind of key, and names EC keys EC or EC_EC. */
    private static boolean offers(String[] keyTypes, Identity identity) {
        String algorithm = identity.key().getAlgorithm();
        for (String type : keyTypes) {
            if (type.equals(algorithm)
                    || type.startsWith(algorithm + "_")
                    || type.equals("RSASSA-PSS") && algorithm.equals("RSA")) {
                return true;
            }
        }
        return false;
    }

    @Override
    public X509Certificate @Nullable [] getCertificateChain(String alias) {
        return identity.map(shown -> shown.chain().toArray(X509Certificate[]::new))
                .orElse(null);
    }

    @Override
    public @Nullable PrivateKey getPrivateKey(String alias) {
        return identity.map(Identity::key).orElse(null);
    }

    @Override
    public String @Nullable [] getClientAliases(String keyType, Principal @Nullable [] issuers) {
        return identity.map(shown -> new String[] {ALIAS}).orElse(null);
    }

    @Override
    public String @Nullable [] getServerAliases(String keyType, Principal @Nullable [] issuers) {
        return null;
    }

    @Override
    public @Nullable String chooseServerAlias(String keyType, Principal @Nullable [] issuers, Socket socket) {
        return null;
    }
}
