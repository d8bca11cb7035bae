package org.plumbline.mavlink;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.plumbline.bench.Settings;
import org.plumbline.error.InputException;
import org.plumbline.error.Problem;
import org.plumbline.text.Text;

/**
 * The harness as a component of one channel: all its commands count their sequence number together. Thread-safe.
 *
 * @param version 1 or 2
 * @param signature null where nothing is signed
 * @param clock the latest time stamp of a signature, sent or accepted
 */
record Sender(
        int version,
        int system,
        int component,
        AtomicInteger sequence,
        @Nullable Signature signature,
        AtomicLong clock) {

    private static final Instant STAMPS_BEGIN = Instant.parse("2015-01-01T00:00:00Z");

    /** MAVLink's numbers of a ground station: system 255, component MAV_COMP_ID_MISSIONPLANNER. */
    private static final int GROUND_STATION = 255;

    private static final int MISSION_PLANNER = 190;

    /** @throws InputException where a number is out of its range */
    static Sender of(Settings settings) {
        AtomicLong clock = new AtomicLong();
        int version = within(settings, "mavlink-version", 2, 2);
        return new Sender(
                version,
                within(settings, "system-id", GROUND_STATION, 255),
                within(settings, "component-id", MISSION_PLANNER, 255),
                new AtomicInteger(),
                settings.text("signing-key")
                        .filter(key -> version == 2)
                        .map(key -> new Signature(key, clock))
                        .orElse(null),
                clock);
    }

    private static int within(Settings settings, String key, int otherwise, int most) {
        int value = settings.integer(key).orElse(otherwise);
        if (value < 1 || value > most) {
            throw new InputException(new Problem(
                    settings.placeOf(key),
                    new Text("%s 的值 %d 无效", "%s cannot be %d").with(key, value),
                    new Text("请写 1 到 %d", "write 1 to %d").with(most)));
        }
        return value;
    }

    /** One that is not sent: it counts nothing. */
    MavlinkFrame trial(MessageDefinition definition, byte[] payload) {
        return MavlinkFrame.of(version, 0, sequence.get() & 0xFF, system, component, definition, payload);
    }

    /** The next one; signed where there is a key: MAVLink 1 has no signatures. */
    MavlinkFrame next(MessageDefinition definition, byte[] payload, Instant utc) {
        int number = sequence.getAndIncrement() & 0xFF;
        if (signature == null) {
            return MavlinkFrame.of(version, 0, number, system, component, definition, payload);
        }
        long now = Duration.between(STAMPS_BEGIN, utc).toNanos() / 10_000;
        MavlinkFrame frame =
                MavlinkFrame.of(version, MavlinkFrame.SIGNED, number, system, component, definition, payload);
        return signature.sign(frame, now);
    }
}
