package org.plumbline.capture;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import org.plumbline.channel.FrameError;
import org.plumbline.channel.Packet;
import org.plumbline.channel.Value;
import org.plumbline.error.Problem;
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

    /** What the messages of a topic are. */
    enum Kind {
        FRAME("/frames/"),
        SAMPLE("/signals/"),
        FAULT("/faults/"),
        COMMAND("/commands"),
        EVENT("/channels"),
        BOUNDARY("/steps"),
        MARK("/marks"),
        REPETITION("/repetitions"),
        STALL("/stalls"),
        WALL_CLOCK("/wall-clock"),
        /** Not the timeline's own. */
        OTHER("");

        private final String topic;

        Kind(String topic) {
            this.topic = topic;
        }

        static Kind of(String topic) {
            return Arrays.stream(values())
                    .filter(kind -> kind.topic.endsWith("/") ? topic.startsWith(kind.topic) : topic.equals(kind.topic))
                    .findFirst()
                    .orElse(OTHER);
        }

        /** Whether its messages are observations and none of them something that the run did itself. */
        boolean isNeverAct() {
            return this != COMMAND && this != BOUNDARY && this != MARK && this != REPETITION && this != OTHER;
        }

        String name(String of) {
            return of.substring(topic.length());
        }

        String topic(String name) {
            return topic + name;
        }
    }

    /** @param kind that of the channel's topic, not {@link Kind#OTHER} */
    Observation read(McapRecord.Channel channel, Kind kind, McapRecord.Message message) throws IOException {
        long time = message.logTime() - start;
        return switch (kind) {
            case FRAME -> frame(time, channel.metadata(), message.data());
            case SAMPLE -> new Observation.Sample(time, kind.name(channel.topic()), value(message.data()));
            default -> read(time, kind, channel, JSON.readTree(message.data()));
        };
    }

    private static Observation read(long time, Kind kind, McapRecord.Channel channel, JsonNode node) {
        return switch (kind) {
            case FAULT ->
                new Observation.FrameFault(
                        time,
                        kind.name(channel.topic()),
                        FrameError.valueOf(node.path("kind").asText().toUpperCase(Locale.ROOT)),
                        detail(node));
            case COMMAND -> command(time, node);
            case EVENT -> event(time, node);
            case BOUNDARY ->
                new Observation.Boundary(
                        time,
                        node.path("trial").asText(),
                        node.path("scenario").asText(),
                        node.path("step").asText(),
                        node.path("begins").asBoolean());
            case MARK -> new Observation.Mark(time, node.path("until").asLong(-1));
            case REPETITION ->
                new Observation.Repetition(
                        time, node.path("command").asText(), node.path("period").asLong());
            case STALL -> stall(time, node);
            case WALL_CLOCK -> new Observation.WallClock(time, node.path("utc").asLong());
            default -> throw new IllegalArgumentException("messages of " + channel.topic() + " are no observations");
        };
    }

    static Observation.Stall stall(long time, JsonNode node) {
        return new Observation.Stall(
                time, nanos(node.path("seconds")), nanos(node.path("late")), nanos(node.path("pressed")));
    }

    private static long nanos(JsonNode seconds) {
        return Math.round(seconds.asDouble() * 1e9);
    }

    private static Value value(byte[] json) throws IOException {
        OptionalDouble number = NumberValue.read(json);
        return number.isPresent()
                ? new Value.Numeric(number.getAsDouble())
                : value(JSON.readTree(json).path("value"));
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
        if (node.path("failed").asBoolean()) {
            return new Observation.CommandFailed(
                    time,
                    node.path("command").asText(),
                    Map.copyOf(parameters),
                    node.path("changesState").asBoolean(),
                    Problem.of(text(node), text(node.path("remedy"))));
        }
        return new Observation.CommandSent(
                time,
                node.path("command").asText(),
                Map.copyOf(parameters),
                node.path("changesState").asBoolean(),
                node.path("repeated").asBoolean(),
                node.path("period").asLong());
    }

    private static Observation event(long time, JsonNode node) {
        return new ChannelEvent(
                time,
                node.path("channel").asText(),
                ChannelEvent.Kind.valueOf(node.path("event").asText().toUpperCase(Locale.ROOT)),
                text(node),
                node.path("since").asLong(time));
    }

    /** Of a fault: without Chinese words of its own where they are the same, and in older captures. */
    private static Text detail(JsonNode node) {
        String en = node.path("detail").asText();
        return new Text(node.path("zh").asText(en), en);
    }

    private static Text text(JsonNode node) {
        return new Text(node.path("zh").asText(), node.path("en").asText());
    }
}
