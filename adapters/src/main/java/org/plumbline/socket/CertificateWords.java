package org.plumbline.socket;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.cert.CertificateEncodingException;
import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.Date;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** How certificates (RFC 5280) are named to people. */
final class CertificateWords {

    /** Subject alternative names: DNS names and IP addresses (RFC 5280, 4.2.1.6). */
    private static final Set<Integer> HOSTS = Set.of(2, 7);

    private CertificateWords() {}

    static String subject(X509Certificate certificate) {
        return certificate.getSubjectX500Principal().getName();
    }

    static String issuer(X509Certificate certificate) {
        return certificate.getIssuerX500Principal().getName();
    }

    /** UTC, to the second. */
    static String time(Date date) {
        return Instant.ofEpochMilli(date.getTime())
                .truncatedTo(ChronoUnit.SECONDS)
                .toString();
    }

    /** As {@code openssl x509 -fingerprint -sha256} prints it. */
    static String fingerprint(X509Certificate certificate) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(certificate.getEncoded());
            return HexFormat.ofDelimiter(":").withUpperCase().formatHex(digest);
        } catch (NoSuchAlgorithmException | CertificateEncodingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The hosts that it is for; a dash where it names none. */
    static String hosts(X509Certificate certificate) {
        String names = alternatives(certificate).stream()
                .filter(name -> HOSTS.contains(name.get(0)))
                .map(name -> String.valueOf(name.get(1)))
                .collect(Collectors.joining(", "));
        return names.isEmpty() ? "–" : names;
    }

    private static Collection<List<?>> alternatives(X509Certificate certificate) {
        try {
            return Optional.ofNullable(certificate.getSubjectAlternativeNames()).orElse(List.of()).stream()
                    .filter(Objects::nonNull)
                    .toList();
        } catch (CertificateParsingException e) {
            return List.of();
        }
    }
}
