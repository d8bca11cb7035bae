package org.plumbline.socket;

import java.io.EOFException;
import java.io.IOException;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.plumbline.text.Text;

/** What the failure of a handshake means, in words. Alerts: RFC 8446, 6.2. */
final class TlsAlert {

    private static final Pattern RECEIVED = Pattern.compile("Received fatal alert: (\\w+)");
    private static final Set<String> OF_OUR_CERTIFICATE = Set.of(
            "bad_certificate",
            "unsupported_certificate",
            "certificate_revoked",
            "certificate_expired",
            "certificate_unknown",
            "unknown_ca",
            "access_denied",
            "decrypt_error");

    private static final Text CHECK_OURS = new Text("请检查该证书的有效期与签发者", "check its validity and its issuer");

    private TlsAlert() {}

    /** @param asked whether the server had asked for a certificate */
    static TlsRefused explain(IOException failure, Optional<Identity> identity, boolean asked) {
        Optional<Distrust> distrust = causes(failure)
                .filter(Distrust.class::isInstance)
                .map(Distrust.class::cast)
                .findFirst();
        if (distrust.isPresent()) {
            return new TlsRefused(distrust.get().what(), distrust.get().remedy(), failure);
        }
        String alert = alert(failure);
        if (asked && identity.isEmpty()) {
            return new TlsRefused(
                    new Text("代理要求客户端证书", "the broker asks for a client certificate"),
                    new Text("请设置 certificate 与 key", "set certificate and key"),
                    failure);
        } else if (identity.isPresent() && OF_OUR_CERTIFICATE.contains(alert)) {
            return new TlsRefused(
                    new Text(
                                    "代理不接受客户端证书 %s（有效期至 %s；%s）",
                                    "the broker does not accept the client certificate %s (valid until %s; %s)")
                            .with(
                                    identity.get(),
                                    CertificateWords.time(
                                            identity.get().chain().get(0).getNotAfter()),
                                    alert),
                    CHECK_OURS,
                    failure);
        }
        if (asked && identity.isPresent() && alert.isEmpty()) {
            return new TlsRefused(
                    new Text(
                                    "代理看到客户端证书 %s 后关闭了连接",
                                    "the broker closed the connection when it had seen the client certificate %s")
                            .with(identity.get()),
                    CHECK_OURS,
                    failure);
        }
        return new TlsRefused(
                what(failure, alert),
                new Text(
                        "请检查端口是否为 TLS 端口以及代理的 TLS 设置",
                        "check that the port is one for TLS, and the broker's TLS settings"),
                failure);
    }

    private static Text what(IOException failure, String alert) {
        if (!alert.isEmpty()) {
            return new Text("代理中止了 TLS 握手（%s）", "the broker broke off the TLS handshake (%s)").with(alert);
        } else if (causes(failure).anyMatch(EOFException.class::isInstance)) {
            return new Text("代理在 TLS 握手时关闭了连接", "the broker closed the connection during the TLS handshake");
        }
        return new Text("TLS 握手失败（%s）", "the TLS handshake failed (%s)").with(failure.getMessage());
    }

    private static String alert(IOException failure) {
        return causes(failure)
                .map(cause -> RECEIVED.matcher(String.valueOf(cause.getMessage())))
                .filter(Matcher::find)
                .map(found -> found.group(1))
                .findFirst()
                .orElse("");
    }

    private static Stream<Throwable> causes(Throwable failure) {
        return Stream.iterate(failure, Objects::nonNull, Throwable::getCause);
    }
}
