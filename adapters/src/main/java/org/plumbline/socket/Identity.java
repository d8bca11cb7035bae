package org.plumbline.socket;

import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.List;

/**
 * What the harness shows to a server that asks who it is.
 *
 * @param chain its certificate first, then those of its issuers
 * @param key belongs to the first certificate
 */
record Identity(List<X509Certificate> chain, PrivateKey key) {

    /** Without the key. */
    @Override
    public String toString() {
        return CertificateWords.subject(chain.get(0));
    }
}
