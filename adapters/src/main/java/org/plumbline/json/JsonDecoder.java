package org.plumbline.json;

import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.util.List;
import org.plumbline.channel.DecodeSink;
import org.plumbline.channel.Decoder;
import org.plumbline.channel.FrameError;
import org.plumbline.channel.Packet;

/**
 * Reads each message. The words NaN and Infinity, which JSON does not have, are read so that only the signal in question
 * is in error and not the whole message.
 */
final class JsonDecoder implements Decoder {

    private static final int DEEPEST = 100;
    private static final int MOST_SHOWN = 80;
    private static final JsonMapper JSON = mapper();

    private final List<JsonValue> values;

    JsonDecoder(List<JsonValue> values) {
        this.values = values;
    }

    private static JsonMapper mapper() {
        JsonMapper mapper = JsonMapper.builder()
                .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
                .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .build();
        mapper.getFactory()
                .setStreamReadConstraints(
                        StreamReadConstraints.builder().maxNestingDepth(DEEPEST).build());
        return mapper;
    }

    @Override
    public void decode(long time, Packet packet, DecodeSink sink) {
        sink.frame(time, packet);
        JsonNode message;
        try {
            message = JSON.readTree(packet.payload());
        } catch (IOException e) {
            sink.error(FrameError.SYNTAX, "not JSON");
            return;
        }
        if (message == null || message.isMissingNode()) {
            sink.error(FrameError.SYNTAX, "empty");
            return;
        }
        for (JsonValue value : values) {
            JsonNode node = message.at(value.pointer());
            if (value.topic().matches(packet.address()) && !node.isMissingNode()) {
                value.read(node)
                        .ifPresentOrElse(
                                read -> sink.sample(value.signal(), read),
                                () -> sink.error(FrameError.VALUE, value.pointer() + ": " + shown(node)));
            }
        }
    }

    private static String shown(JsonNode node) {
        String text = node.toString();
        return text.length() > MOST_SHOWN ? text.substring(0, MOST_SHOWN) + "…" : text;
    }
}
