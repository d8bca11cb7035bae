package org.plumbline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.plumbline.bench.ChannelSpec;
import org.plumbline.bench.Device;
import org.plumbline.bench.Settings;
import org.plumbline.bench.SignalSpec;
import org.plumbline.channel.FrameError;
import org.plumbline.channel.Packet;
import org.plumbline.channel.Value;
import org.plumbline.probe.Arrivals;
import org.plumbline.probe.ChannelFinding;
import org.plumbline.probe.FaultSeen;
import org.plumbline.probe.Heard;
import org.plumbline.probe.IdentityFinding;
import org.plumbline.probe.Probed;
import org.plumbline.probe.SignalSeen;
import org.plumbline.probe.State;
import org.plumbline.quantity.Unit;
import org.plumbline.standard.Completeness;
import org.plumbline.standard.IcsItem;
import org.plumbline.suite.IcsEvidence;
import org.plumbline.suite.SuiteDemands;
import org.plumbline.text.Language;
import org.plumbline.text.Text;

/** docs/probe.md and its Chinese twin name every field that {@code probe --json} writes, and no other; their example is written so. */
class ProbeDocumentTest {

    private static final Pattern ROW = Pattern.compile("(?m)^\\| `([^`]+)` \\| ([^|]+) \\|");
    private static final Pattern EXAMPLE = Pattern.compile("(?s)```json\n(.*?)```");
    private static final long SECOND = 1_000_000_000L;
    private static final long ENDED = 5 * SECOND;
    private static final Map<JsonNodeType, Text> TYPES = Map.of(
            JsonNodeType.BOOLEAN, new Text("布尔", "boolean"),
            JsonNodeType.STRING, new Text("文本", "text"),
            JsonNodeType.ARRAY, new Text("列表", "list"),
            JsonNodeType.OBJECT, new Text("对象", "object"));

    private static String document(Language language) throws IOException {
        return Files.readString(Path.of("..", "docs", language == Language.ZH ? "probe.zh-CN.md" : "probe.md"));
    }

    private static SignalSpec signal(String name, String channel, String unit) {
        return new SignalSpec(name, channel, Unit.of(unit).orElseThrow(), null, null, Settings.of(Map.of()));
    }

    private static SignalSeen seen(long count, double perSecond, double ageSeconds, Value last) {
        long newest = ENDED - Math.round(ageSeconds * SECOND);
        long first = newest - Math.round((count - 1) / perSecond * SECOND);
        return new SignalSeen(new Arrivals(count, first, newest), last, Optional.empty());
    }

    private static ChannelFinding nav() {
        Heard heard = new Heard(
                ENDED,
                1224,
                new Arrivals(51, 0, ENDED),
                2,
                0,
                Map.of(FrameError.CHECKSUM, new FaultSeen(2, Text.same(""), Packet.of(new byte[1]))),
                Map.of(
                        "depth", seen(49, 9.6, 0.0, new Value.Numeric(12.5)),
                        "mode", seen(5, 1, 0.5, new Value.Literal("hold")),
                        "leak", seen(5, 1, 0.5, new Value.Logical(false))),
                List.of(),
                Map.of(),
                new byte[1],
                Packet.of(new byte[1]),
                Text.same(""),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
        return finding(
                "nav",
                "serial",
                "nmea-0183",
                State.DOUBTFUL,
                heard,
                "2 of 51 frames are faulty",
                List.of(
                        signal("depth", "nav", "m"),
                        signal("mode", "nav", "1"),
                        signal("leak", "nav", "1"),
                        signal("alarm", "nav", "1")));
    }

    private static ChannelFinding finding(
            String name,
            String transport,
            String codec,
            State state,
            @Nullable Heard heard,
            String reason,
            List<SignalSpec> signals) {
        ChannelSpec channel = new ChannelSpec(name, Device.OWNER, transport, codec, Settings.of(Map.of()));
        return new ChannelFinding(
                channel, signals, state, Optional.ofNullable(heard), ENDED, List.of(Text.same(reason)));
    }

    /** Of everything that there may be. */
    private static JsonNode written() throws IOException {
        Probed probed = new Probed(
                List.of(
                        nav(),
                        finding(
                                "state",
                                "mqtt",
                                "json",
                                State.BROKEN,
                                null,
                                "no connection to the MQTT broker",
                                List.of(signal("charge", "state", "%")))),
                List.of(
                        new IdentityFinding(
                                "firmware", "2.1", Optional.of("2.0"), Optional.of(Text.same("the device says 2.0"))),
                        new IdentityFinding(
                                "serial-number",
                                "0815",
                                Optional.empty(),
                                Optional.of(Text.same("the device does not say it")))));
        SuiteDemands suite = new SuiteDemands(
                Completeness.DEFAULT,
                List.of(
                        new IcsEvidence(new IcsItem("U-DEPTH", Text.same("depth")), true, Set.of("depth")),
                        new IcsEvidence(new IcsItem("U-LEAK", Text.same("leak")), false, Set.of("leak"))));
        return new ObjectMapper()
                .readTree(new ProbeJson(new ProbeTable(probed, Optional.of(suite), Language.EN))
                        .node()
                        .toString());
    }

    /** Each field with the values that it has. */
    private static void fields(String path, JsonNode node, Map<String, Set<JsonNode>> into) {
        if (!path.isEmpty()) {
            into.computeIfAbsent(path, any -> new HashSet<>()).add(node);
        }
        node.properties().forEach(field -> fields(named(path, field.getKey()), field.getValue(), into));
        if (node.isArray()) {
            node.forEach(item -> {
                if (item.isObject()) {
                    fields(path + "[]", item, into);
                }
            });
        }
    }

    private static String named(String path, String name) {
        boolean kind = path.endsWith(".faults");
        return path.isEmpty() ? name : path + "." + (kind ? "KIND" : name);
    }

    private static Map<String, String> rows(Language language) throws IOException {
        Map<String, String> rows = new LinkedHashMap<>();
        ROW.matcher(document(language)).results().forEach((MatchResult row) -> rows.put(row.group(1), row.group(2)));
        return rows;
    }

    private static String type(JsonNode value, Language language) {
        if (value.isNumber()) {
            return (value.isIntegralNumber() ? new Text("整数", "integer") : new Text("数", "number")).in(language);
        }
        return TYPES.get(value.getNodeType()).in(language);
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void namesEveryFieldWithItsType(Language language) throws IOException {
        Map<String, Set<JsonNode>> written = new HashMap<>();
        fields("", written(), written);
        written.keySet().removeIf(path -> path.endsWith("[]"));
        Map<String, String> rows = rows(language);
        assertThat(rows.keySet()).containsExactlyInAnyOrderElementsOf(written.keySet());
        written.forEach((path, values) -> {
            Set<String> types = new TreeSet<>();
            values.forEach(value -> types.add(type(value, language)));
            assertThat(Set.of(rows.get(path).split("、|, | or |或"))).as(path).isEqualTo(types);
        });
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void hasAnExampleAsItIsWritten(Language language) throws IOException {
        List<String> examples = EXAMPLE.matcher(document(language))
                .results()
                .map(match -> match.group(1))
                .toList();
        assertThat(examples).hasSize(1);
        assertThat(new ObjectMapper().readTree(examples.get(0))).isEqualTo(written());
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void namesEveryStateAndEveryKindOfFault(Language language) throws IOException {
        String document = document(language);
        assertThat(Stream.concat(
                        Arrays.stream(State.values()).map(state -> state.name().toLowerCase(Locale.ROOT)),
                        Arrays.stream(FrameError.values()).map(FrameError::key)))
                .allSatisfy(word -> assertThat(document).contains("`" + word + "`"));
    }
}
