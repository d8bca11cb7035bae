package org.plumbline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class BackgroundTest {

    private static final StackTraceElement PAHO = new StackTraceElement(
            "org.eclipse.paho.client.mqttv3.internal.ClientComms", "shutdownConnection", "x", 334);
    private static final StackTraceElement JDK = new StackTraceElement("java.util.TimerThread", "run", "x", 512);
    private static final StackTraceElement OURS =
            new StackTraceElement("org.plumbline.mqtt.MqttLink", "resubscribe", "x", 1);

    private final StringWriter said = new StringWriter();
    private final Background background =
            new Background(new Console(new PrintWriter(said, true), new PrintWriter(said, true), false));

    private void ends(Throwable failure, StackTraceElement... stack) {
        failure.setStackTrace(stack);
        background.uncaughtException(new Thread("MQTT Rec: bench"), failure);
    }

    @Test
    void isQuietWherePahoStumblesWhileItIsClosed() {
        ends(new NullPointerException(), PAHO, JDK);
        assertThat(said.toString()).isEmpty();
        assertThat(background.exitCode(0)).isZero();
    }

    @Test
    void saysInOneLineWhatEndsAThread() {
        ends(new IllegalStateException("too late"), PAHO, JDK);
        ends(new NullPointerException("no device"), JDK);
        assertThat(said.toString().lines()).hasSize(2).allSatisfy(line -> assertThat(line)
                .contains("MQTT Rec: bench", "PLUMBLINE_DEBUG=1")
                .containsAnyOf(
                        "java.lang.IllegalStateException: too late", "java.lang.NullPointerException: no device"));
        assertThat(background.exitCode(0)).as("threads of others").isZero();
    }

    @Test
    void endsTheProcessAsBrokenWhereTheHarnessItselfIs() {
        ends(new NullPointerException(), OURS, PAHO, JDK);
        assertThat(said.toString()).contains("java.lang.NullPointerException").doesNotContain("MqttLink");
        assertThat(background.exitCode(0)).isEqualTo(4);
        assertThat(background.exitCode(1)).isEqualTo(4);
        assertThat(background.exitCode(2)).isEqualTo(2);
        assertThat(background.exitCode(130)).isEqualTo(130);
    }

    /** It may have been the one that read the device. */
    @Test
    void endsTheProcessAsBrokenWhereThreadsOfPluginsEnd() {
        ends(
                new NullPointerException(),
                new StackTraceElement("plumbline-plugin udp.jar", null, null, "com.example.Udp", "read", "x", 1),
                JDK);
        assertThat(background.exitCode(0)).isEqualTo(4);
    }

    /** As Java has it of what is thrown again and again. */
    @Test
    void endsTheProcessAsBrokenWhereNobodyKnowsWhoseThreadItWas() {
        ends(new NullPointerException());
        assertThat(background.exitCode(0)).isEqualTo(4);
    }

    @Test
    void endsTheProcessAsBrokenWhereAnyThreadRanOutOfMemory() {
        ends(new OutOfMemoryError(), PAHO, JDK);
        assertThat(background.exitCode(3)).isEqualTo(4);
    }

    @Test
    void watchesTheWholeProcess() {
        Thread.UncaughtExceptionHandler before = Thread.getDefaultUncaughtExceptionHandler();
        Locale language = Locale.getDefault();
        try {
            PrintWriter nowhere = new PrintWriter(said, true);
            assertThat(Main.supervise(new Console(nowhere, nowhere, false), "--version"))
                    .isZero();
            assertThat(Thread.getDefaultUncaughtExceptionHandler()).isInstanceOf(Background.class);
        } finally {
            Thread.setDefaultUncaughtExceptionHandler(before);
            Locale.setDefault(language);
        }
    }
}
