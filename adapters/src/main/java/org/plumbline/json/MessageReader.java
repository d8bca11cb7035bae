package org.plumbline.json;

import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.plumbline.channel.DecodeSink;
import org.plumbline.channel.FrameError;
import org.plumbline.channel.Packet;

/**
 * Reads messages, and checks those of topics that have a schema. Where there is none, the words NaN and Infinity, which JSON
 * does not have, are read so that only the signal in question is in error and not the whole message. Thread-safe.
 */
public final class MessageReader {

    private static final int DEEPEST = 100;
    private static final JsonMapper STRICT = mapper(JsonMapper.builder());
    private static final JsonMapper WITH_NAN =
            mapper(JsonMapper.builder().enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS));

    private final Map<TopicFilter, MessageSchema> schemas;

    /** @param schemas of the topics; a message must keep that of each filter that it fits */
    public MessageReader(Map<TopicFilter, MessageSchema> schemas) {
        this.schemas = Map.copyOf(schemas);
    }

    private static JsonMapper mapper(JsonMapper.Builder builder) {
        JsonMapper mapper = builder.enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .enable(StreamReadFeature.USE_FAST_DOUBLE_PARSER)
                .build();
        mapper.getFactory()
                .setStreamReadConstraints(
                        StreamReadConstraints.builder().maxNestingDepth(DEEPEST).build());
        return mapper;
    }

    private List<MessageSchema> schemas(String topic) {
        return schemas.entrySet().stream()
                .filter(entry -> entry.getKey().matches(topic))
                .map(Map.Entry::getValue)
                .toList();
    }

    /** The message of the frame that was delivered last; empty where it is none, which the sink is told. */
    public Optional<JsonNode> read(Packet packet, DecodeSink sink) {
        List<MessageSchema> wanted = schemas.isEmpty() ? List.of() : schemas(packet.address());
        JsonNode message;
        try {
            message = (wanted.isEmpty() ? WITH_NAN : STRICT).readTree(packet.payload());
        } catch (IOException e) {
            sink.error(FrameError.SYNTAX, "not JSON");
            return Optional.empty();
        }
        if (message == null || message.isMissingNode()) {
            sink.error(FrameError.SYNTAX, "empty");
            return Optional.empty();
        }
        for (MessageSchema schema : wanted) {
            Optional<String> violation = schema.violation(message);
            if (violation.isPresent()) {
                sink.refused(FrameError.SYNTAX, violation.get());
                return Optional.empty();
            }
        }
        return Optional.of(message);
    }
}
