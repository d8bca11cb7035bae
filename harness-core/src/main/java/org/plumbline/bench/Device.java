package org.plumbline.bench;

import java.util.Map;
import org.plumbline.quantity.Quantity;

/**
 * The device under test, as its manufacturer describes it.
 *
 * @param ics declared support by ICS item; before a run every item of the standard must be there
 * @param ixit declared values
 * @param channels by name
 * @param signals by name
 * @param commands by name
 * @param reports how the device says who it is, by key of {@link DeviceIdentity#text}
 */
public record Device(
        DeviceIdentity identity,
        Map<String, Boolean> ics,
        Map<String, Quantity> ixit,
        Map<String, ChannelSpec> channels,
        Map<String, SignalSpec> signals,
        Map<String, CommandSpec> commands,
        Map<String, IdentityReport> reports) {

    /** The owner of the device's channels. */
    public static final String OWNER = "device";

    /** A device that does not say who it is. */
    public Device(
            DeviceIdentity identity,
            Map<String, Boolean> ics,
            Map<String, Quantity> ixit,
            Map<String, ChannelSpec> channels,
            Map<String, SignalSpec> signals,
            Map<String, CommandSpec> commands) {
        this(identity, ics, ixit, channels, signals, commands, Map.of());
    }

    /** Whether the manufacturer declares the ICS item. */
    public boolean declares(String item) {
        return ics.getOrDefault(item, false);
    }
}
