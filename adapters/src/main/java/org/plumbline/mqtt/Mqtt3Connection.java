package org.plumbline.mqtt;

import org.eclipse.paho.client.mqttv3.IMqttActionListener;
import org.eclipse.paho.client.mqttv3.IMqttDeliveryToken;
import org.eclipse.paho.client.mqttv3.IMqttToken;
import org.eclipse.paho.client.mqttv3.MqttAsyncClient;
import org.eclipse.paho.client.mqttv3.MqttCallbackExtended;
import org.eclipse.paho.client.mqttv3.MqttConnectOptions;
import org.eclipse.paho.client.mqttv3.MqttException;
import org.eclipse.paho.client.mqttv3.MqttMessage;
import org.eclipse.paho.client.mqttv3.persist.MemoryPersistence;
import org.slf4j.LoggerFactory;

/** MQTT 3.1.1. The client that does not block is used as one that does: only it can be left without waiting. */
final class Mqtt3Connection implements MqttConnection, MqttCallbackExtended {

    private static final long FAREWELL_MILLIS = 100;

    private final MqttSettings settings;
    private final Events events;
    private final MqttAsyncClient client;
    private final long patienceMillis;
    private volatile boolean opened;

    Mqtt3Connection(MqttSettings settings, Events events) throws MqttException {
        this.settings = settings;
        this.events = events;
        this.client = new MqttAsyncClient(settings.plainBroker(), settings.clientId(), new MemoryPersistence());
        this.patienceMillis = settings.timeoutSeconds() * 1000L;
    }

    @Override
    public void open() throws Exception {
        MqttConnectOptions options = new MqttConnectOptions();
        options.setMqttVersion(MqttConnectOptions.MQTT_VERSION_3_1_1);
        options.setCleanSession(true);
        options.setKeepAliveInterval(settings.keepAliveSeconds());
        options.setConnectionTimeout(settings.timeoutSeconds());
        options.setAutomaticReconnect(settings.reconnect());
        options.setMaxReconnectDelay(1000 * MqttSettings.LONGEST_RECONNECT_DELAY);
        options.setSocketFactory(settings.sockets(events::heard));
        settings.username().ifPresent(options::setUserName);
        settings.password().ifPresent(password -> options.setPassword(password.toCharArray()));
        settings.will().ifPresent(will -> options.setWill(will.topic(), will.payload(), will.qos(), will.retain()));
        client.setCallback(this);
        try {
            ClientThreads.connect(failure -> events.died(this, failure), () -> client.connect(options))
                    .waitForCompletion(patienceMillis);
        } catch (MqttException e) {
            Unanswered.check(e, settings);
            throw e;
        }
        subscribe();
        opened = true;
    }

    private void subscribe() throws MqttException, SubscriptionRefused {
        String[] filters = settings.filters();
        int[] qos = settings.subscribe().stream().mapToInt(Subscription::qos).toArray();
        if (filters.length > 0) {
            IMqttToken token = client.subscribe(filters, qos);
            token.waitForCompletion(patienceMillis);
            SubscriptionRefused.check(settings.subscribe(), token.getGrantedQos());
        }
    }

    @Override
    public void publish(String topic, byte[] payload, boolean retained) throws MqttException {
        client.publish(topic, payload, settings.qos(), retained).waitForCompletion(patienceMillis);
    }

    @Override
    public Answer ask() throws MqttException {
        return client.unsubscribe(NOBODYS, null, new IMqttActionListener() {
            @Override
            public void onSuccess(IMqttToken token) {
                events.answered();
            }

            @Override
            public void onFailure(IMqttToken token, Throwable failure) {
                // the connection is lost, which is told
            }
        })::waitForCompletion;
    }

    @Override
    public void connectComplete(boolean reconnect, String uri) {
        if (reconnect && opened) {
            events.reconnected(this::subscribe); // a clean session has forgotten the subscriptions
        }
    }

    @Override
    public void connectionLost(Throwable cause) {
        events.lost(cause);
    }

    @Override
    public void messageArrived(String topic, MqttMessage message) {
        events.arrived(topic, message.getPayload(), message.isRetained());
    }

    @Override
    public void deliveryComplete(IMqttDeliveryToken token) {
        // publishing waits for it already
    }

    /** Paho hands messages over later than it tells of an answer that came behind them: the farewell waits for that. */
    @Override
    public void drain() throws MqttException {
        String[] filters = settings.filters();
        if (filters.length > 0) {
            client.unsubscribe(filters).waitForCompletion(patienceMillis);
        }
        client.disconnect(patienceMillis).waitForCompletion(2 * patienceMillis);
    }

    @Override
    public void close() {
        try {
            client.setCallback(null);
            farewell();
            client.close(true);
        } catch (MqttException e) {
            LoggerFactory.getLogger(Mqtt3Connection.class).debug("closing {}", settings, e);
        }
    }

    /** Done as soon as it has gone out; disconnectForcibly() would always wait for as long as it may. */
    private void farewell() throws MqttException {
        try {
            client.disconnect(0).waitForCompletion(FAREWELL_MILLIS);
        } catch (MqttException e) {
            if (e.getReasonCode() != MqttException.REASON_CODE_CLIENT_CLOSED) {
                // it is not connected, or the broker no longer takes bytes
                client.disconnectForcibly(0, FAREWELL_MILLIS, client.isConnected());
            }
        }
    }
}
