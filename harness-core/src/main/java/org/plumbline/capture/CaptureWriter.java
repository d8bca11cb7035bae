package org.plumbline.capture;

import com.fasterxml.jackson.core.io.NumberOutput;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.plumbline.bench.Bench;
import org.plumbline.bench.SignalSpec;
import org.plumbline.channel.Plugin;
import org.plumbline.channel.Value;
import org.plumbline.mcap.McapWriter;
import org.plumbline.run.Characterisation;
import org.plumbline.run.RunPlan;
import org.plumbline.standard.Standard;
import org.plumbline.text.Text;
import org.plumbline.timeline.Direction;
import org.plumbline.timeline.Observation;
import org.plumbline.verdict.Judgement;

/**
 * Puts observations into an MCAP file. Topics: {@code /frames/CHANNEL/received|retained|sent[/ADDRESS]} (raw
 * bytes),
 * {@code /signals/NAME}, {@code /faults/CHANNEL}, {@code /channels}, {@code /commands}, {@code /repetitions}, {@code /trials}, {@code /steps},
 * {@code /judged-steps}, {@code /marks}, {@code /stalls}, {@code /wall-clock}, {@code /verdicts} (JSON). Metadata: {@code plumbline.run},
 * {@code plumbline.scenarios} and {@code plumbline.left-out}, what was planned and what was not, {@code plumbline.plugins} where
 * there were some, and at the end {@code plumbline.end}. Log times are UTC in nanoseconds: the run's start plus the time on the
 * timeline. For one thread.
 */
final class CaptureWriter implements AutoCloseable {

    static final String METADATA = "plumbline.run";

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final ObjectWriter TREES = JSON.writerFor(ObjectNode.class);

    private final McapWriter mcap;
    private final long start;
    private final Bench bench;
    private final Map<FrameTopic, Integer> frames = new HashMap<>();
    private final Map<String, Integer> signals = new HashMap<>();
    private final Map<String, Integer> channels = new HashMap<>();
    private final Map<String, Integer> schemas = new HashMap<>();
    private long[] sequences = new long[16];

    CaptureWriter(McapWriter mcap, RunPlan plan, List<Plugin> plugins) throws IOException {
        this.mcap = mcap;
        this.start = nanos(plan.started());
        this.bench = plan.bench();
        mcap.metadata(
                METADATA,
                new LinkedHashMap<>(Map.of(
                        "run", plan.id(),
                        "started", plan.started().toString(),
                        "start-ns", Long.toString(start),
                        "standard", named(plan.standard()),
                        "suite", plan.suite(),
                        "driver", plan.driver(),
                        "repeat", Integer.toString(plan.repeat()))));
        if (!plan.characterisation().equals(Characterisation.NONE)) {
            mcap.metadata(
                    RecordedCharacterisation.METADATA,
                    new LinkedHashMap<>(RecordedCharacterisation.toTexts(plan.characterisation())));
        }
        if (!plugins.isEmpty()) {
            mcap.metadata(RecordedPlugins.METADATA, RecordedPlugins.toTexts(plugins));
        }
        mcap.metadata(PlannedScenarios.METADATA, PlannedScenarios.toTexts(plan.scenarios()));
        mcap.metadata(PlannedScenarios.LEFT_OUT, PlannedScenarios.toTexts(plan.leftOut()));
        attachInputs(plan.inputs());
    }

    static String named(Standard standard) {
        return standard.id() + " " + standard.revision();
    }

    static long nanos(Instant instant) {
        return Math.addExact(Math.multiplyExact(instant.getEpochSecond(), 1_000_000_000L), instant.getNano());
    }

    private void attachInputs(@Nullable Path inputs) throws IOException {
        if (inputs == null) {
            return;
        }
        try (Stream<Path> files = Files.list(inputs)) {
            for (Path file : files.sorted().toList()) {
                String name = String.valueOf(file.getFileName());
                mcap.attachment(name, mediaType(name), start, start, Files.readAllBytes(file));
            }
        }
    }

    private static String mediaType(String name) {
        if (name.endsWith(".yaml")) {
            return "application/yaml";
        }
        return name.endsWith(".feature") ? "text/x-gherkin" : "application/octet-stream";
    }

    void write(Observation observation) throws IOException {
        long time = start + observation.time();
        if (observation instanceof Observation.Frame frame) {
            put(frameChannel(frame), time, bench.secrets().redact(frame.packet().payload()));
        } else if (observation instanceof Observation.Sample sample) {
            put(signalChannel(sample), time, value(sample.value()));
        } else if (observation instanceof Observation.FrameFault fault) {
            ObjectNode node = JSON.createObjectNode();
            node.put("kind", fault.kind().key())
                    .put("detail", redacted(fault.detail().en()));
            if (!fault.detail().zh().equals(fault.detail().en())) {
                node.put("zh", redacted(fault.detail().zh()));
            }
            put(json("/faults/" + fault.channel(), Topic.FAULT), time, bytes(node));
        } else if (observation instanceof Observation.Command command) {
            put(json("/commands", Topic.COMMAND), time, bytes(command(command)));
        } else {
            writeRare(observation, time);
        }
    }

    private ObjectNode command(Observation.Command command) {
        ObjectNode node = JSON.createObjectNode();
        node.put("command", command.command());
        ObjectNode parameters = node.putObject("parameters");
        command.parameters().forEach((name, value) -> parameters.put(name, redacted(value)));
        node.put("changesState", command.changesState()).put("repeated", command.repeated());
        if (command instanceof Observation.CommandSent sent && sent.period() > 0) {
            node.put("period", sent.period());
        } else if (command instanceof Observation.CommandFailed failed) {
            node.put("failed", true);
            put(node, failed.problem().what());
            put(node.putObject("remedy"), failed.problem().remedy());
        }
        return node;
    }

    private void put(ObjectNode node, Text words) {
        node.put("zh", redacted(words.zh())).put("en", redacted(words.en()));
    }

    private void writeRare(Observation observation, long time) throws IOException {
        ObjectNode node = JSON.createObjectNode();
        if (observation instanceof Observation.ChannelEvent event) {
            node.put("channel", event.channel())
                    .put("event", event.kind().name().toLowerCase(Locale.ROOT));
            words(node, event.detail());
            if (event.since() != event.time()) {
                node.put("since", event.since());
            }
            put(json("/channels", Topic.CHANNEL), time, bytes(node));
        } else if (observation instanceof Observation.TrialBegun begun) {
            node.put("trial", begun.trial()).put("scenario", begun.scenario()).put("attempt", begun.attempt());
            put(json("/trials", Topic.TRIAL), time, bytes(node));
        } else if (observation instanceof Observation.TrialEnded ended) {
            put(json("/trials", Topic.TRIAL), time, bytes(end(node, ended)));
        } else if (observation instanceof Observation.Boundary boundary) {
            put(json("/steps", Topic.STEP), time, bytes(step(node, boundary)));
        } else if (observation instanceof Observation.JudgedStep judged) {
            put(json("/judged-steps", Topic.STEP), time, bytes(step(node, judged.boundary())));
        } else if (observation instanceof Observation.Repetition repetition) {
            node.put("command", repetition.command()).put("period", repetition.period());
            put(json("/repetitions", Topic.REPETITION), time, bytes(node));
        } else if (observation instanceof Observation.Mark mark) {
            put(json("/marks", Topic.MARK), time, bytes(node.put("until", mark.until())));
        } else if (observation instanceof Observation.Stall stall) {
            node.put("seconds", stall.duration() / 1e9);
            node.put("late", stall.lateness() / 1e9).put("pressed", stall.pressure() / 1e9);
            put(json("/stalls", Topic.STALL), time, bytes(node));
        } else if (observation instanceof Observation.WallClock reading) {
            put(json("/wall-clock", Topic.WALL_CLOCK), time, bytes(node.put("utc", reading.utc())));
        } else if (observation instanceof Observation.Judged judged) {
            put(json("/verdicts", Topic.VERDICT), time, bytes(verdict(node, judged)));
        }
    }

    private static ObjectNode step(ObjectNode node, Observation.Boundary boundary) {
        node.put("trial", boundary.trial()).put("scenario", boundary.scenario());
        return node.put("step", boundary.step()).put("begins", boundary.begins());
    }

    private ObjectNode end(ObjectNode node, Observation.TrialEnded ended) {
        node.put("trial", ended.trial()).put("verdict", ended.verdict().key());
        Optional.ofNullable(ended.reason()).ifPresent(reason -> put(node, reason));
        return node;
    }

    private static ObjectNode verdict(ObjectNode node, Observation.Judged judged) {
        Judgement judgement = judged.judgement();
        node.put("trial", judged.trial());
        node.put("requirement", judgement.requirement()).put("limit", judgement.limit());
        node.put("verdict", judgement.verdict().key());
        Optional.ofNullable(judgement.measurement()).ifPresent(measurement -> {
            node.put("value", measurement.value())
                    .put("unit", measurement.unit().symbol());
            node.put("U", measurement.expandedUncertainty()).put("k", measurement.coverageFactor());
            UncertaintyJson.put(node, measurement.uncertainty());
            node.put("from", measurement.from()).put("to", measurement.to());
            node.put("atLeast", measurement.atLeast()).put("samples", measurement.samples());
            words(node.putObject("quantity"), measurement.quantity());
            measurement.signals().forEach(node.putArray("signals")::add);
            measurement.undeclared().forEach(node.putArray("undeclared")::add);
            Optional.ofNullable(measurement.remark()).ifPresent(remark -> words(node.putObject("remark"), remark));
            Optional.ofNullable(measurement.doubt()).ifPresent(doubt -> words(node.putObject("doubt"), doubt));
        });
        return words(node, judgement.reason());
    }

    private static ObjectNode words(ObjectNode node, Text words) {
        return node.put("zh", words.zh()).put("en", words.en());
    }

    void end(RecordedEnd end) throws IOException {
        mcap.metadata(RecordedEnd.METADATA, end.toTexts(this::redacted));
    }

    void flush() throws IOException {
        mcap.flush();
    }

    private void put(int channel, long time, byte[] data) throws IOException {
        if (channel >= sequences.length) {
            sequences = Arrays.copyOf(sequences, Math.max(2 * sequences.length, channel + 1));
        }
        mcap.message(channel, ++sequences[channel], time, time, data);
    }

    /** What a frame's topic is made of. */
    private record FrameTopic(String channel, Direction direction, String address, boolean retained) {}

    private int frameChannel(Observation.Frame frame) throws IOException {
        FrameTopic key = new FrameTopic(
                frame.channel(),
                frame.direction(),
                frame.packet().address(),
                frame.packet().retained());
        Integer known = frames.get(key);
        if (known == null) {
            known = addFrameChannel(key);
            frames.put(key, known);
        }
        return known;
    }

    /** Addresses that differ in a secret only have one channel. */
    private int addFrameChannel(FrameTopic key) throws IOException {
        String address = redacted(key.address());
        String direction = key.direction() == Direction.SENT ? "sent" : key.retained() ? "retained" : "received";
        String topic = "/frames/" + key.channel() + "/" + direction + (address.isEmpty() ? "" : "/" + address);
        Integer known = channels.get(topic);
        if (known != null) {
            return known;
        }
        Map<String, String> metadata = new LinkedHashMap<>();
        metadata.put("channel", key.channel());
        metadata.put("direction", direction);
        metadata.put("address", address);
        int id = mcap.addChannel(0, topic, "application/octet-stream", metadata);
        channels.put(topic, id);
        return id;
    }

    private int signalChannel(Observation.Sample sample) throws IOException {
        Integer known = signals.get(sample.signal());
        if (known == null) {
            known = addSignalChannel(sample);
            signals.put(sample.signal(), known);
        }
        return known;
    }

    private int addSignalChannel(Observation.Sample sample) throws IOException {
        String unit = bench.signal(sample.signal())
                .map(SignalSpec::unit)
                .map(Object::toString)
                .orElse("1");
        String type = sample.value() instanceof Value.Numeric
                ? "number"
                : sample.value() instanceof Value.Logical ? "boolean" : "string";
        int schema = schema("signal/" + sample.signal(), Topic.signal(sample.signal(), unit, type));
        return mcap.addChannel(schema, "/signals/" + sample.signal(), "json", Map.of("unit", unit));
    }

    private int json(String topic, Topic kind) throws IOException {
        Integer known = channels.get(topic);
        if (known != null) {
            return known;
        }
        int id = mcap.addChannel(schema(kind.schemaName(), kind.schema()), topic, "json", Map.of());
        channels.put(topic, id);
        return id;
    }

    private int schema(String name, String schema) throws IOException {
        Integer known = schemas.get(name);
        if (known != null) {
            return known;
        }
        int id = mcap.addSchema("plumbline/" + name, "jsonschema", schema.getBytes(StandardCharsets.UTF_8));
        schemas.put(name, id);
        return id;
    }

    /** Numbers that JSON has no word for become null; the frame beside them holds what was sent. */
    private byte[] value(Value value) throws IOException {
        if (value instanceof Value.Numeric numeric) {
            double number = numeric.value();
            String text =
                    Double.isNaN(number) || Double.isInfinite(number) ? "null" : NumberOutput.toString(number, true);
            return ("{\"value\":" + text + "}").getBytes(StandardCharsets.US_ASCII);
        }
        if (value instanceof Value.Logical logical) {
            return ("{\"value\":" + logical.value() + "}").getBytes(StandardCharsets.US_ASCII);
        }
        String text = redacted(value.shown());
        return isPlain(text)
                ? ("{\"value\":\"" + text + "\"}").getBytes(StandardCharsets.US_ASCII)
                : bytes(JSON.createObjectNode().put("value", text));
    }

    /** Whether JSON (RFC 8259, 7) has the text as it is. */
    private static boolean isPlain(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < ' ' || c > '~' || c == '"' || c == '\\') {
                return false;
            }
        }
        return true;
    }

    /** A secret that went over the wire is not recorded. */
    private String redacted(String text) {
        return bench.secrets().any() ? bench.secrets().redact(text) : text;
    }

    private static byte[] bytes(ObjectNode node) throws IOException {
        return TREES.writeValueAsBytes(node);
    }

    @Override
    public void close() throws IOException {
        mcap.close();
    }

    /** The JSON topics that every capture has. */
    private enum Topic {
        FAULT(List.of("kind", "detail", "zh")),
        COMMAND(List.of("command", "zh", "en")),
        CHANNEL(List.of("channel", "event", "zh", "en")),
        TRIAL(List.of("trial", "scenario", "verdict", "zh", "en")),
        STEP(List.of("trial", "scenario", "step")),
        REPETITION(List.of("command")),
        STALL(List.of()),
        WALL_CLOCK(List.of()),
        MARK(List.of()),
        VERDICT(List.of("trial", "requirement", "limit", "verdict", "unit", "zh", "en"));

        private final List<String> texts;

        Topic(List<String> texts) {
            this.texts = texts;
        }

        String schemaName() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        String schema() {
            ObjectNode schema = JSON.createObjectNode().put("type", "object");
            ObjectNode properties = schema.putObject("properties");
            texts.forEach(text -> properties.putObject(text).put("type", "string"));
            numbers().forEach(number -> properties.putObject(number).put("type", "number"));
            return schema.toString();
        }

        private List<String> numbers() {
            return switch (this) {
                case VERDICT -> List.of("value", "U", "k", "from", "to", "samples");
                case WALL_CLOCK -> List.of("utc");
                case STALL -> List.of("seconds", "late", "pressed");
                case MARK -> List.of("until");
                case TRIAL -> List.of("attempt");
                case REPETITION -> List.of("period");
                default -> List.of();
            };
        }

        static String signal(String name, String unit, String type) {
            ObjectNode schema = JSON.createObjectNode().put("type", "object").put("title", name);
            schema.putObject("properties")
                    .putObject("value")
                    .put("type", type)
                    .put("description", unit.equals("1") ? name : name + " in " + unit);
            return schema.toString();
        }
    }
}
