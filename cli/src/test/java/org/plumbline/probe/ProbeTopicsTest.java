package org.plumbline.probe;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.plumbline.bench.Bench;
import org.plumbline.bench.ChannelSpec;
import org.plumbline.channel.Adapters;
import org.plumbline.channel.Key;
import org.plumbline.channel.Link;
import org.plumbline.channel.Packet;
import org.plumbline.channel.Receiver;
import org.plumbline.channel.Transport;
import org.plumbline.json.JsonCodec;
import org.plumbline.standard.Completeness;
import org.plumbline.text.Text;
import org.plumbline.timeline.VirtualClock;

/** A device that publishes every ten seconds, on another topic than the bench's. */
class ProbeTopicsTest {

    private static final long SECOND = 1_000_000_000L;

    private final VirtualClock clock = new VirtualClock();

    private final class Broker implements Transport {

        @Override
        public String name() {
            return "mqtt";
        }

        @Override
        public List<Key> keys() {
            return List.of();
        }

        @Override
        public Link open(ChannelSpec channel, Receiver receiver) {
            if (channel.settings().texts("subscribe").contains("#")) {
                publishAt((clock.now() / (10 * SECOND) + 1) * 10 * SECOND, receiver);
            }
            return new Link() {
                @Override
                public void send(Packet packet) {
                    throw new AssertionError("a probe sends nothing");
                }

                @Override
                public void close() {}
            };
        }

        private void publishAt(long at, Receiver receiver) {
            clock.schedule(at, () -> {
                receiver.received(at, new Packet("rov/1/state", "{\"depth\": 4}".getBytes(UTF_8)));
                publishAt(at + 10 * SECOND, receiver);
            });
        }
    }

    private List<Text> reasons(long duration) {
        return reasons(duration, List.of("rov/2/state"));
    }

    private List<Text> reasons(long duration, List<String> subscribed) {
        Bench bench = LoneChannel.bench("mqtt", "json", Map.of("subscribe", subscribed), Map.of("pointer", "/depth"));
        Adapters adapters = new Adapters(List.of(new Broker()), List.of(new JsonCodec()));
        return new Probe(bench, adapters, clock, Completeness.DEFAULT, words -> {})
                .listen(duration)
                .channels()
                .get(0)
                .reasons();
    }

    @Test
    void otherTopicsAreLookedForAsLongAsTheChannelWasListenedTo() {
        assertThat(reasons(15 * SECOND))
                .containsExactly(
                        new Text("主题 rov/2/state 上没有消息", "no message on rov/2/state"),
                        new Text("代理上有消息的主题: rov/1/state", "topics that the broker has messages on: rov/1/state"));
    }

    @Test
    void aChannelThatSubscribesToNothingIsToldSo() {
        assertThat(reasons(SECOND, List.of()))
                .containsExactly(new Text(
                        "没有收到任何控制报文: 没有设备连接试验台自带的代理；通道也没有订阅任何主题（subscribe 为空）",
                        "no control packet comes: no device connects to the bench's own broker; nor does the channel subscribe"
                                + " to any topic (subscribe is empty)"));
    }

    @Test
    void ofABrokerThatStayedSilentItIsSaidHowLong() {
        assertThat(reasons(2 * SECOND))
                .contains(new Text(
                        "代理上 2.2 s 内没有任何消息: 设备没有连接这个代理，或发送间隔更长（请加大 --for）",
                        "the broker had no message at all in 2.2 s: the device is not connected to it, or sends more seldom"
                                + " (listen longer with --for)"));
    }

    @Test
    void noLookIsLongerThanHalfAMinute() {
        long before = clock.now();
        reasons(600 * SECOND);
        assertThat(clock.now() - before).isEqualTo(630 * SECOND);
    }
}
