package org.plumbline.mavlink;

import java.util.concurrent.atomic.AtomicInteger;
import org.plumbline.bench.Settings;
import org.plumbline.error.InputException;
import org.plumbline.error.Problem;
import org.plumbline.text.Text;

/**
 * The harness as a component of one channel: all its commands count their sequence number together. Thread-safe.
 *
 * @param version 1 or 2
 */
record Sender(int version, int system, int component, AtomicInteger sequence) {

    /** MAVLink's numbers of a ground station: system 255, component MAV_COMP_ID_MISSIONPLANNER. */
    private static final int GROUND_STATION = 255;

    private static final int MISSION_PLANNER = 190;

    /** @throws InputException where a number is out of its range */
    static Sender of(Settings settings) {
        return new Sender(
                within(settings, "mavlink-version", 2, 2),
                within(settings, "system-id", GROUND_STATION, 255),
                within(settings, "component-id", MISSION_PLANNER, 255),
                new AtomicInteger());
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

    MavlinkFrame frame(MessageDefinition definition, byte[] payload) {
        return MavlinkFrame.of(version, sequence.getAndIncrement() & 0xFF, system, component, definition, payload);
    }
}
