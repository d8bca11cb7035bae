package org.plumbline.mqtt;

import java.io.EOFException;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;
import org.plumbline.socket.TlsRefused;
import org.plumbline.socket.Unconnected;
import org.plumbline.text.Text;

/** What a failure of the client library means, in words. Reason codes of both protocol versions. */
final class MqttCause {

    private static final int BAD_CREDENTIALS_3 = 4;
    private static final int NOT_AUTHORISED_3 = 5;
    private static final int BAD_CREDENTIALS_5 = 0x86;
    private static final int NOT_AUTHORISED_5 = 0x87;

    private static final Set<Integer> LOGIN =
            Set.of(BAD_CREDENTIALS_3, NOT_AUTHORISED_3, BAD_CREDENTIALS_5, NOT_AUTHORISED_5);

    private static final int FIRST_REASON = 0x80;
    private static final int LAST_REASON = 0xFF;
    private static final int NO_ANSWER = 32000;
    private static final int NOT_WRITTEN = 32002;

    /** Why a broker takes nobody at the moment (MQTT 3.1.1, 3.2.2.3; MQTT 5, 3.2.2.2). */
    private static final Map<Integer, Text> FULL = Map.of(
            3, new Text("代理暂不可用", "the broker is not available"),
            0x88, new Text("代理暂不可用", "the broker is not available"),
            0x89, new Text("代理繁忙", "the broker is busy"),
            0x97, new Text("代理的配额已用完", "the broker's quota is used up"),
            0x9F, new Text("代理限制了连接频率", "the broker limits the rate of connections"));

    private MqttCause() {}

    static Text of(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof Explained known) {
                return known.what();
            } else if (cause instanceof TlsRefused refused) {
                return refused.what();
            }
            Optional<Text> unconnected = Unconnected.words(cause);
            if (unconnected.isPresent()) {
                return unconnected.get();
            } else if (cause instanceof EOFException) {
                return new Text("代理关闭了连接", "the broker closed the connection");
            } else if (cause instanceof SSLException) {
                return new Text("TLS 握手失败（%s）", "the TLS handshake failed (%s)").with(cause.getMessage());
            }
        }
        return switch (code(failure)) {
            case BAD_CREDENTIALS_3, BAD_CREDENTIALS_5 -> new Text("用户名或口令错误", "user name or password is wrong");
            case NOT_AUTHORISED_3, NOT_AUTHORISED_5 ->
                new Text("未获授权（用户名或口令错误？）", "not authorised (wrong user name or password?)");
            case NO_ANSWER, NOT_WRITTEN -> new Text("代理没有及时应答", "the broker did not answer in time");
            default -> broken(failure);
        };
    }

    /** Whether the broker does not let this user in. */
    static boolean isOfLogin(Throwable failure) {
        return LOGIN.contains(code(failure));
    }

    /** Whether the broker takes nobody at the moment. */
    static boolean isOfFullBroker(Throwable failure) {
        return FULL.containsKey(code(failure));
    }

    /** Whether the broker said nothing in time. */
    static boolean isWithoutAnswer(Throwable failure) {
        return code(failure) == NO_ANSWER || code(failure) == NOT_WRITTEN;
    }

    private static Text broken(Throwable failure) {
        int code = code(failure);
        Text full = FULL.get(code);
        if (full != null) {
            return full.and(new Text("（原因码 0x%02X）", " (reason code 0x%02X)").with(code));
        }
        if (code >= FIRST_REASON && code <= LAST_REASON) {
            return new Text("代理终止了连接（原因码 0x%02X）", "the broker ended the connection (reason code 0x%02X)").with(code);
        }
        return new Text("连接中断（%s）", "the connection broke (%s)").with(words(failure));
    }

    /** A failure, what caused it, and so on. */
    static Stream<Throwable> causes(Throwable failure) {
        return Stream.iterate(failure, Objects::nonNull, Throwable::getCause);
    }

    /** The reason code of either client library; -1 where the failure is none of theirs. */
    static int code(Throwable failure) {
        if (failure instanceof org.eclipse.paho.client.mqttv3.MqttException three) {
            return three.getReasonCode();
        }
        return failure instanceof org.eclipse.paho.mqttv5.common.MqttException five ? five.getReasonCode() : -1;
    }

    private static String words(Throwable failure) {
        Throwable root = failure;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        String message = root.getMessage();
        return message == null ? root.getClass().getSimpleName() : message;
    }
}
