package org.plumbline.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.plumbline.tank.TankSuites;

/** A real device is stopped where the process is told to end in the middle of a scenario. */
class StopAtExitTest {

    private static final int TERMINATED = 128 + 15;

    /** The process that is told to end. */
    static final class Victim {
        public static void main(String[] arguments) {
            Execution.of(selectClass(TankSuites.Live.class));
        }
    }

    @Test
    @Timeout(120)
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "has no way to tell a process to end that it can answer")
    void theSafeStateIsTheLastThingThatTheDeviceIsSent() throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Victim.class.getName())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try (BufferedReader out = process.inputReader()) {
            assertThat(out.readLine()).isEqualTo("{\"pump\":true}");
            process.toHandle().destroy();
            assertThat(out.readLine()).isEqualTo("{\"pump\":false}");
            assertThat(process.waitFor()).isEqualTo(TERMINATED);
        } finally {
            process.destroyForcibly();
        }
    }
}
