package org.plumbline.suite;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.eclipse.paho.client.mqttv3.MqttConnectOptions;
import org.eclipse.paho.client.mqttv3.MqttException;
import org.eclipse.paho.client.mqttv3.persist.MemoryPersistence;
import org.eclipse.paho.mqttv5.client.MqttConnectionOptions;
import org.eclipse.paho.mqttv5.common.MqttMessage;

/**
 * A device on Paho that tries ten times a second to connect, and then to publish its depth. A good one pings every 20 s, has
 * its last will and its state published with QoS 1, the will retained; a bad one does not.
 */
final class PacketDevice implements AutoCloseable {

    private static final byte[] WILL = "{\"link\":\"offline\"}".getBytes(UTF_8);
    private static final byte[] STATE = "{\"depth\":1.5}".getBytes(UTF_8);

    private final Client client;
    private volatile boolean patient = true;
    private boolean loggedIn;
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor();

    private interface Client {

        boolean connected();

        void connect() throws Exception;

        void publish() throws Exception;

        void close() throws Exception;
    }

    PacketDevice(String version, boolean good, int port) throws Exception {
        String broker = "tcp://127.0.0.1:" + port;
        client = version.equals("5") ? new Five(broker, good) : new Three(broker, good);
        thread.scheduleWithFixedDelay(this::live, 0, 100, TimeUnit.MILLISECONDS);
    }

    /** It does not come back any more once it is cut off. */
    PacketDevice staysAway() {
        patient = false;
        return this;
    }

    private void live() {
        try {
            if (client.connected()) {
                client.publish();
            } else if (patient || !loggedIn) {
                client.connect();
                loggedIn = true;
            }
        } catch (Exception e) {
            // no broker yet, or no longer: next time
        }
    }

    private static int qos(boolean good) {
        return good ? 1 : 0;
    }

    private static int keepAlive(boolean good) {
        return good ? 20 : 60;
    }

    @Override
    public void close() {
        thread.execute(() -> {
            try {
                client.close();
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        });
        thread.shutdown();
    }

    private record Three(org.eclipse.paho.client.mqttv3.MqttClient paho, boolean good) implements Client {

        Three(String broker, boolean good) throws MqttException {
            this(new org.eclipse.paho.client.mqttv3.MqttClient(broker, "rov-1", new MemoryPersistence()), good);
            paho.setTimeToWait(1_000);
        }

        @Override
        public boolean connected() {
            return paho.isConnected();
        }

        @Override
        public void connect() throws Exception {
            MqttConnectOptions options = new MqttConnectOptions();
            options.setKeepAliveInterval(keepAlive(good));
            options.setWill("rov-1/link", WILL, qos(good), good);
            paho.connect(options);
        }

        @Override
        public void publish() throws Exception {
            paho.publish("rov-1/state", STATE, qos(good), false);
        }

        @Override
        public void close() throws Exception {
            paho.disconnectForcibly(0, 100, false);
            paho.close(true);
        }
    }

    private record Five(org.eclipse.paho.mqttv5.client.MqttClient paho, boolean good) implements Client {

        Five(String broker, boolean good) throws Exception {
            this(
                    new org.eclipse.paho.mqttv5.client.MqttClient(
                            broker, "rov-1", new org.eclipse.paho.mqttv5.client.persist.MemoryPersistence()),
                    good);
            paho.setTimeToWait(1_000);
        }

        @Override
        public boolean connected() {
            return paho.isConnected();
        }

        @Override
        public void connect() throws Exception {
            MqttConnectionOptions options = new MqttConnectionOptions();
            options.setKeepAliveInterval(keepAlive(good));
            MqttMessage will = new MqttMessage(WILL);
            will.setQos(qos(good));
            will.setRetained(good);
            options.setWill("rov-1/link", will);
            paho.connect(options);
        }

        @Override
        public void publish() throws Exception {
            paho.publish("rov-1/state", STATE, qos(good), false);
        }

        @Override
        public void close() throws Exception {
            paho.disconnectForcibly(0, 100, false);
            paho.close(true);
        }
    }
}
