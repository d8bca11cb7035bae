package org.plumbline.steps;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.plumbline.bench.Bench;
import org.plumbline.bench.ChannelSpec;
import org.plumbline.bench.CommandSpec;
import org.plumbline.bench.Device;
import org.plumbline.bench.DeviceIdentity;
import org.plumbline.bench.Laboratory;
import org.plumbline.bench.Secrets;
import org.plumbline.bench.Settings;
import org.plumbline.bench.SignalSpec;
import org.plumbline.canary.CanaryCatalogue;
import org.plumbline.channel.Adapters;
import org.plumbline.channel.Codec;
import org.plumbline.channel.Decoder;
import org.plumbline.channel.Encoder;
import org.plumbline.channel.Key;
import org.plumbline.channel.Link;
import org.plumbline.channel.Packet;
import org.plumbline.channel.Receiver;
import org.plumbline.channel.Value;
import org.plumbline.quantity.Quantity;
import org.plumbline.run.Judge;
import org.plumbline.run.RunPlan;
import org.plumbline.run.ScenarioPlan;
import org.plumbline.run.Session;
import org.plumbline.run.Trials;
import org.plumbline.run.Wiring;
import org.plumbline.text.Language;
import org.plumbline.text.Text;
import org.plumbline.timeline.Clock;
import org.plumbline.timeline.VirtualClock;

/** A device that, once a command was sent, shows one number after the other; the last of them stays. */
final class NumberBench implements Link {

    static final String COMMAND = "go";
    static final String SIGNAL = "number";

    /** It leaves the device as it is. */
    static final String QUERY = "ask";

    private static final String CHANNEL = "wire";

    private final Clock clock;
    private final Receiver receiver;
    private final long step;
    private final double[] numbers;
    private int heard;

    private NumberBench(Clock clock, Receiver receiver, long step, int heard, double[] numbers) {
        this.clock = clock;
        this.receiver = receiver;
        this.step = step;
        this.heard = heard;
        this.numbers = numbers;
    }

    /**
     * In virtual time.
     *
     * @param expanded U of the numbers, in their unit
     * @param step from one to the next, ns
     */
    static Session open(Quantity expanded, long step, double... numbers) {
        return heard(Integer.MAX_VALUE, expanded, step, numbers);
    }

    /** The same where only so many commands reach somebody, as the far side says. */
    static Session heard(int heard, Quantity expanded, long step, double... numbers) {
        Clock clock = new VirtualClock();
        return open(expanded, clock, (spec, receiver) -> new NumberBench(clock, receiver, step, heard, numbers));
    }

    /** One in which something else is the device. */
    static Session open(Quantity expanded, Clock clock, Wiring wiring) {
        ChannelSpec channel = new ChannelSpec(CHANNEL, Device.OWNER, "numbers", "numbers", Settings.of(Map.of()));
        SignalSpec signal = new SignalSpec(SIGNAL, CHANNEL, expanded.unit(), null, expanded, Settings.of(Map.of()));
        Device device = new Device(
                new DeviceIdentity("test", "m", "x", "1", "1"),
                Map.of(),
                Map.of(),
                Map.of(CHANNEL, channel),
                Map.of(SIGNAL, signal),
                Map.of(
                        COMMAND, new CommandSpec(COMMAND, CHANNEL, true, Settings.of(Map.of())),
                        QUERY, new CommandSpec(QUERY, CHANNEL, false, Settings.of(Map.of()))));
        Bench bench = new Bench(
                new Laboratory("Test", ""),
                "nobody",
                Map.of(),
                device,
                List.of(),
                1,
                null,
                new Secrets(name -> null),
                null,
                null);
        return Session.open(
                CanaryCatalogue.standard(),
                bench,
                new Adapters(List.of(), List.of(new Numbers())),
                wiring,
                clock,
                observation -> {});
    }

    /** Holds a trial that has just begun. */
    static TrialHolder begun(Session session) {
        TrialHolder holder = new TrialHolder(new Judge(session.bench(), RunPlan.VIRTUAL_START));
        holder.set(new Trials(session).begin(scenario("s")));
        return holder;
    }

    static ScenarioPlan scenario(String id) {
        return new ScenarioPlan(id, id, id, 1, Language.EN, List.of("S"), true, 0);
    }

    @Override
    public void send(Packet packet) {
        if (heard-- <= 0) {
            receiver.unheard(new Text("无人", "nobody"));
        }
        show(0);
    }

    private void show(int index) {
        clock.schedule(clock.now() + step, () -> {
            String text = Double.toString(numbers[Math.min(index, numbers.length - 1)]);
            receiver.received(clock.now(), Packet.of(text.getBytes(StandardCharsets.UTF_8)));
            show(index + 1);
        });
    }

    @Override
    public void close() {}

    private static final class Numbers implements Codec {

        @Override
        public String name() {
            return "numbers";
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
                sink.sample(signals.get(0), new Value.Numeric(Double.parseDouble(packet.text())));
            };
        }

        @Override
        public Encoder encoder(ChannelSpec channel, CommandSpec command) {
            return parameters -> Packet.of(command.name().getBytes(StandardCharsets.UTF_8));
        }
    }
}
