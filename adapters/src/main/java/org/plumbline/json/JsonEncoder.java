package org.plumbline.json;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.plumbline.channel.Encoder;
import org.plumbline.channel.Packet;
import org.plumbline.template.Template;

/** Fills a message. A text that is one placeholder and nothing else becomes a number or a flag where its value is one. */
final class JsonEncoder implements Encoder {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Template topic;
    private final Object payload;
    private final boolean retain;

    JsonEncoder(String topic, Object payload, boolean retain) {
        this.topic = new Template(topic);
        this.payload = payload;
        this.retain = retain;
    }

    @Override
    public Packet encode(Map<String, String> parameters) {
        try {
            String text = JSON.writeValueAsString(filled(payload, parameters));
            return new Packet(topic.fill(parameters), text.getBytes(StandardCharsets.UTF_8), retain);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("the payload cannot be written as JSON", e);
        }
    }

    private static @Nullable Object filled(@Nullable Object node, Map<String, String> parameters) {
        if (node instanceof Map<?, ?> map) {
            Map<String, @Nullable Object> copy = new LinkedHashMap<>();
            map.forEach((key, value) -> copy.put(String.valueOf(key), filled(value, parameters)));
            return copy;
        }
        if (node instanceof List<?> list) {
            return list.stream().map(item -> filled(item, parameters)).toList();
        }
        if (node instanceof String text) {
            Template template = new Template(text);
            return template.onlyParameter()
                    .<Object>map(name -> typed(Template.value(name, parameters)))
                    .orElseGet(() -> template.fill(parameters));
        }
        return node;
    }

    private static Object typed(String value) {
        if (value.equals("true") || value.equals("false")) {
            return Boolean.valueOf(value);
        }
        try {
            return new BigDecimal(value);
        } catch (NumberFormatException e) {
            return value;
        }
    }
}
