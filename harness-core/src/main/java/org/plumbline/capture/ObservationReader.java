package org.plumbline.capture;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.plumbline.channel.FrameError;
import org.plumbline.channel.Packet;
import org.plumbline.channel.Value;
import org.plumbline.mcap.McapRecord;
import org.plumbline.text.Text;
import org.plumbline.timeline.Direction;
import org.plumbline.timeline.Observation;
import org.plumbline.timeline.Observation.ChannelEvent;

/** Turns messages of a capture back into what they were; the counterpart of {@link CaptureWriter}. */
final class ObservationReader {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final long start;

    /** @param start the run's start, nanoseconds since 1970, UTC */
    ObservationReader(long start) {
        this.start = start;
    }

    /** Empty for topics that are not the timeline's own. */
    Optional<Observation> read(McapRecord.Channel channel, McapRecord.Message message) throws IOException {
        long time = message.logTime() - start;
        String topic = channel.topic();
        if (topic.startsWith("/frames/")) {
            return Optional.of(frame(time, channel.metadata(), message.data()));
        }
        JsonNode node = JSON.readTree(message.data());
        if (topic.startsWith("/signals/")) {
            return Optional.of(
                    new Observation.Sample(time, topic.substring("/signals/".length()), value(node.path("value"))));
        }
        if (topic.startsWith("/faults/")) {
            return Optional.of(new Observation.FrameFault(
                    time,
                    topic.substring("/faults/".length()),
                    FrameError.valueOf(node.path("kind").asText().toUpperCase(Locale.ROOT)),
                    node.path("detail").asText()));
        }
        return Optional.ofNullable(
                switch (topic) {
                    case "/commands" -> command(time, node);
                    case "/channels" -> event(time, node);
                    case "/steps" ->
                        new Observation.Boundary(
                                time,
                                node.path("trial").asText(),
                                node.path("scenario").asText(),
                                node.path("step").asText(),
                                node.path("begins").asBoolean());
                    case "/marks" -> new Observation.Mark(time);
                    case "/stalls" ->
                        new Observation.Stall(
                                time, Math.round(node.path("seconds").asDouble() * 1e9));
                    default -> null;
                });
    }

    private static Observation frame(long time, Map<String, String> metadata, byte[] payload) {
        return new Observation.Frame(
                time,
                metadata.getOrDefault("channel", ""),
                metadata.getOrDefault("direction", "").equals("sent") ? Direction.SENT : Direction.RECEIVED,
                new Packet(
                        metadata.getOrDefault("address", ""),
                        payload,
                        metadata.getOrDefault("direction", "").equals("retained")));
    }

    private static Value value(JsonNode node) {
        if (node.isTextual()) {
            return new Value.Literal(node.textValue());
        }
        return node.isBoolean()
                ? new Value.Logical(node.booleanValue())
                : new Value.Numeric(node.isNumber() ? node.doubleValue() : Double.NaN);
    }

    private static Observation command(long time, JsonNode node) {
        Map<String, String> parameters = new LinkedHashMap<>();
        node.path("parameters")
                .properties()
                .forEach(
                        field -> parameters.put(field.getKey(), field.getValue().asText()));
        return new Observation.CommandSent(
                time,
                node.path("command").asText(),
                Map.copyOf(parameters),
                node.path("changesState").asBoolean(),
                node.path("repeated").asBoolean());
    }

    private static Observation event(long time, JsonNode node) {
        return new ChannelEvent(
                time,
                node.path("channel").asText(),
                ChannelEvent.Kind.valueOf(node.path("event").asText().toUpperCase(Locale.ROOT)),
                new Text(node.path("zh").asText(), node.path("en").asText()));
    }
}
