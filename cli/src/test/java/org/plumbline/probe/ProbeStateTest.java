package org.plumbline.probe;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.plumbline.bench.Bench;
import org.plumbline.bench.Calibration;
import org.plumbline.bench.ChannelSpec;
import org.plumbline.bench.Device;
import org.plumbline.bench.DeviceIdentity;
import org.plumbline.bench.IdentityReport;
import org.plumbline.bench.Instrument;
import org.plumbline.bench.Laboratory;
import org.plumbline.bench.Sampling;
import org.plumbline.bench.Secrets;
import org.plumbline.bench.Settings;
import org.plumbline.bench.SignalSpec;
import org.plumbline.channel.Adapters;
import org.plumbline.channel.Key;
import org.plumbline.channel.Link;
import org.plumbline.channel.Packet;
import org.plumbline.channel.Receiver;
import org.plumbline.channel.Transport;
import org.plumbline.channel.Value;
import org.plumbline.lines.LinesCodec;
import org.plumbline.quantity.Quantity;
import org.plumbline.quantity.Unit;
import org.plumbline.standard.Completeness;
import org.plumbline.text.Text;
import org.plumbline.timeline.VirtualClock;

/** When a channel that delivers all the same is not ready. The virtual day is 2026-01-01; each channel is heard for 3 s. */
class ProbeStateTest {

    private static final long SECOND = 1_000_000_000L;
    private static final List<Double> STEADY = List.of(1.0, 1.4, 1.8, 2.2, 2.6, 3.0);
    private static final Unit M = Unit.of("m").orElseThrow();

    private final VirtualClock clock = new VirtualClock();
    private final Map<String, Receiver> receivers = new HashMap<>();
    private final List<Set<String>> openAsAllStand = new ArrayList<>();
    private final Map<String, List<Double>> speech = new HashMap<>(Map.of("nav", STEADY, "tape", STEADY));
    private final Map<String, Double> intervals = new HashMap<>();
    private final Set<String> onEvent = new HashSet<>();
    private Map<String, IdentityReport> reports = Map.of();
    private String firmware = "1";
    private Unit unit = M;
    private Map<String, String> read = Map.of("group", "d");
    private Completeness required = Completeness.DEFAULT;

    private final class Wire implements Transport {

        @Override
        public String name() {
            return "wire";
        }

        @Override
        public List<Key> keys() {
            return List.of();
        }

        @Override
        public Link open(ChannelSpec channel, Receiver receiver) {
            receivers.put(channel.name(), receiver);
            return new Link() {
                @Override
                public void send(Packet packet) {
                    throw new AssertionError("a probe sends nothing");
                }

                @Override
                public void allStand() {
                    openAsAllStand.add(Set.copyOf(receivers.keySet()));
                }

                @Override
                public void close() {}
            };
        }
    }

    private void speaks(String channel, String words, double seconds) {
        long time = Math.round(seconds * SECOND);
        clock.schedule(time, () -> receivers.get(channel).received(time, Packet.of(words.getBytes(US_ASCII))));
    }

    private void devicesSpeak() {
        speech.forEach((channel, times) -> {
            times.stream().limit(1).forEach(first -> speaks(channel, "begun before\n", first));
            times.forEach(time -> speaks(channel, "4 m\n", time));
        });
    }

    private static Map<String, ChannelSpec> channel(String name, String owner) {
        Settings settings = Settings.of(Map.of("pattern", "(?<d>\\S+) m"));
        return Map.of(name, new ChannelSpec(name, owner, "wire", "lines", settings));
    }

    private Map<String, SignalSpec> signal(String name, String channel) {
        Sampling sampling = new Sampling(null, null, null, intervals.get(channel), onEvent.contains(name));
        return Map.of(name, new SignalSpec(name, channel, unit, null, null, sampling, Settings.of(read)));
    }

    private List<ChannelFinding> findings(@Nullable Calibration calibration) {
        return probed(calibration).channels();
    }

    private Probed probed(@Nullable Calibration calibration) {
        Device device = new Device(
                new DeviceIdentity("test", "m", "x", "1", firmware),
                Map.of(),
                Map.of(),
                channel("nav", Device.OWNER),
                signal("level", "nav"),
                Map.of(),
                reports);
        Instrument gauge = new Instrument(
                "gauge",
                "m",
                "g",
                "2",
                calibration,
                channel("tape", "gauge"),
                signal("true-level", "tape"),
                Map.of(),
                Map.of());
        Bench bench = new Bench(
                new Laboratory("lab", ""),
                "operator",
                Map.of(),
                device,
                List.of(gauge),
                1,
                null,
                new Secrets(name -> null),
                null,
                null);
        Adapters adapters = new Adapters(List.of(new Wire()), List.of(new LinesCodec()));
        devicesSpeak();
        return new Probe(bench, adapters, clock, required, words -> {}).listen(3 * SECOND);
    }

    private static Calibration due(String day) {
        return new Calibration("C-1", LocalDate.parse(day), new Quantity(0.01, M), 2);
    }

    /** A device that the bench's own broker let in before would have spoken to nobody. */
    @Test
    void devicesAreLetInOnceEveryChannelStands() {
        findings(due("2026-01-01"));
        assertThat(openAsAllStand).containsExactly(Set.of("nav", "tape"), Set.of("nav", "tape"));
    }

    @Test
    void onesWithoutAnyIncidentAreReady() {
        assertThat(findings(due("2026-01-01")))
                .extracting(ChannelFinding::state, ChannelFinding::reasons)
                .containsOnly(tuple(State.READY, List.of()));
    }

    /** It may have waited until every channel stood. */
    @Test
    void aDeviceThatComesLateIsCountedFromThen() {
        Heard heard = findings(null).get(0).heard().orElseThrow();
        assertThat(heard.signals().get("level").samples()).isEqualTo(new Arrivals(6, SECOND, 3 * SECOND));
    }

    private void assertDoubtful(String channel, String zh, String en) {
        assertThat(findings(null))
                .filteredOn(finding -> finding.channel().name().equals(channel))
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.state()).isEqualTo(State.DOUBTFUL);
                    assertThat(finding.reasons())
                            .containsExactly(new Text(
                                    zh + "，不能据此判定；请检查其是否一直在发送，并按实际声明 interval",
                                    en + ": not judged; check whether it keeps sending, and declare its interval as it"
                                            + " is"));
                });
    }

    @Test
    void aDeviceThatFallsSilentLeavesDoubt() {
        speech.put("nav", List.of(1.0, 1.1, 1.2));
        assertDoubtful(
                "nav",
                "设备的信号 level 在该时段内中断 1.800 s（允许 1.000 s）",
                "the device's signal level has a gap of 1.800 s in the stretch (allowed: 1.000 s)");
    }

    @Test
    void anInstrumentThatIsSlowerThanARunAllowsLeavesDoubt() {
        speech.put("tape", List.of(1.0, 2.0, 3.0));
        assertDoubtful(
                "tape",
                "测量仪器的信号 true-level 在该时段内中断 1.000 s（允许 0.500 s）",
                "the instrument's signal true-level has a gap of 1.000 s in the stretch (allowed: 0.500 s)");
    }

    @Test
    void aStandardMayAllowMore() {
        required = new Completeness(0.01, 1, 1.5, 2);
        speech.putAll(Map.of("nav", List.of(1.0, 1.1, 1.2), "tape", List.of(1.0, 2.0, 3.0)));
        assertThat(findings(null)).extracting(ChannelFinding::state).containsOnly(State.READY);
    }

    @Test
    void anIntervalThatIsNotKeptLeavesDoubt() {
        intervals.put("nav", 0.02);
        assertDoubtful(
                "nav",
                "设备的信号 level 在该时段内中断 0.400 s（允许 0.060 s）",
                "the device's signal level has a gap of 0.400 s in the stretch (allowed: 0.060 s)");
    }

    @Test
    void ofAnInstrumentOneSampleIsTooLittle() {
        speech.put("tape", List.of(1.0));
        assertDoubtful(
                "tape",
                "测量仪器的信号 true-level 在该时段内中断 2.000 s（允许 0.500 s）",
                "the instrument's signal true-level has a gap of 2.000 s in the stretch (allowed: 0.500 s)");
    }

    @Test
    void aSlowOneThatDeclaresItsIntervalIsReady() {
        intervals.putAll(Map.of("nav", 1.0, "tape", 10.0));
        speech.putAll(Map.of("nav", List.of(1.0, 2.0, 3.0), "tape", List.of(1.0)));
        assertThat(findings(null)).extracting(ChannelFinding::state).containsOnly(State.READY);
    }

    /** Such as a mode that is sent when it changes. */
    @Test
    void whatADeviceSaysOnceOrTwiceShowsNoInterval() {
        speech.put("nav", List.of(1.0, 1.1));
        assertThat(findings(null)).extracting(ChannelFinding::state).containsOnly(State.READY);
    }

    @Test
    void whatComesOnlyWithEventsMayBeSilent() {
        onEvent.add("level");
        speech.put("nav", List.of());
        assertThat(findings(null))
                .extracting(ChannelFinding::state, ChannelFinding::reasons)
                .containsOnly(tuple(State.READY, List.of()));
    }

    @Test
    void whatComesOnlyWithEventsHasNoGaps() {
        onEvent.add("level");
        speech.put("nav", List.of(1.0, 1.1, 1.2));
        assertThat(findings(null)).extracting(ChannelFinding::state).containsOnly(State.READY);
    }

    /** That no event came is one thing, that it cannot be read another. */
    @Test
    void whatCannotBeReadIsNoSilence() {
        onEvent.add("level");
        speech.put("nav", List.of());
        List.of(1.0, 1.5, 2.0).forEach(time -> speaks("nav", "noise\n", time));
        assertThat(findings(null)).extracting(ChannelFinding::state).containsExactly(State.BROKEN, State.READY);
    }

    /** As a number between quotation marks does: no trace can be measured. */
    @Test
    void aTextInPlaceOfAMeasuredNumberLeavesDoubt() {
        read = Map.of("group", "d", "type", "text");
        assertThat(findings(null).get(0)).satisfies(finding -> {
            assertThat(finding.state()).isEqualTo(State.DOUBTFUL);
            assertThat(finding.reasons())
                    .containsExactly(new Text(
                            "信号 level 的单位是 m，却收到“4”，不是数值，不能据此判定；请使其读作数值，或去掉 unit",
                            "signal level has the unit m, but \"4\" came, which is not a number: not judged; have it read as a"
                                    + " number, or take unit out"));
        });
    }

    @ParameterizedTest
    @CsvSource({"'', 2026-01-01T00:00:00Z", "s, 2026-01-01T00:00:00Z", "'', four"})
    void aTimeStampMayBeATextAndSoMayWhatHasNoUnit(String symbol, String text) {
        read = Map.of("group", "d", "type", "text");
        unit = symbol.isEmpty() ? Unit.ONE : Unit.S;
        speech.put("nav", List.of());
        STEADY.forEach(time -> speaks("nav", text + " m\n", time));
        assertThat(findings(null).get(0).state()).isEqualTo(State.READY);
    }

    @Test
    void oneTextAmongNumbersIsNotForgotten() {
        SignalSeen number = SignalSeen.first(1, new Value.Numeric(9.9));
        Value text = new Value.Literal("99.9");
        assertThat(number.then(SignalSeen.first(2, text)).then(number).noNumber())
                .contains(text);
        assertThat(number.then(number).noNumber()).isEmpty();
        assertThat(SignalSeen.first(1, new Value.Numeric(Double.NaN)).noNumber())
                .isPresent();
    }

    /** 2.10 comes after 2.9, 2.1 before 2.2. */
    @Test
    void aVersionThatIsReadAsANumberIsNotToldFromAnother() {
        reports = Map.of("firmware", new IdentityReport("level", Optional.empty()));
        firmware = "4.10";
        speech.put("nav", List.of());
        speaks("nav", "begun before\n4.1 m\n", 1);
        assertThat(probed(null).identity())
                .extracting(IdentityFinding::reason)
                .containsExactly(Optional.of(new Text(
                        "设备报告的 firmware 读作数 4.1，分不清 4.1 与 4.10: 请将信号 level 读作文本（type: text）",
                        "the device says firmware 4.1, read as a number, which does not tell 4.1 from 4.10: read signal level"
                                + " as a text (type: text)")));
    }

    @Test
    void whoADeviceIsNeedNotBeSaidAgain() {
        reports = Map.of("model", new IdentityReport("level", Optional.empty()));
        speech.put("nav", List.of(1.0, 1.1, 1.2));
        assertThat(findings(null)).extracting(ChannelFinding::state).containsOnly(State.READY);
    }

    @Test
    void bytesThatWereThrownAwayLeaveDoubt() {
        clock.schedule(2 * SECOND, () -> receivers.get("nav").overrun(2 * SECOND, new Text("溢出", "it overran")));
        assertThat(findings(null).get(0)).satisfies(finding -> {
            assertThat(finding.state()).isEqualTo(State.DOUBTFUL);
            assertThat(finding.reasons()).containsExactly(new Text("溢出", "it overran"));
        });
    }

    @Test
    void aLossLeavesDoubtAlthoughTheChannelCameBack() {
        clock.schedule(SECOND / 2, () -> receivers.get("nav").lost(new Text("拔出", "unplugged")));
        clock.schedule(SECOND * 3 / 4, () -> receivers.get("nav").restored());
        assertThat(findings(null).get(0)).satisfies(finding -> {
            assertThat(finding.state()).isEqualTo(State.DOUBTFUL);
            assertThat(finding.reasons())
                    .containsExactly(new Text("通道曾中断，后又恢复: 拔出", "the channel was lost and came back: unplugged"));
        });
    }

    @Test
    void aLossThatLastsIsSaidOnce() {
        clock.schedule(2 * SECOND, () -> receivers.get("nav").lost(new Text("拔出", "unplugged")));
        assertThat(findings(null).get(0)).satisfies(finding -> {
            assertThat(finding.state()).isEqualTo(State.BROKEN);
            assertThat(finding.reasons()).containsExactly(new Text("通道中断: 拔出", "the channel was lost: unplugged"));
        });
    }

    @Test
    void anInstrumentOutOfCalibrationLeavesDoubt() {
        assertThat(findings(due("2025-12-31")))
                .satisfiesExactly(nav -> assertThat(nav.state()).isEqualTo(State.READY), tape -> {
                    assertThat(tape.state()).isEqualTo(State.DOUBTFUL);
                    assertThat(tape.reasons())
                            .containsExactly(new Text(
                                    "测量仪器 gauge 的校准已于 2025-12-31 到期，其示值不能用于判定",
                                    "the calibration of instrument gauge was due on 2025-12-31:"
                                            + " what it measures is not judged by"));
                });
    }
}
