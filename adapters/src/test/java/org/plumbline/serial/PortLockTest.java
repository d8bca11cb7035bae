package org.plumbline.serial;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PortLockTest {

    private static PortLock granted(String path, String channel) {
        return ((PortClaim.Granted) PortLock.claimWithin(path, channel)).lock();
    }

    /** As on Windows, where the system says no more than that the port cannot be opened. */
    @Test
    void withinAProcessItIsKnownWhichChannelHasAPort() {
        PortLock first = granted("\\\\.\\COM3", "nav");
        assertThat(PortLock.claimWithin("\\\\.\\com3", "aux"))
                .isInstanceOfSatisfying(
                        PortClaim.Held.class, held -> assertThat(held.channel()).isEqualTo("nav"));
        granted("\\\\.\\COM4", "aux").close();
        first.close();
        PortLock second = granted("\\\\.\\com3", "aux");
        first.close();
        assertThat(PortLock.claimWithin("\\\\.\\COM3", "nav")).isInstanceOf(PortClaim.Held.class);
        second.close();
    }
}
