package org.plumbline.canary;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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
import org.plumbline.quantity.Quantity;
import org.plumbline.quantity.Unit;
import org.plumbline.run.RunPlan;
import org.plumbline.run.Session;
import org.plumbline.standard.Standard;
import org.plumbline.timeline.Clock;
import org.plumbline.timeline.Observation.WallClock;
import org.plumbline.timeline.VirtualClock;

/** The bench in memory on which the judge itself is tested: no file, no port, no time of its own. */
public final class CanaryBench {

    static final String DEVICE = "canary";

    /** Where it may fall silent while the rest goes on. */
    static final String BEAT = "beat";

    /** It reports twice as often. */
    static final String GAUGE = "gauge";

    /** An instrument with a measuring range and a declared interval. */
    static final String METER = "meter";

    /** Where its range ends, m. */
    static final double RANGE = 5;

    /** A length of which no uncertainty is declared. */
    private static final String BARE = "bare";

    /** Their expanded uncertainty makes the decision rules differ. */
    private static final double FINE = 0.001;

    /** Of the meter's samples, s. */
    private static final double INTERVAL = CanaryDevice.STEP / 1e9;

    private static final Quantity COARSE = new Quantity(0.05, CanaryCatalogue.METRE);

    /** Every canary is judged on the day on which virtual time begins. */
    private static final LocalDate LAST_DAY = LocalDate.ofInstant(RunPlan.VIRTUAL_START, ZoneOffset.UTC);

    private static final String LENGTHS = "level spread peak trough top edge beyond swing position x y z warm loose"
            + " path-x path-y corner-x corner-y round-x round-y rest hum grain gap";

    private static final Map<String, Unit> SIGNALS = signals();

    private CanaryBench() {}

    /** The bench. */
    public static Bench bench() {
        return new Bench(
                new Laboratory("Plumbline", ""),
                "Plumbline",
                Map.of(),
                device(),
                List.of(
                        instrument("reference", "true-level", LAST_DAY, Sampling.UNKNOWN),
                        instrument("lapsed", "lapsed-level", LAST_DAY.minusDays(1), Sampling.UNKNOWN),
                        instrument(METER, "metered", LAST_DAY, new Sampling(null, -RANGE, RANGE, INTERVAL, false))),
                1,
                null,
                new Secrets(name -> null),
                null,
                null);
    }

    /** The bench, open, in a virtual time that begins at 0; what it observes goes nowhere else. */
    public static Session open(Standard catalogue) {
        Clock clock = new VirtualClock();
        CanaryDevice device = new CanaryDevice(clock);
        Adapters adapters = new Adapters(List.of(), List.of(new CanaryCodec()));
        Session session = Session.open(catalogue, bench(), adapters, device::open, clock, observation -> {});
        device.setsClockBy(by -> session.timeline().append(new WallClock(clock.now(), clock.utc() + by)));
        return session;
    }

    private static Device device() {
        return new Device(
                new DeviceIdentity("canary", "Plumbline", "canary", "1", "1"),
                Map.of(),
                Map.of(CanaryCatalogue.DECLARED, new Quantity(1, CanaryCatalogue.METRE)),
                Map.of(
                        DEVICE, channel(DEVICE, Device.OWNER),
                        BEAT, channel(BEAT, Device.OWNER),
                        GAUGE, channel(GAUGE, Device.OWNER)),
                named(
                        SIGNALS.keySet().stream()
                                .map(name -> signal(name, channelOf(name), SIGNALS.get(name), uncertainty(name))),
                        SignalSpec::name),
                named(
                        Stream.concat(
                                        Arrays.stream(CanarySignal.values()).map(CanarySignal::command),
                                        Stream.of("go", CanaryDevice.HOME, CanaryDevice.AWAY))
                                .map(name -> new CommandSpec(name, DEVICE, true, Settings.of(Map.of()))),
                        CommandSpec::name));
    }

    private static Instrument instrument(String name, String signal, LocalDate due, Sampling sampling) {
        return new Instrument(
                name,
                "Plumbline",
                name,
                "1",
                new Calibration("canary", due, new Quantity(0.001, CanaryCatalogue.METRE), 2),
                Map.of(name, channel(name, name)),
                Map.of(
                        signal,
                        new SignalSpec(
                                signal, name, CanaryCatalogue.METRE, null, null, sampling, Settings.of(Map.of()))),
                Map.of(),
                Map.of());
    }

    private static String channelOf(String signal) {
        return switch (signal) {
            case BEAT, "pace", "login", "event" -> BEAT;
            case "force" -> GAUGE;
            default -> DEVICE;
        };
    }

    private static Map<String, Unit> signals() {
        Map<String, Unit> units = new LinkedHashMap<>();
        Stream.of(LENGTHS.split(" ")).forEach(name -> units.put(name, CanaryCatalogue.METRE));
        Stream.of("alarm", "state", "outcome", "counter", "stamp", "turn", BEAT, "at", "pace", "login", "event")
                .forEach(name -> units.put(name, Unit.ONE));
        units.put(BARE, CanaryCatalogue.METRE);
        units.put("sent", Unit.of("ms").orElseThrow());
        units.put("force", CanaryCatalogue.NEWTON);
        units.put("yaw", CanaryCatalogue.RADIAN);
        units.put("speed", CanaryCatalogue.METRE_PER_SECOND);
        units.put("path-speed", CanaryCatalogue.METRE_PER_SECOND);
        return units;
    }

    private static @Nullable Quantity uncertainty(String signal) {
        Unit unit = SIGNALS.get(signal);
        return List.of("top", "edge", "beyond").contains(signal)
                ? COARSE
                : unit.equals(Unit.ONE) || signal.equals(BARE) ? null : new Quantity(FINE, unit);
    }

    private static ChannelSpec channel(String name, String owner) {
        return new ChannelSpec(name, owner, CanaryCodec.NAME, CanaryCodec.NAME, Settings.of(Map.of()));
    }

    private static SignalSpec signal(String name, String channel, Unit unit, @Nullable Quantity uncertainty) {
        return new SignalSpec(name, channel, unit, null, uncertainty, Settings.of(Map.of()));
    }

    private static <T> Map<String, T> named(Stream<T> entries, Function<T, String> name) {
        return entries.collect(Collectors.toMap(name, entry -> entry, (a, b) -> a, LinkedHashMap::new));
    }
}
