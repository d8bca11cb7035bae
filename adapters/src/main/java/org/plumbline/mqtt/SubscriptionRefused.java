package org.plumbline.mqtt;

import java.util.List;
import org.plumbline.text.Text;

/**
 * The broker's acknowledgement of a subscription carries a failure: 0x80 of MQTT 3.1.1 (3.9.3) or a code of MQTT 5 (3.9.3); or
 * a lower quality of service than was asked for, which both allow (3.8.4): then messages may be lost on their way.
 */
final class SubscriptionRefused extends Explained {

    private static final long serialVersionUID = 1L;
    private static final int FIRST_FAILURE = 0x80;

    private final Subscription asked;
    private final int code;

    private SubscriptionRefused(Subscription asked, int code) {
        super("%s: 0x%02X".formatted(asked.filter(), code));
        this.asked = asked;
        this.code = code;
    }

    /** Paho throws only where a single filter was refused, and only with MQTT 3.1.1. */
    static void check(List<Subscription> asked, int[] codes) throws SubscriptionRefused {
        for (int i = 0; i < codes.length; i++) {
            if (codes[i] < asked.get(i).qos() || codes[i] >= FIRST_FAILURE) {
                throw new SubscriptionRefused(asked.get(i), codes[i]);
            }
        }
    }

    @Override
    Text what() {
        return code >= FIRST_FAILURE
                ? new Text("代理拒绝订阅 %s（原因码 0x%02X）", "the broker refuses the subscription to %s (reason code 0x%02X)")
                        .with(asked.filter(), code)
                : new Text("对 %s 只给予 QoS %d，要求 %d", "granted QoS %2$d for %1$s, asked %3$d")
                        .with(asked.filter(), code, asked.qos());
    }

    @Override
    Text remedy() {
        return code >= FIRST_FAILURE
                ? new Text("请检查主题过滤器以及该用户的订阅权限", "check the topic filter and what this user may subscribe to")
                : new Text("请在代理上提高 QoS 上限，或降低 qos", "raise the highest QoS at the broker, or set a lower qos");
    }
}
