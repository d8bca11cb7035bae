package org.plumbline.json;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.plumbline.channel.DecodeSink;
import org.plumbline.channel.FrameError;
import org.plumbline.channel.Packet;
import org.plumbline.text.Excerpt;
import org.plumbline.text.Text;

/**
 * Reads messages, and checks those of topics that have a schema: one that breaks it is told, and read all the same, for what
 * it says the device did say. So are the words NaN and Infinity, which JSON does not have: without a schema only the signal in
 * question is in error. Thread-safe.
 */
public final class MessageReader {

    private static final int DEEPEST = 100;
    private static final int MOST_SHOWN = 80;
    private static final Pattern TWICE = Pattern.compile("Duplicate field '(.*)' for `ObjectNode`", Pattern.DOTALL);
    private static final JsonMapper STRICT = mapper(JsonMapper.builder());
    private static final JsonMapper WITH_NAN =
            mapper(JsonMapper.builder().enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS));

    private final Map<TopicFilter, MessageSchema> schemas;
    private final boolean objects;

    /**
     * Reads messages of one form.
     *
     * @param schemas of the topics; a message must keep that of each filter that it fits
     * @param objects whether only an object is a message
     */
    public MessageReader(Map<TopicFilter, MessageSchema> schemas, boolean objects) {
        this.schemas = Map.copyOf(schemas);
        this.objects = objects;
    }

    private static JsonMapper mapper(JsonMapper.Builder builder) {
        JsonMapper mapper = builder.enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
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
        try {
            return Optional.of(wanted.isEmpty() ? message(WITH_NAN, packet) : checked(wanted, packet, sink));
        } catch (NoMessageException e) {
            sink.error(FrameError.SYNTAX, e.detail);
        } catch (CharacterCodingException e) {
            sink.error(FrameError.SYNTAX, new Text("不是 UTF-8", "not UTF-8"));
        } catch (IOException e) {
            sink.error(FrameError.SYNTAX, new Text("不是 JSON", "not JSON"));
        }
        return Optional.empty();
    }

    private JsonNode checked(List<MessageSchema> wanted, Packet packet, DecodeSink sink) throws IOException {
        try {
            JsonNode message = message(STRICT, packet);
            wanted.stream()
                    .map(schema -> schema.violation(message))
                    .flatMap(Optional::stream)
                    .findFirst()
                    .ifPresent(violation -> sink.refused(FrameError.SYNTAX, violation));
            return message;
        } catch (JsonProcessingException e) {
            JsonNode message = message(WITH_NAN, packet);
            sink.refused(
                    FrameError.SYNTAX,
                    new Text("含有 JSON 所没有的 NaN 或 Infinity", "NaN or Infinity, which JSON does not have"));
            return message;
        }
    }

    private JsonNode message(JsonMapper mapper, Packet packet) throws IOException {
        JsonNode message = tree(mapper, utf8(packet.payload()));
        if (message.isMissingNode()) {
            throw new NoMessageException(new Text("空报文", "empty"));
        } else if (objects && !message.isObject()) {
            throw new NoMessageException(new Text("不是对象", "no object"));
        }
        return message;
    }

    /** Given bytes, the library would guess UTF-16 and UTF-32, too, which RFC 8259, 8.1 excludes. */
    private static String utf8(byte[] payload) throws CharacterCodingException {
        return StandardCharsets.UTF_8
                .newDecoder()
                .decode(ByteBuffer.wrap(payload))
                .toString();
    }

    /** Of names that are there twice (RFC 8259, 4) nobody knows which one the device meant. */
    private static JsonNode tree(JsonMapper mapper, String text) throws IOException {
        try {
            return mapper.readTree(text);
        } catch (MismatchedInputException e) {
            Matcher twice = TWICE.matcher(e.getOriginalMessage());
            throw twice.lookingAt() ? new NoMessageException(twice(Excerpt.of(twice.group(1), MOST_SHOWN))) : e;
        }
    }

    private static Text twice(String name) {
        return new Text("同一对象中“" + name + "”出现两次", "\"" + name + "\" twice in one object");
    }

    /** What was sent is no message. */
    private static final class NoMessageException extends IOException {

        private static final long serialVersionUID = 1L;

        private final transient Text detail;

        NoMessageException(Text detail) {
            super(detail.en());
            this.detail = detail;
        }
    }
}
