package org.plumbline.probe;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.plumbline.bench.Bench;
import org.plumbline.bench.Calibration;
import org.plumbline.bench.ChannelSpec;
import org.plumbline.bench.Device;
import org.plumbline.bench.DeviceIdentity;
import org.plumbline.bench.Instrument;
import org.plumbline.bench.Laboratory;
import org.plumbline.bench.Secrets;
import org.plumbline.bench.Settings;
import org.plumbline.bench.SignalSpec;
import org.plumbline.channel.Adapters;
import org.plumbline.channel.Key;
import org.plumbline.channel.Link;
import org.plumbline.channel.Packet;
import org.plumbline.channel.Receiver;
import org.plumbline.channel.Transport;
import org.plumbline.lines.LinesCodec;
import org.plumbline.quantity.Quantity;
import org.plumbline.quantity.Unit;
import org.plumbline.text.Text;
import org.plumbline.timeline.VirtualClock;

/** When a channel that delivers all the same is not ready. The virtual day is 2026-01-01; each channel hears 4 m at 1 s. */
class ProbeStateTest {

    private static final long SECOND = 1_000_000_000L;
    private static final Unit M = Unit.of("m").orElseThrow();

    private final VirtualClock clock = new VirtualClock();
    private final Map<String, Receiver> receivers = new HashMap<>();
    private final List<Set<String>> openAsAllStand = new ArrayList<>();

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

    @BeforeEach
    void devicesSpeak() {
        speakAt(SECOND, "begun before\n4 m\n");
    }

    private void speakAt(long time, String words) {
        clock.schedule(time, () -> receivers
                .values()
                .forEach(receiver -> receiver.received(time, Packet.of(words.getBytes(US_ASCII)))));
    }

    private static Map<String, ChannelSpec> channel(String name, String owner) {
        Settings settings = Settings.of(Map.of("pattern", "(?<d>\\S+) m"));
        return Map.of(name, new ChannelSpec(name, owner, "wire", "lines", settings));
    }

    private static Map<String, SignalSpec> signal(String name, String channel) {
        return Map.of(name, new SignalSpec(name, channel, M, null, null, Settings.of(Map.of("group", "d"))));
    }

    private List<ChannelFinding> findings(@Nullable Calibration calibration) {
        Device device = new Device(
                new DeviceIdentity("test", "m", "x", "1", "1"),
                Map.of(),
                Map.of(),
                channel("nav", Device.OWNER),
                signal("level", "nav"),
                Map.of());
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
        return new Probe(bench, adapters, clock, words -> {}).listen(3 * SECOND).channels();
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
        speakAt(2_100_000_000L, "4 m\n");
        speakAt(2_200_000_000L, "4 m\n");
        speakAt(2_300_000_000L, "4 m\n");
        ChannelFinding nav = findings(null).get(0);
        assertThat(nav.heard().orElseThrow().duration()).isEqualTo(3 * SECOND);
        assertThat(nav.heard().orElseThrow().signals().get("level").samples())
                .isEqualTo(new Arrivals(4, SECOND, 2_300_000_000L));
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
