package org.plumbline.run;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.plumbline.bench.Bench;
import org.plumbline.bench.Calibration;
import org.plumbline.bench.ChannelSpec;
import org.plumbline.bench.CommandSpec;
import org.plumbline.bench.Device;
import org.plumbline.bench.DeviceIdentity;
import org.plumbline.bench.Instrument;
import org.plumbline.bench.Laboratory;
import org.plumbline.bench.Sampling;
import org.plumbline.bench.Secrets;
import org.plumbline.bench.Settings;
import org.plumbline.bench.SignalSpec;
import org.plumbline.channel.Adapters;
import org.plumbline.channel.Link;
import org.plumbline.channel.Packet;
import org.plumbline.channel.Receiver;
import org.plumbline.error.BenchException;
import org.plumbline.error.Problem;
import org.plumbline.ics.Applicability;
import org.plumbline.quantity.Quantity;
import org.plumbline.quantity.Unit;
import org.plumbline.standard.Completeness;
import org.plumbline.standard.Limit;
import org.plumbline.standard.Modality;
import org.plumbline.standard.Requirement;
import org.plumbline.standard.Standard;
import org.plumbline.text.Language;
import org.plumbline.text.Text;
import org.plumbline.timeline.Clock;
import org.plumbline.timeline.Observation;
import org.plumbline.timeline.VirtualClock;

/**
 * A bench in virtual time, wired to nothing: the test plays the device. Channel {@code wire} carries the device's level
 * (m), bearing (deg, circle 360), state, sent (s, UTC) and alarm, which comes only with events; channel {@code gauge} the instrument's true-level (m), paced-level, which declares
 * an interval of 0.1 s, and fast-level, which declares one of 1 ms.
 */
final class Rig implements AutoCloseable {

    static final long SECOND = 1_000_000_000L;
    static final Unit M = Unit.of("m").orElseThrow();
    static final Adapters ADAPTERS = new Adapters(List.of(), List.of(new PairCodec()));

    final VirtualClock clock = new VirtualClock();
    final List<String> sent = new ArrayList<>();
    final List<String> closed = new ArrayList<>();
    final List<String> givenUp = new ArrayList<>();
    final List<Observation> recorded = new ArrayList<>();
    final Map<String, Receiver> receivers = new LinkedHashMap<>();
    final Session session;
    boolean cut;
    boolean unheard;
    Optional<Text> doubt = Optional.empty();
    Runnable acting = () -> {};
    Runnable closing = () -> {};
    boolean reconnects;
    Runnable counting = () -> {};
    final List<String> asked = new ArrayList<>();
    Consumer<String> asking = channel -> {};
    boolean unaskable;

    Rig() {
        this(bench(Map.of()));
    }

    Rig(Bench bench) {
        session = open(bench, clock);
    }

    /** One that is judged by that standard, and recorded. */
    Rig(Standard standard, Consumer<Observation> recorder) {
        session = Session.open(standard, bench(Map.of()), ADAPTERS, this::wire, clock, recorder);
    }

    Session open(Bench bench, Clock on) {
        return Session.open(standard(), bench, ADAPTERS, this::wire, on, this::record);
    }

    /** The same with another codec, and that patience with it, in nanoseconds. */
    Session open(Bench bench, Clock on, PairCodec codec, long patience) {
        Adapters adapters = new Adapters(List.of(), List.of(codec));
        return Session.open(standard(), bench, adapters, this::wire, on, this::record, patience);
    }

    private void record(Observation observation) {
        if (!(observation instanceof Observation.Mark || observation instanceof Observation.WallClock)) {
            recorded.add(observation);
        }
    }

    private Link wire(ChannelSpec channel, Receiver receiver) {
        receivers.put(channel.name(), receiver);
        return new Link() {
            @Override
            public void send(Packet packet) {
                if (cut) {
                    throw new BenchException(Problem.of(new Text("断开", "unplugged"), new Text("插好", "plug it in")));
                }
                sent.add(packet.text());
                Arrays.fill(packet.payload(), (byte) '#'); // as one may that has its own way of framing
                acting.run();
                if (unheard) {
                    receiver.unheard(new Text("无人", "nobody"));
                }
            }

            @Override
            public Optional<Text> doubt() {
                return doubt;
            }

            @Override
            public void count() {
                counting.run();
            }

            @Override
            public Optional<Runnable> checkAlive() {
                asked.add(channel.name());
                return unaskable ? Optional.empty() : Optional.of(() -> asking.accept(channel.name()));
            }

            @Override
            public boolean reconnects() {
                return reconnects;
            }

            @Override
            public void giveUp() {
                givenUp.add(channel.name());
            }

            @Override
            public void close() {
                closed.add(channel.name());
                closing.run();
            }
        };
    }

    static Bench bench(Map<String, Quantity> ixit) {
        return bench(ixit, "safe-state");
    }

    /** One that is brought to its safe state by that command. */
    static Bench bench(Map<String, Quantity> ixit, String safeState) {
        return bench(ixit, safeState, Map.of());
    }

    /** The same with those settings of the device's channel. */
    static Bench bench(Map<String, Quantity> ixit, String safeState, Map<String, ?> settings) {
        Device device = new Device(
                new DeviceIdentity("test", "m", "x", "1", "1"),
                Map.of("LEVEL", true),
                ixit,
                Map.of("wire", channel("wire", Device.OWNER, settings)),
                Map.of(
                        "level",
                                signal(
                                        "level",
                                        "wire",
                                        M,
                                        null,
                                        new Quantity(20, Unit.of("mm").orElseThrow())),
                        "bearing", signal("bearing", "wire", Unit.of("deg").orElseThrow(), 360.0, null),
                        "state", signal("state", "wire", Unit.ONE, null, null),
                        "sent", signal("sent", "wire", Unit.S, null, new Quantity(0.01, Unit.S)),
                        "alarm", ofEvents("alarm")),
                commands("go {where}", "beat {n}", "few {n}", "stamp @utc", "stuck", safeState));
        Calibration calibration = new Calibration("C-1", LocalDate.of(2026, 11, 30), new Quantity(0.03, M), 3);
        Instrument gauge = new Instrument(
                "gauge",
                "m",
                "g",
                "2",
                calibration,
                Map.of("gauge", channel("gauge", "gauge", Map.of())),
                Map.of(
                        "true-level", gauged("true-level", null),
                        "paced-level", gauged("paced-level", 0.1),
                        "fast-level", gauged("fast-level", 0.001)),
                Map.of("hang", new CommandSpec("hang", "gauge", false, Settings.of(Map.of("line", "stuck")))),
                Map.of());
        return new Bench(
                new Laboratory("lab", "", ZoneId.of("Asia/Shanghai")),
                "operator",
                Map.of(),
                device,
                List.of(gauge),
                1,
                null,
                new Secrets(name -> null),
                null,
                null);
    }

    private static ChannelSpec channel(String name, String owner, Map<String, ?> settings) {
        return new ChannelSpec(name, owner, "none", "pairs", Settings.of(settings));
    }

    private static SignalSpec gauged(String name, @Nullable Double interval) {
        Sampling sampling = new Sampling(null, -1.0, 9.0, interval, false);
        return new SignalSpec(name, "gauge", M, null, null, sampling, Settings.of(Map.of()));
    }

    private static SignalSpec ofEvents(String name) {
        Sampling sampling = new Sampling(null, null, null, null, true);
        return new SignalSpec(name, "wire", Unit.ONE, null, null, sampling, Settings.of(Map.of()));
    }

    private static SignalSpec signal(
            String name, String channel, Unit unit, @Nullable Double circle, @Nullable Quantity uncertainty) {
        return new SignalSpec(name, channel, unit, circle, uncertainty, Settings.of(Map.of()));
    }

    private static Map<String, CommandSpec> commands(String... lines) {
        Map<String, CommandSpec> commands = new LinkedHashMap<>();
        for (String line : lines) {
            String name = line.split(" ")[0];
            commands.put(name, new CommandSpec(name, "wire", !name.equals("beat"), Settings.of(Map.of("line", line))));
        }
        return commands;
    }

    static Standard standard(Requirement... requirements) {
        return new Standard(
                "X",
                Text.same("x"),
                "local",
                "draft",
                "1",
                List.of(),
                List.of(),
                Map.of(),
                Map.of(),
                List.of("true-level"),
                Completeness.DEFAULT,
                List.of(requirements));
    }

    static Requirement requirement(String id, Modality modality, String applies, Limit... limits) {
        Map<String, Limit> named = new LinkedHashMap<>();
        List.of(limits).forEach(limit -> named.put(limit.name(), limit));
        return new Requirement(
                id, "1", "basic", modality, Text.same(id), Applicability.parse(applies), named, List.of());
    }

    static ScenarioPlan scenario(String... requirements) {
        return new ScenarioPlan("f:1", "s", "f", 1, Language.EN, List.of(requirements), true, 0);
    }

    Trial trial() {
        return new Trials(session).begin(scenario("X-1"));
    }

    /** What arrives on the device's channel now. */
    void arrive(String pairs) {
        arrive("wire", pairs);
    }

    void arrive(String channel, String pairs) {
        receivers.get(channel).received(clock.now(), Packet.of(pairs.getBytes(StandardCharsets.UTF_8)));
    }

    void at(double seconds, String pairs) {
        at(seconds, () -> arrive(pairs));
    }

    void at(double seconds, Runnable task) {
        clock.schedule((long) (seconds * SECOND), task);
    }

    /** Lets the time go on to there, where the run looks again. */
    void until(double seconds) {
        clock.await(() -> false, (long) (seconds * SECOND));
        look();
    }

    /** As at the beginning of a step. */
    void look() {
        session.timeline().note(new Observation.Mark(clock.now()));
    }

    static long s(double seconds) {
        return Math.round(seconds * SECOND);
    }

    @Override
    public void close() {
        session.close();
    }
}
