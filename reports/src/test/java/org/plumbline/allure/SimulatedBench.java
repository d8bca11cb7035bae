package org.plumbline.allure;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.plumbline.bench.Bench;
import org.plumbline.bench.ChannelSpec;
import org.plumbline.bench.CommandSpec;
import org.plumbline.bench.Device;
import org.plumbline.bench.DeviceIdentity;
import org.plumbline.bench.Laboratory;
import org.plumbline.bench.Secrets;
import org.plumbline.bench.Settings;
import org.plumbline.bench.SignalSpec;
import org.plumbline.channel.Adapters;
import org.plumbline.channel.Codec;
import org.plumbline.channel.DecodeSink;
import org.plumbline.channel.Decoder;
import org.plumbline.channel.Encoder;
import org.plumbline.channel.FrameError;
import org.plumbline.channel.Key;
import org.plumbline.channel.Link;
import org.plumbline.channel.Packet;
import org.plumbline.channel.Receiver;
import org.plumbline.channel.Value;
import org.plumbline.error.Place;
import org.plumbline.quantity.Quantity;
import org.plumbline.quantity.Unit;
import org.plumbline.run.Session;
import org.plumbline.run.Wiring;
import org.plumbline.standard.Standard;
import org.plumbline.timeline.VirtualClock;

/** A vehicle that keeps its depth, on a line of {@code name=value} packets each 20 ms; stops 0.8 s after a command. */
final class SimulatedBench {

    static final Unit M = Unit.of("m").orElseThrow();

    private static final String CHANNEL = "nav";
    private static final long PERIOD = 20_000_000;

    private final VirtualClock clock = new VirtualClock();
    private final Random noise = new Random(7);
    private long stopped = Long.MAX_VALUE;

    static Bench bench() {
        Secrets secrets = new Secrets(name -> "pass-9431");
        secrets.resolve("${env:BROKER}", Place.of("bench.yaml"));
        return new Bench(
                new Laboratory("水下装备检测中心", ""),
                "王工",
                Map.of("水温", "12 degC"),
                device(),
                List.of(),
                42,
                null,
                secrets,
                null,
                null);
    }

    private static Device device() {
        Map<String, SignalSpec> signals = new LinkedHashMap<>();
        signals.put("depth", new SignalSpec("depth", CHANNEL, M, null, new Quantity(0.01, M), Settings.of(Map.of())));
        signals.put("mode", new SignalSpec("mode", CHANNEL, Unit.ONE, null, null, Settings.of(Map.of())));
        return new Device(
                new DeviceIdentity("underwater", "海准", "HZ-1", "SN-0007", "1.2.3"),
                Map.of("U-CRAWLER", false),
                Map.of("heartbeat-time-out", new Quantity(1, Unit.S)),
                Map.of(CHANNEL, new ChannelSpec(CHANNEL, Device.OWNER, "simulated", "pairs", Settings.of(Map.of()))),
                signals,
                Map.of("stop", new CommandSpec("stop", CHANNEL, true, Settings.of(Map.of()))));
    }

    Session open(Standard standard) {
        Wiring wiring = (channel, receiver) -> link(receiver);
        return Session.open(
                standard, bench(), new Adapters(List.of(), List.of(new Pairs())), wiring, clock, observation -> {});
    }

    private Link link(Receiver receiver) {
        tick(receiver, 0);
        return new Link() {
            @Override
            public void send(Packet packet) {
                stopped = clock.now() + 790_000_000;
            }

            @Override
            public void close() {}
        };
    }

    private void tick(Receiver receiver, long at) {
        clock.schedule(at, () -> {
            double depth = 4 + 0.03 * Math.sin(at / 1e9 * 2) + 0.004 * noise.nextGaussian();
            String mode = at >= stopped ? "stopped" : "depth-hold";
            receiver.received(
                    at, Packet.of("depth=%.4f mode=%s".formatted(depth, mode).getBytes(StandardCharsets.UTF_8)));
            tick(receiver, at + PERIOD);
        });
    }

    /** {@code name=value name=value}. */
    private static final class Pairs implements Codec {

        @Override
        public String name() {
            return "pairs";
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
            return (time, packet, sink) -> {
                sink.frame(time, packet);
                List<String> pairs = new ArrayList<>(List.of(packet.text().split(" ")));
                signals.forEach(signal -> pairs.forEach(pair -> sample(signal, pair, sink)));
                if (time == PERIOD * 5) {
                    sink.error(FrameError.CHECKSUM, "expected 5A, is 5B; pass-9431");
                }
            };
        }

        private static void sample(SignalSpec signal, String pair, DecodeSink sink) {
            String value = pair.substring(pair.indexOf('=') + 1);
            if (pair.startsWith(signal.name() + "=")) {
                sink.sample(
                        signal,
                        signal.unit().equals(M)
                                ? new Value.Numeric(Double.parseDouble(value))
                                : new Value.Literal(value));
            }
        }

        @Override
        public Encoder encoder(ChannelSpec channel, CommandSpec command) {
            return parameters -> Packet.of(command.name().getBytes(StandardCharsets.UTF_8));
        }
    }
}
