package org.plumbline.canary;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.LongConsumer;
import org.plumbline.bench.ChannelSpec;
import org.plumbline.channel.Link;
import org.plumbline.channel.Packet;
import org.plumbline.channel.Receiver;
import org.plumbline.text.Text;
import org.plumbline.timeline.Clock;

/**
 * A device with three instruments at its side, in this process. The {@linkplain CanarySignal signals'} commands say how it
 * behaves, {@code go} begins, {@code home} and {@code away} end. Ten reports a second, of the force twenty.
 */
final class CanaryDevice {

    /** Nanoseconds between reports. */
    static final long STEP = 100_000_000L;

    static final String HOME = "home";
    static final String AWAY = "away";

    private final Clock clock;
    private final Map<String, Receiver> receivers = new LinkedHashMap<>();
    private CanarySignal signal = CanarySignal.GOOD;
    private LongConsumer wallClock = by -> {};
    private long begun = -1;
    private int visits;
    private String origin = HOME;
    private long ticks;

    CanaryDevice(Clock clock) {
        this.clock = clock;
        next();
    }

    /** Who notes what the computer's wall clock shows then, as so many nanoseconds beside its time. */
    void setsClockBy(LongConsumer noted) {
        wallClock = noted;
    }

    /** One of its channels. */
    Link open(ChannelSpec channel, Receiver receiver) {
        receivers.put(channel.name(), receiver);
        return new Link() {
            @Override
            public void send(Packet packet) {
                take(packet.text());
            }

            @Override
            public void close() {
                receivers.remove(channel.name());
            }
        };
    }

    private void take(String command) {
        CanarySignal.of(command).ifPresent(behaviour -> {
            signal = behaviour;
            visits = 0;
        });
        boolean goes = command.equals("go");
        origin = goes ? origin : command.equals(AWAY) ? AWAY : HOME;
        begun = goes ? clock.now() : -1;
        visits += goes ? 1 : 0;
    }

    private void next() {
        clock.schedule(++ticks * STEP, () -> {
            report();
            if (!receivers.isEmpty()) {
                next();
            }
        });
    }

    private CanaryPhase phase() {
        return new CanaryPhase(signal, begun < 0 ? -1 : clock.now() - begun, visits, origin, ticks);
    }

    private void gauge(Receiver receiver) {
        CanaryPhase phase = phase();
        if (!phase.silent()) {
            receiver.received(clock.now(), packet(Map.of("force", phase.force())));
        }
    }

    private void report() {
        CanaryPhase phase = phase();
        if (phase.silent()) {
            return;
        }
        phase.clockSet().ifPresent(wallClock);
        receivers.forEach((channel, receiver) -> {
            if (channel.equals(CanaryBench.DEVICE)) {
                if (phase.breaks()) {
                    receiver.lost(Text.same("a loss on purpose"));
                    receiver.restored();
                }
                receiver.received(clock.now(), packet(values(phase)));
                phase.fault().ifPresent(fault -> receiver.received(clock.now(), packet(fault)));
            } else if (channel.equals(CanaryBench.BEAT)) {
                Map<String, Long> beats = phase.beats();
                if (!beats.isEmpty()) {
                    receiver.received(clock.now(), packet(beats));
                }
            } else if (channel.equals(CanaryBench.GAUGE)) {
                gauge(receiver);
                clock.schedule(clock.now() + STEP / 2, () -> gauge(receiver));
            } else if (channel.equals(CanaryBench.METER)) {
                meter(receiver, phase);
            } else {
                receiver.received(clock.now(), packet(Map.of("true-level", 1, "lapsed-level", 1)));
            }
        });
    }

    private void meter(Receiver receiver, CanaryPhase phase) {
        if (!phase.meterLost()) {
            receiver.received(clock.now(), packet(Map.of("metered", phase.metered())));
        }
        if (phase.happens(CanarySignal.FAULTY)) {
            receiver.received(clock.now(), packet(CanaryCodec.FAULT));
        }
        if (phase.happens(CanarySignal.OVERRUN)) {
            receiver.overrun(clock.now() - STEP, Text.same("an overrun on purpose"));
        }
    }

    private Map<String, Object> values(CanaryPhase phase) {
        Map<String, Object> values = phase.values();
        values.put("sent", clock.utc() / 1_000_000 - phase.age());
        return values;
    }

    private static Packet packet(Map<String, ?> values) {
        StringBuilder text = new StringBuilder();
        values.forEach(
                (name, value) -> text.append(name).append('=').append(value).append(' '));
        return packet(text.toString());
    }

    private static Packet packet(String text) {
        return Packet.of(text.getBytes(StandardCharsets.UTF_8));
    }
}
