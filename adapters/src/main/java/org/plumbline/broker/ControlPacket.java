package org.plumbline.broker;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.netty.handler.codec.mqtt.MqttConnAckVariableHeader;
import io.netty.handler.codec.mqtt.MqttConnectMessage;
import io.netty.handler.codec.mqtt.MqttConnectPayload;
import io.netty.handler.codec.mqtt.MqttConnectVariableHeader;
import io.netty.handler.codec.mqtt.MqttMessage;
import io.netty.handler.codec.mqtt.MqttMessageIdAndPropertiesVariableHeader;
import io.netty.handler.codec.mqtt.MqttMessageIdVariableHeader;
import io.netty.handler.codec.mqtt.MqttMessageType;
import io.netty.handler.codec.mqtt.MqttPubReplyMessageVariableHeader;
import io.netty.handler.codec.mqtt.MqttPublishMessage;
import io.netty.handler.codec.mqtt.MqttReasonCodeAndPropertiesVariableHeader;
import io.netty.handler.codec.mqtt.MqttSubAckPayload;
import io.netty.handler.codec.mqtt.MqttSubscribePayload;
import io.netty.handler.codec.mqtt.MqttTopicSubscription;
import io.netty.handler.codec.mqtt.MqttUnsubAckPayload;
import io.netty.handler.codec.mqtt.MqttUnsubscribePayload;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The fields of a control packet (MQTT 3.1.1 and 5, chapter 3) as JSON. Passwords and authentication data are left out;
 * of a message only its size is there: the message itself comes by subscription.
 *
 * @param client the client id; of a CONNECT the one in it
 */
record ControlPacket(String type, String client, ObjectNode fields) {

    private static final String MALFORMED = "MALFORMED";
    private static final String CLOSED = "CLOSED";
    private static final int MQTT_3_1 = 3;
    private static final int MQTT_5 = 5;
    private static final int BYTE = 0xFF;

    /** What came in place of one. */
    static ControlPacket malformed(Throwable cause, @Nullable String client) {
        return instead(MALFORMED, client, "cause", String.valueOf(cause.getMessage()));
    }

    /**
     * The end of its connection.
     *
     * @param byClient whether the client, or the network, ended it and not the broker
     */
    static ControlPacket closed(boolean byClient, @Nullable String client) {
        return instead(CLOSED, client, "by", byClient ? "client" : "broker");
    }

    private static ControlPacket instead(String type, @Nullable String client, String field, String value) {
        String sender = client == null ? "" : client;
        ObjectNode fields = JsonNodeFactory.instance
                .objectNode()
                .put("type", type)
                .put("client", sender)
                .put(field, value);
        return new ControlPacket(type, sender, fields);
    }

    /** Whether it is a farewell after which the last will is published all the same: any but a normal one (MQTT 5, 3.14.4). */
    static boolean asksForItsWill(MqttMessage packet) {
        return packet.fixedHeader().messageType() == MqttMessageType.DISCONNECT
                && packet.variableHeader() instanceof MqttReasonCodeAndPropertiesVariableHeader reason
                && reason.reasonCode() != 0;
    }

    /** @param five of a connection of MQTT 5; one of 3.1.1 has reasons nowhere but in CONNACK and SUBACK */
    static ControlPacket of(MqttMessage packet, @Nullable String client, boolean five) {
        ObjectNode fields = JsonNodeFactory.instance.objectNode();
        String type = packet.fixedHeader().messageType().name();
        String sender = packet instanceof MqttConnectMessage connect
                ? connect.payload().clientIdentifier()
                : client == null ? "" : client;
        fields.put("type", type).put("client", sender);
        if (packet instanceof MqttConnectMessage connect) {
            connect(fields, connect.variableHeader(), connect.payload());
        } else if (packet instanceof MqttPublishMessage publish) {
            publish(fields, publish);
        } else {
            header(fields, packet.variableHeader(), five);
            payload(fields, packet.payload());
        }
        return new ControlPacket(type, sender, fields);
    }

    String address(boolean received) {
        String address = "$mqtt/%s/%s/%s".formatted(received ? "in" : "out", type, client);
        return fields.has("topic") ? address + "/" + fields.get("topic").textValue() : address;
    }

    byte[] json() {
        return fields.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static int bit(boolean flag) {
        return flag ? 1 : 0;
    }

    private static void connect(ObjectNode fields, MqttConnectVariableHeader header, MqttConnectPayload payload) {
        fields.put("protocol", header.version() == MQTT_5 ? "5" : header.version() == MQTT_3_1 ? "3.1" : "3.1.1")
                .put("keep-alive", header.keepAliveTimeSeconds())
                .put("clean-start", bit(header.isCleanSession()))
                .put("user-name-flag", bit(header.hasUserName()))
                .put("password-flag", bit(header.hasPassword()))
                .put("will-flag", bit(header.isWillFlag()))
                .put("will-qos", header.willQos())
                .put("will-retain", bit(header.isWillRetain()));
        if (header.hasUserName()) {
            fields.put("user-name", payload.userName());
        }
        if (header.isWillFlag()) {
            fields.put("will-topic", payload.willTopic());
            willMessage(fields, payload.willMessageInBytes());
            PacketProperties.put(fields, "will-properties", payload.willProperties());
        }
        PacketProperties.put(fields, "properties", header.properties());
    }

    private static void willMessage(ObjectNode fields, byte[] message) {
        String text = new String(message, StandardCharsets.UTF_8);
        if (Arrays.equals(text.getBytes(StandardCharsets.UTF_8), message)) {
            fields.put("will-message", text);
        } else {
            fields.put("will-message-base64", message);
        }
    }

    private static void publish(ObjectNode fields, MqttPublishMessage publish) {
        fields.put("topic", publish.variableHeader().topicName())
                .put("qos", publish.fixedHeader().qosLevel().value())
                .put("retain", bit(publish.fixedHeader().isRetain()))
                .put("dup", bit(publish.fixedHeader().isDup()))
                .put("packet-id", publish.variableHeader().packetId())
                .put("size", publish.payload().readableBytes());
        PacketProperties.put(fields, "properties", publish.variableHeader().properties());
    }

    private static void header(ObjectNode fields, @Nullable Object header, boolean five) {
        if (header instanceof MqttConnAckVariableHeader ack) {
            fields.put("reason-code", ack.connectReturnCode().byteValue() & BYTE)
                    .put("session-present", bit(ack.isSessionPresent()));
            PacketProperties.put(fields, "properties", ack.properties());
        } else if (header instanceof MqttReasonCodeAndPropertiesVariableHeader reason && five) {
            fields.put("reason-code", reason.reasonCode() & BYTE);
            PacketProperties.put(fields, "properties", reason.properties());
        } else if (header instanceof MqttMessageIdVariableHeader id) {
            fields.put("packet-id", id.messageId());
            if (id instanceof MqttPubReplyMessageVariableHeader reply && five) {
                fields.put("reason-code", reply.reasonCode() & BYTE);
                PacketProperties.put(fields, "properties", reply.properties());
            } else if (id instanceof MqttMessageIdAndPropertiesVariableHeader more) {
                PacketProperties.put(fields, "properties", more.properties());
            }
        }
    }

    private static void payload(ObjectNode fields, @Nullable Object payload) {
        if (payload instanceof MqttSubscribePayload subscribe) {
            ArrayNode filters = fields.putArray("filters");
            for (MqttTopicSubscription each : subscribe.topicSubscriptions()) {
                filters.addObject()
                        .put("filter", each.topicFilter())
                        .put("qos", each.option().qos().value())
                        .put("no-local", bit(each.option().isNoLocal()))
                        .put("retain-as-published", bit(each.option().isRetainAsPublished()))
                        .put("retain-handling", each.option().retainHandling().value());
            }
        } else if (payload instanceof MqttUnsubscribePayload unsubscribe) {
            ArrayNode filters = fields.putArray("filters");
            unsubscribe.topics().forEach(topic -> filters.addObject().put("filter", topic));
        } else if (payload instanceof MqttSubAckPayload ack) {
            ack.reasonCodes().forEach(fields.putArray("reason-codes")::add);
        } else if (payload instanceof MqttUnsubAckPayload ack) {
            ArrayNode codes = fields.putArray("reason-codes");
            ack.unsubscribeReasonCodes().forEach(code -> codes.add(code & BYTE));
        }
    }
}
