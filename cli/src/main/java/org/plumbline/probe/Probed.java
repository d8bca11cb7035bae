package org.plumbline.probe;

import java.util.List;

/**
 * What a probe found.
 *
 * @param channels one finding for each, in the order of the files
 * @param identity one finding for each part that the device says itself
 */
public record Probed(List<ChannelFinding> channels, List<IdentityFinding> identity) {

    /** Whether any sample of the signal arrived. */
    public boolean seen(String signal) {
        return channels.stream().flatMap(finding -> finding.heard().stream()).anyMatch(heard -> heard.signals()
                .containsKey(signal));
    }

    /** Whether a signal is declared to come only with events: that it did not arrive shows nothing. */
    public boolean comesOnEvent(String signal) {
        return channels.stream()
                .flatMap(finding -> finding.signals().stream())
                .anyMatch(spec -> spec.name().equals(signal) && spec.sampling().onEvent());
    }
}
