package org.plumbline.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.IntFunction;
import org.eclipse.paho.client.mqttv3.MqttAsyncClient;
import org.eclipse.paho.client.mqttv3.MqttConnectOptions;
import org.eclipse.paho.client.mqttv3.MqttException;
import org.eclipse.paho.client.mqttv3.persist.MemoryPersistence;

/** A device that publishes on {@code rov-1/state} a hundred times a second, several messages in one go; connects again. */
final class FastDevice implements AutoCloseable {

    private final MqttAsyncClient client;
    private final IntFunction<String> speech;
    private final int atOnce;
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor();
    private int number;

    /** @param speech the message of that number; those that the client does not take are tried again */
    FastDevice(String broker, int atOnce, IntFunction<String> speech) throws MqttException {
        this.speech = speech;
        this.atOnce = atOnce;
        this.client = new MqttAsyncClient(broker, "rov-1", new MemoryPersistence());
        thread.scheduleAtFixedRate(this::speak, 0, 10, TimeUnit.MILLISECONDS);
    }

    private void speak() {
        try {
            if (!client.isConnected()) {
                connect();
            }
            for (int i = 0; i < atOnce; i++) {
                client.publish("rov-1/state", speech.apply(number).getBytes(UTF_8), 0, false);
                number++;
            }
        } catch (MqttException e) {
            // no broker, or it does not keep up: next time
        }
    }

    private void connect() throws MqttException {
        MqttConnectOptions options = new MqttConnectOptions();
        options.setMaxInflight(10_000);
        client.connect(options).waitForCompletion(1_000);
    }

    /** Says nothing more, and stays connected. */
    void stop() {
        thread.shutdown();
    }

    @Override
    public void close() throws MqttException {
        thread.shutdownNow();
        client.disconnectForcibly(0, 500, false);
        client.close(true);
    }
}
