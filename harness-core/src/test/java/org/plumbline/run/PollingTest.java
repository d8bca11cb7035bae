package org.plumbline.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.plumbline.bench.ChannelSpec;
import org.plumbline.bench.CommandSpec;
import org.plumbline.bench.SignalSpec;
import org.plumbline.channel.Adapters;
import org.plumbline.channel.Codec;
import org.plumbline.channel.DecodeSink;
import org.plumbline.channel.Decoder;
import org.plumbline.channel.Encoder;
import org.plumbline.channel.Key;
import org.plumbline.channel.Link;
import org.plumbline.channel.Packet;
import org.plumbline.channel.Poller;
import org.plumbline.timeline.VirtualClock;

class PollingTest {

    /** Its plan overflows the stack after a second. */
    private static final class Overflowing implements Codec, Poller {

        private final PairCodec pairs = new PairCodec();

        @Override
        public long freeAt() {
            return 0;
        }

        @Override
        public long dueAt() {
            return Rig.SECOND;
        }

        @Override
        public void expire(long time, DecodeSink sink) {}

        @Override
        public Optional<Packet> next(long time) {
            throw new StackOverflowError();
        }

        @Override
        public Packet ask(long time, Packet question) {
            return question;
        }

        @Override
        public void decode(long time, Packet packet, DecodeSink sink) {}

        @Override
        public String name() {
            return pairs.name();
        }

        @Override
        public List<Key> channelKeys() {
            return List.of();
        }

        @Override
        public List<Key> signalKeys() {
            return List.of();
        }

        @Override
        public List<Key> commandKeys() {
            return List.of();
        }

        @Override
        public Decoder decoder(ChannelSpec channel, List<SignalSpec> signals) {
            return channel.name().equals("wire") ? this : pairs.decoder(channel, signals);
        }

        @Override
        public Encoder encoder(ChannelSpec channel, CommandSpec command) {
            return pairs.encoder(channel, command);
        }
    }

    private static Link wire() {
        return new Link() {
            @Override
            public void send(Packet packet) {}

            @Override
            public void close() {}
        };
    }

    /** The clock would only log it: nothing would be asked any more, and the device would look silent. */
    @Test
    void anErrorOfThePlanIsALossOfTheChannel() {
        VirtualClock clock = new VirtualClock();
        Adapters adapters = new Adapters(List.of(), List.of(new Overflowing()));
        try (Session session =
                Session.open(Rig.standard(), Rig.bench(Map.of()), adapters, (channel, to) -> wire(), clock, o -> {})) {
            clock.await(() -> false, 2 * Rig.SECOND);
            assertThat(session.timeline().lostChannelsNow())
                    .extracting(event -> event.channel() + ": " + event.detail().en())
                    .containsExactly("wire: the decoder failed: java.lang.StackOverflowError");
        }
    }
}
