package org.plumbline.bench;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reference equipment whose samples count as truth, or that acts on the device (a relay).
 *
 * @param calibration null for equipment that measures nothing
 * @param measures which of its signals stands for which true quantity
 */
public record Instrument(
        String name,
        String manufacturer,
        String model,
        String serialNumber,
        @Nullable Calibration calibration,
        Map<String, ChannelSpec> channels,
        Map<String, SignalSpec> signals,
        Map<String, CommandSpec> commands,
        Map<String, String> measures) {}
