package org.plumbline.mqtt;

import java.io.EOFException;
import java.net.SocketException;
import javax.net.ssl.SSLException;
import org.plumbline.text.Text;

/**
 * The broker closed the connection in place of an answer to CONNECT. One that is full has no need to say so (Mosquitto with
 * {@code max_connections} does not), and one that expects TLS cannot.
 */
final class Unanswered extends Explained {

    private static final long serialVersionUID = 1L;

    private final boolean secured;

    private Unanswered(Exception cause, boolean secured) {
        super(cause);
        this.secured = secured;
    }

    /** Says it so where a failure of CONNECT is of that kind. With bytes on their way, the end is a reset. */
    static void check(Exception failure, MqttSettings settings) throws Unanswered {
        boolean tls = MqttCause.causes(failure).anyMatch(SSLException.class::isInstance);
        if (!tls && MqttCause.causes(failure).anyMatch(Unanswered::ends)) {
            throw new Unanswered(failure, settings.tls().isPresent());
        }
    }

    /** Not those of its subclasses, such as a refused connection: once it stands it breaks as none of them. */
    private static boolean ends(Throwable cause) {
        return cause instanceof EOFException || cause.getClass() == SocketException.class;
    }

    @Override
    Text what() {
        return secured
                ? new Text(
                        "代理未应答就关闭了连接: 可能已满，或该端口不用 TLS",
                        "the broker closed the connection before it answered: it may be full, or not expect TLS there")
                : new Text(
                        "代理未应答就关闭了连接: 可能已满，或要求 TLS",
                        "the broker closed the connection before it answered: it may be full, or expect TLS");
    }

    @Override
    Text remedy() {
        return secured
                ? new Text(
                        "请查看代理的日志；减少代理的客户端或提高其上限，或改用 TLS 端口（常为 8883）或 tcp://",
                        "see the broker's log; take clients off the broker or raise its limits, or use its port for TLS"
                                + " (often 8883), or tcp://")
                : new Text(
                        "请查看代理的日志；减少代理的客户端或提高其上限，或改用 ssl://",
                        "see the broker's log; take clients off the broker or raise its limits, or use ssl://");
    }
}
