package org.plumbline.mqtt;

import java.io.EOFException;
import java.util.Map;
import java.util.Optional;
import javax.net.ssl.SSLException;
import org.plumbline.socket.TlsRefused;
import org.plumbline.socket.Unconnected;
import org.plumbline.text.Text;

/** What to do about a failure of the client library. */
final class MqttRemedy {

    private static final Text LOG = new Text("请查看代理的日志后再试", "see the broker's log, and try again");

    private static final Text TLS = new Text(
            "请检查该端口是否使用 TLS（常为 8883），以及证书", "check that the port is one for TLS (often 8883), and the certificates");

    private static final Text LOGIN = new Text(
            "请检查 username、password，以及代理是否允许该用户连接",
            "check username and password, and that the broker lets this user connect");

    private static final Text SILENT = new Text(
            "请检查该端口是否是 MQTT 代理的端口、是否要求 TLS，以及代理是否繁忙",
            "check that an MQTT broker has that port, whether it expects TLS there, and whether it is busy");

    private static final Text FULL =
            new Text("请减少代理的客户端或提高其上限，稍后再试", "take clients off the broker or raise its limits, and try again later");

    private static final Text VERSION = new Text("请改写 version（3.1.1 或 5）", "write another version (3.1.1 or 5)");

    private static final Text CLIENT = new Text("请改写 client-id", "write another client-id");

    /** By reason code: CONNACK of MQTT 3.1.1, 3.2.2.3, and of MQTT 5, 3.2.2.2. */
    private static final Map<Integer, Text> BY_CODE = Map.of(1, VERSION, 0x84, VERSION, 2, CLIENT, 0x85, CLIENT);

    private MqttRemedy() {}

    static Text of(Throwable failure) {
        return MqttCause.causes(failure)
                .map(MqttRemedy::ofOne)
                .flatMap(Optional::stream)
                .findFirst()
                .orElseGet(() -> ofCode(failure));
    }

    private static Optional<Text> ofOne(Throwable cause) {
        if (cause instanceof Explained known) {
            return Optional.of(known.remedy());
        } else if (cause instanceof TlsRefused refused) {
            return Optional.of(refused.remedy());
        } else if (cause instanceof SSLException) {
            return Optional.of(TLS);
        }
        return cause instanceof EOFException ? Optional.of(LOG) : Unconnected.remedy(cause);
    }

    private static Text ofCode(Throwable failure) {
        if (MqttCause.isOfLogin(failure)) {
            return LOGIN;
        } else if (MqttCause.isOfFullBroker(failure)) {
            return FULL;
        } else if (MqttCause.isWithoutAnswer(failure)) {
            return SILENT;
        }
        return BY_CODE.getOrDefault(MqttCause.code(failure), LOG);
    }
}
