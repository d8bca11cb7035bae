package org.plumbline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.plumbline.bench.ChannelSpec;
import org.plumbline.bench.Device;
import org.plumbline.bench.Sampling;
import org.plumbline.bench.Settings;
import org.plumbline.bench.SignalSpec;
import org.plumbline.channel.Packet;
import org.plumbline.channel.Value;
import org.plumbline.probe.Arrivals;
import org.plumbline.probe.ChannelFinding;
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

/** What is said of a device's ICS: it has a temperature and a switch, and is heard for a second. */
class ProbeTableTest {

    private static final IdentityFinding MODEL =
            new IdentityFinding("model", "X-1", Optional.of("X-1"), Optional.empty());

    private static SignalSpec signal(String name) {
        Sampling sampling = new Sampling(null, null, null, null, name.equals("switch"));
        return new SignalSpec(name, "nav", Unit.ONE, null, null, sampling, Settings.of(Map.of()));
    }

    private static Probed heard(String... signals) {
        SignalSeen seen = new SignalSeen(new Arrivals(1, 1, 1), new Value.Numeric(4), Optional.empty());
        Heard heard = new Heard(
                1_000_000_000L,
                1,
                new Arrivals(1, 1, 1),
                0,
                0,
                Map.of(),
                Set.of(signals).stream().collect(Collectors.toMap(Function.identity(), name -> seen)),
                List.of(),
                Map.of(),
                new byte[1],
                Packet.of(new byte[1]),
                Text.same(""),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
        ChannelSpec channel = new ChannelSpec("nav", Device.OWNER, "serial", "lines", Settings.of(Map.of()));
        List<SignalSpec> declared = List.of(signal("temperature"), signal("switch"));
        return new Probed(
                List.of(new ChannelFinding(channel, declared, State.READY, Optional.of(heard), 1, List.of())),
                List.of(MODEL));
    }

    private static ProbeTable table(Probed probed, boolean declared, String signal) {
        IcsItem item = new IcsItem("I-1", new Text("有", "has it"));
        IcsEvidence evidence = new IcsEvidence(item, declared, Set.of(signal));
        SuiteDemands suite = new SuiteDemands(Completeness.DEFAULT, List.of(evidence));
        return new ProbeTable(probed, Optional.of(suite), Language.EN);
    }

    private static void assertFits(ProbeTable table) {
        assertThat(table.worst()).isEqualTo(State.READY);
        assertThat(table.lines()).noneMatch(line -> line.startsWith("!")).noneMatch(line -> line.contains("compared"));
        assertThat(table.conclusion()).isEqualTo("the bench is ready");
    }

    private static void assertDoubtful(ProbeTable table, String why) {
        assertThat(table.worst()).isEqualTo(State.DOUBTFUL);
        assertThat(table.lines()).endsWith("! I-1: " + why);
        assertThat(table.conclusion()).isEqualTo("the bench is not ready: I-1");
    }

    @Test
    void whatIsDeclaredHasToArrive() {
        assertFits(table(heard("temperature"), true, "temperature"));
        assertDoubtful(
                table(heard("switch"), true, "temperature"),
                "it is declared, but these signals do not arrive: temperature");
    }

    @Test
    void unlessItComesOnlyWithEvents() {
        assertFits(table(heard("temperature"), true, "switch"));
        assertFits(table(heard("temperature", "switch"), true, "switch"));
    }

    @Test
    void whatIsNotDeclaredMustNotArrive() {
        assertFits(table(heard("switch"), false, "temperature"));
        for (String signal : List.of("temperature", "switch")) {
            assertDoubtful(
                    table(heard(signal), false, signal), "it is not declared, but these signals arrive: " + signal);
        }
    }

    @Test
    void machinesReadTheSame() throws IOException {
        ObjectMapper mapper = new ObjectMapper();
        JsonNode node = mapper.readTree(new ProbeJson(table(heard("temperature"), false, "temperature"))
                .node()
                .toString());
        assertThat(node).isEqualTo(mapper.readTree("""
                {"ready": false, "state": "doubtful",
                 "channels": [{"name": "nav", "transport": "serial", "codec": "lines", "state": "ready", "bytes": 1, "frames": 1,
                   "perSecond": 1.0, "faults": {}, "signals": [
                     {"name": "temperature", "unit": "1", "samples": 1, "perSecond": 1.0, "last": 4.0, "ageSeconds": 0.0},
                     {"name": "switch", "unit": "1"}], "reasons": []}],
                 "identity": [{"key": "model", "declared": "X-1", "said": "X-1", "reasons": []}],
                 "ics": [{"item": "I-1", "declared": false, "signals": ["temperature"],
                   "reasons": ["it is not declared, but these signals arrive: temperature"]}]}
                """));
        Probed unasked = new Probed(heard().channels(), List.of());
        assertThat(new ProbeJson(new ProbeTable(unasked, Optional.empty(), Language.EN))
                        .node()
                        .fieldNames())
                .toIterable()
                .containsExactly("ready", "state", "channels");
    }

    @Test
    void whatWasNotComparedIsSaid() {
        Probed unasked = new Probed(heard("temperature").channels(), List.of());
        ProbeTable english = new ProbeTable(unasked, Optional.empty(), Language.EN);
        assertThat(english.lines())
                .endsWith("identity not asked: device.yaml has no identity", "ICS not compared: name --suite");
        assertThat(english.worst()).isEqualTo(State.READY);
        assertThat(new ProbeTable(unasked, Optional.empty(), Language.ZH).lines())
                .endsWith("身份未核对: device.yaml 没有 identity", "ICS 未核对: 请用 --suite 指明套件");
    }
}
