package org.plumbline.mavlink;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.plumbline.channel.Encoder;
import org.plumbline.channel.NotEncodableException;
import org.plumbline.channel.Packet;
import org.plumbline.template.Template;
import org.plumbline.text.Text;

/**
 * Fills a message; fields that are not named are 0.
 *
 * @param parameter the one of the fields that is written as another one tells; empty where none is
 */
record MavlinkEncoder(
        Sender sender, MessageDefinition message, Map<FieldDefinition, Object> values, Optional<Parameter> parameter)
        implements Encoder {

    @Override
    public Packet encode(Map<String, String> parameters) {
        return Packet.of(sender.trial(message, payload(parameters)).bytes());
    }

    @Override
    public Packet encode(Map<String, String> parameters, Instant utc) {
        return Packet.of(sender.next(message, payload(parameters), utc).bytes());
    }

    private byte[] payload(Map<String, String> parameters) {
        ByteBuffer payload = ByteBuffer.allocate(message.fullLength()).order(ByteOrder.LITTLE_ENDIAN);
        Map<FieldDefinition, Object> plain = new LinkedHashMap<>(values);
        Optional<Object> bytes = parameter.map(each -> plain.remove(each.value()));
        plain.forEach((field, value) -> put(payload, field, value, parameters));
        bytes.ifPresent(value -> put(payload, parameter.orElseThrow(), value, parameters));
        return payload.array();
    }

    private static void put(ByteBuffer payload, Parameter parameter, Object value, Map<String, String> parameters) {
        try {
            parameter.write(payload, filled(value, parameters));
        } catch (NotEncodableException e) {
            throw e.inField(parameter.value().name());
        }
    }

    /**
     * Puts a field's value into a payload.
     *
     * @param value a text, number or flag; a list of them for an array
     * @throws NotEncodableException where a parameter is missing or the field cannot hold the value: names it
     */
    static void put(ByteBuffer payload, FieldDefinition field, Object value, Map<String, String> parameters) {
        List<?> items = value instanceof List<?> list ? list : List.of(value);
        try {
            if (field.isText()) {
                text(payload, field, filled(value, parameters));
            } else if (items.size() > Math.max(field.length(), 1)) {
                throw new NotEncodableException(
                        new Text("%d 个值太多", "%d values are too many").with(items.size()),
                        new Text("请给出至多 %d 个", "give %d at most").with(Math.max(field.length(), 1)));
            } else {
                for (int i = 0; i < items.size(); i++) {
                    int at = field.offset() + i * field.type().size();
                    field.type().write(payload, at, Named.number(filled(items.get(i), parameters), field.type()));
                }
            }
        } catch (NotEncodableException e) {
            throw e.inField(field.name());
        }
    }

    private static void text(ByteBuffer payload, FieldDefinition field, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        if (bytes.length > field.length()) {
            throw new NotEncodableException(
                    new Text("“%s”有 %d 个字节，只能容纳 %d 个", "\"%s\" has %d bytes, %d fit")
                            .with(text, bytes.length, field.length()),
                    new Text("请缩短该文本", "shorten it"));
        }
        payload.put(field.offset(), bytes);
    }

    private static String filled(Object value, Map<String, String> parameters) {
        return new Template(String.valueOf(value)).fill(parameters);
    }
}
