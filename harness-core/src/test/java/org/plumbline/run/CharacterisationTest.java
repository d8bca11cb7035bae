package org.plumbline.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.plumbline.bench.ChannelSpec;
import org.plumbline.bench.Settings;
import org.plumbline.channel.Adapters;
import org.plumbline.channel.Key;
import org.plumbline.channel.Link;
import org.plumbline.channel.Loopback;
import org.plumbline.channel.Receiver;
import org.plumbline.channel.Transport;
import org.plumbline.measure.Measurement;
import org.plumbline.measure.Times;
import org.plumbline.measure.Timing;
import org.plumbline.text.Text;

class CharacterisationTest {

    private static ChannelLatency latency(String transport, long p99) {
        return new ChannelLatency("c", transport, 200, p99 / 2, p99, 1, null);
    }

    private static ChannelSpec channel(String transport) {
        return new ChannelSpec("c", "device", transport, "lines", Settings.of(Map.of()));
    }

    /** Two channels of one kind may lead to different brokers. */
    @Test
    void everyChannelIsMeasuredOnItsOwn() {
        Transport transport = new Transport() {
            @Override
            public String name() {
                return "none";
            }

            @Override
            public List<Key> keys() {
                return List.of();
            }

            @Override
            public Link open(ChannelSpec channel, Receiver receiver) {
                throw new AssertionError("only its loopback is asked for");
            }

            @Override
            public Loopback loopback(ChannelSpec channel, LongSupplier now) {
                return channel.name().equals("wire")
                        ? new Loopback(List.of(7_000_000L), null)
                        : Loopback.none(new Text("拒绝", "refused"));
            }
        };
        Characterisation measured =
                Characterisation.of(Rig.bench(Map.of()), new Adapters(List.of(transport), List.of()));
        assertThat(measured.channels())
                .containsExactlyInAnyOrder(
                        new ChannelLatency("wire", "none", 1, 7_000_000, 7_000_000, 0, null),
                        new ChannelLatency("gauge", "none", 0, 0, 0, 0, new Text("拒绝", "refused")));
        assertThat(measured.halfWidth()).isEqualTo(0.007);
    }

    @Test
    void medianAndPercentileAreByNearestRank() {
        List<Long> nanos =
                LongStream.rangeClosed(1, 200).map(i -> 201 - i).boxed().toList();
        assertThat(ChannelLatency.of(channel("serial"), new Loopback(nanos, null)))
                .isEqualTo(new ChannelLatency("c", "serial", 200, 100, 198, 1, null));
    }

    @Test
    void jitterIsTheMeanDifferenceFromOneMessageToTheNext() {
        assertThat(ChannelLatency.of(channel("mqtt"), new Loopback(List.of(10L, 40L, 20L), null))
                        .jitter())
                .isEqualTo(25);
    }

    @Test
    void whatCouldNotBeMeasuredSaysWhyAndLeavesTheAssumedFigure() {
        ChannelLatency none = ChannelLatency.of(channel("mqtt"), Loopback.none(new Text("拒绝", "refused")));
        assertThat(none.words())
                .isEqualTo(new Text("未测定，按假定值计（拒绝）", "not characterised, the assumed figure counts (refused)"));
        assertThat(new Characterisation(30, List.of(none)).halfWidth()).isEqualTo(0.001);
        assertThat(Characterisation.NONE.halfWidth()).isEqualTo(0.001);
    }

    @Test
    void theWorstChannelDecidesWhereItIsMoreThanAssumed() {
        assertThat(new Characterisation(30, List.of(latency("serial", 400_000), latency("mqtt", 900_000))).halfWidth())
                .isEqualTo(0.001);
        assertThat(new Characterisation(30, List.of(latency("serial", 400_000), latency("mqtt", 5_000_000)))
                        .halfWidth())
                .isEqualTo(0.005);
    }

    @Test
    void halfWidthAndResolutionAreInTheUncertaintyOfATime() {
        Times times = new Times() {
            @Override
            public int size() {
                return 1;
            }

            @Override
            public long time(int index) {
                return 1_000_000_000L;
            }
        };
        Measurement gap = new Timing(0.005, 0.016, stamp -> 0).largestGap("beat", times, 0, 1_500_000_000L);
        assertThat(gap.value()).isEqualTo(1);
        assertThat(gap.expandedUncertainty())
                .isCloseTo(2 * Math.hypot(0.005, 0.008) * Math.sqrt(2.0 / 3), within(1e-12));
        assertThat(gap.uncertainty().contributions())
                .extracting(row -> row.name().en())
                .containsExactly("time stamps at both ends of the interval", "resolution of the clock");
    }
}
