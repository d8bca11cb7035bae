package org.plumbline.probe;

import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.plumbline.bench.Bench;
import org.plumbline.bench.ChannelSpec;
import org.plumbline.channel.Adapters;
import org.plumbline.channel.Codec;
import org.plumbline.channel.Key;
import org.plumbline.channel.Link;
import org.plumbline.channel.Packet;
import org.plumbline.channel.Receiver;
import org.plumbline.channel.Transport;
import org.plumbline.modbus.ModbusRtuCodec;
import org.plumbline.modbus.ModbusTcpCodec;
import org.plumbline.standard.Completeness;
import org.plumbline.text.Text;
import org.plumbline.timeline.VirtualClock;

/** A device that says packets in turn, one every tenth of a second, and answers what it is asked at once. */
final class Speech implements Transport, Link {

    private static final long PERIOD = 100_000_000L;

    private final String name;
    private final List<Packet> packets;
    private final UnaryOperator<byte[]> answer;
    private final VirtualClock clock = new VirtualClock();
    private boolean closes;
    private @Nullable Receiver receiver;

    private Speech(String name, List<Packet> packets, UnaryOperator<byte[]> answer) {
        this.name = name;
        this.packets = packets;
        this.answer = answer;
    }

    /** @param name of the transport that it is heard over */
    static Speech over(String name, Packet... packets) {
        return new Speech(name, List.of(packets), question -> new byte[0]);
    }

    /** One that says nothing by itself; no bytes are no answer. */
    static Speech answering(String name, UnaryOperator<byte[]> answer) {
        return new Speech(name, List.of(), answer);
    }

    /** It closes the connection behind its first packet, or at once. */
    Speech closing() {
        closes = true;
        return this;
    }

    /** What a probe of three seconds finds of it on a {@link LoneChannel}. */
    ChannelFinding heard(Codec codec, Map<String, ?> channel, Map<String, ?> signal) {
        Bench bench = LoneChannel.bench(name, codec.name(), channel, signal);
        Adapters adapters = new Adapters(List.of(this), List.of(codec, new ModbusRtuCodec(), new ModbusTcpCodec()));
        return new Probe(bench, adapters, clock, Completeness.DEFAULT, words -> {})
                .listen(30 * PERIOD)
                .channels()
                .get(0);
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public List<Key> keys() {
        return List.of();
    }

    @Override
    public Link open(ChannelSpec channel, Receiver to) {
        receiver = to;
        if (!packets.isEmpty()) {
            sayAt(clock.now() + PERIOD, 0);
        }
        if (closes) {
            clock.schedule(clock.now() + PERIOD * 3 / 2, () -> {
                receiver = null;
                to.lost(new Text("终了", "the end"));
            });
        }
        return this;
    }

    private void sayAt(long at, int turn) {
        clock.schedule(at, () -> {
            if (receiver != null) {
                receiver.received(at, packets.get(turn % packets.size()));
                sayAt(at + PERIOD, turn + 1);
            }
        });
    }

    @Override
    public void send(Packet question) {
        byte[] bytes = answer.apply(question.payload());
        long at = clock.now() + 1;
        clock.schedule(at, () -> {
            if (receiver != null && bytes.length > 0) {
                receiver.received(at, Packet.of(bytes));
            }
        });
    }

    @Override
    public boolean retune(int baud) {
        return false;
    }

    @Override
    public void close() {
        receiver = null;
    }
}
