package org.plumbline.mqtt;

import java.util.Arrays;
import org.plumbline.text.Text;

/**
 * The broker's acknowledgement of a message carries a failure: a reason code from 0x80 on in PUBACK, PUBREC or PUBCOMP (MQTT 5,
 * 3.4.2.1, 3.5.2.1, 3.7.2.1). It has thrown the message away.
 */
final class PublishRefused extends Explained {

    private static final long serialVersionUID = 1L;
    private static final int FIRST_FAILURE = 0x80;
    private static final int LAST_FAILURE = 0xFF;

    private final String topic;
    private final int code;

    private PublishRefused(String topic, int code) {
        super("%s: 0x%02X".formatted(topic, code));
        this.topic = topic;
        this.code = code;
    }

    /** Paho throws for a PUBREC only. */
    static void check(String topic, int... codes) throws PublishRefused {
        int worst = Arrays.stream(codes).max().orElse(0);
        if (worst >= FIRST_FAILURE && worst <= LAST_FAILURE) {
            throw new PublishRefused(topic, worst);
        }
    }

    @Override
    Text what() {
        return new Text("代理拒绝发布到 %s（原因码 0x%02X）", "the broker refuses what is published to %s (reason code 0x%02X)")
                .with(topic, code);
    }

    @Override
    Text remedy() {
        return new Text(
                "请检查主题、该用户的发布权限以及代理的配额", "check the topic, what this user may publish to, and the broker's quota");
    }
}
