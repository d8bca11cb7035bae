package org.plumbline.mqtt;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.eclipse.paho.mqttv5.client.IMqttToken;
import org.eclipse.paho.mqttv5.client.MqttActionListener;
import org.eclipse.paho.mqttv5.client.MqttAsyncClient;
import org.eclipse.paho.mqttv5.client.MqttCallback;
import org.eclipse.paho.mqttv5.client.MqttClientException;
import org.eclipse.paho.mqttv5.client.MqttConnectionOptions;
import org.eclipse.paho.mqttv5.client.MqttDisconnectResponse;
import org.eclipse.paho.mqttv5.client.persist.MemoryPersistence;
import org.eclipse.paho.mqttv5.common.MqttException;
import org.eclipse.paho.mqttv5.common.MqttMessage;
import org.eclipse.paho.mqttv5.common.MqttSubscription;
import org.eclipse.paho.mqttv5.common.packet.MqttProperties;
import org.eclipse.paho.mqttv5.common.packet.MqttReturnCode;
import org.slf4j.LoggerFactory;

/** MQTT 5. The client that does not block is used as one that does: only its tokens have the reason codes. */
final class Mqtt5Connection implements MqttConnection, MqttCallback {

    private static final long FAREWELL_MILLIS = 100;
    private static final int NO_MATCHING_SUBSCRIBERS = 0x10;

    private final MqttSettings settings;
    private final Events events;
    private final MqttAsyncClient client;
    private final long patienceMillis;
    private volatile boolean opened;
    private volatile String publishing = "";

    Mqtt5Connection(MqttSettings settings, Events events) throws MqttException {
        this.settings = settings;
        this.events = events;
        this.client = new MqttAsyncClient(settings.plainBroker(), settings.clientId(), new MemoryPersistence());
        this.patienceMillis = settings.timeoutSeconds() * 1000L;
    }

    @Override
    public void open() throws Exception {
        MqttConnectionOptions options = new MqttConnectionOptions();
        options.setCleanStart(true);
        options.setKeepAliveInterval(settings.keepAliveSeconds());
        options.setConnectionTimeout(settings.timeoutSeconds());
        options.setAutomaticReconnect(settings.reconnect());
        options.setAutomaticReconnectDelay(1, MqttSettings.LONGEST_RECONNECT_DELAY);
        options.setSocketFactory(settings.sockets(events::heard));
        settings.username().ifPresent(options::setUserName);
        settings.password().ifPresent(password -> options.setPassword(password.getBytes(StandardCharsets.UTF_8)));
        options.setUserProperties(settings.properties().connecting());
        settings.will().ifPresent(will -> leave(will, options));
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
        if (settings.subscribe().isEmpty()) {
            return;
        }
        MqttSubscription[] subscriptions =
                settings.subscribe().stream().map(Mqtt5Connection::subscription).toArray(MqttSubscription[]::new);
        IMqttToken token = client.subscribe(subscriptions);
        token.waitForCompletion(patienceMillis);
        SubscriptionRefused.check(settings.subscribe(), token.getReasonCodes());
    }

    private static MqttSubscription subscription(Subscription wanted) {
        MqttSubscription subscription = new MqttSubscription(wanted.filter(), wanted.qos());
        subscription.setNoLocal(wanted.noLocal());
        subscription.setRetainHandling(wanted.retainHandling());
        return subscription;
    }

    /** The will goes out at the latest when the session ends, so the session lasts as long as its delay. */
    private static void leave(Will will, MqttConnectionOptions options) {
        options.setSessionExpiryInterval(will.delaySeconds());
        options.setWill(will.topic(), new MqttMessage(will.payload(), will.qos(), will.retain(), null));
        MqttProperties properties = new MqttProperties();
        properties.setWillDelayInterval(will.delaySeconds());
        options.setWillMessageProperties(properties);
    }

    @Override
    public void publish(String topic, byte[] payload, boolean retained) throws MqttException, PublishRefused {
        publishing = topic;
        MqttProperties properties = settings.properties().publishing();
        IMqttToken token = client.publish(topic, new MqttMessage(payload, settings.qos(), retained, properties));
        try {
            token.waitForCompletion(patienceMillis);
        } catch (MqttException e) {
            PublishRefused.check(topic, e.getReasonCode());
            throw e;
        }
        int[] answered = token.getReasonCodes();
        int[] codes = answered == null ? new int[0] : answered;
        PublishRefused.check(topic, codes);
        if (!retained && Arrays.stream(codes).anyMatch(code -> code == NO_MATCHING_SUBSCRIBERS)) {
            events.unheard(topic);
        }
    }

    @Override
    public Answer ask() throws MqttException {
        return client.unsubscribe(NOBODYS, null, new MqttActionListener() {
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
            events.reconnected(this::subscribe); // a clean start has forgotten the subscriptions
        }
    }

    @Override
    public void disconnected(MqttDisconnectResponse response) {
        MqttException cause = response.getException();
        events.lost(cause == null ? new MqttException(response.getReturnCode()) : refusal(cause));
    }

    /** Paho takes a PUBREC that refuses for the end of the connection. */
    private Exception refusal(MqttException cause) {
        try {
            PublishRefused.check(publishing, cause.getReasonCode());
            return cause;
        } catch (PublishRefused refused) {
            return refused;
        }
    }

    @Override
    public void messageArrived(String topic, MqttMessage message) {
        events.arrived(topic, message.getPayload(), message.isRetained());
    }

    @Override
    public void mqttErrorOccurred(MqttException exception) {
        LoggerFactory.getLogger(Mqtt5Connection.class).debug("error on {}", settings, exception);
    }

    @Override
    public void deliveryComplete(IMqttToken token) {
        // publishing waits for it already
    }

    @Override
    public void authPacketArrived(int reasonCode, MqttProperties properties) {
        // enhanced authentication is not used
    }

    /** Paho hands messages over later than it tells of an answer that came behind them: the farewell waits for that. */
    @Override
    public void drain() throws MqttException {
        String[] filters = settings.filters();
        if (filters.length > 0) {
            client.unsubscribe(filters).waitForCompletion(patienceMillis);
        }
        client.disconnect(patienceMillis, null, null, MqttReturnCode.RETURN_CODE_SUCCESS, ending())
                .waitForCompletion(2 * patienceMillis);
    }

    @Override
    public void close() {
        try {
            client.setCallback(null);
            farewell();
            client.close(true);
        } catch (MqttException e) {
            LoggerFactory.getLogger(Mqtt5Connection.class).debug("closing {}", settings, e);
        }
    }

    /** Done as soon as it has gone out; disconnectForcibly() would always wait for as long as it may. */
    private void farewell() throws MqttException {
        try {
            client.disconnect(0, null, null, MqttReturnCode.RETURN_CODE_SUCCESS, ending())
                    .waitForCompletion(FAREWELL_MILLIS);
        } catch (MqttException e) {
            if (e.getReasonCode() != MqttClientException.REASON_CODE_CLIENT_CLOSED) {
                // it is not connected, or the broker no longer takes bytes
                client.disconnectForcibly(0, FAREWELL_MILLIS, client.isConnected());
            }
        }
    }

    /** A session that outlives its connection, for a delayed will, ends with a farewell. */
    private MqttProperties ending() {
        MqttProperties properties = new MqttProperties();
        settings.will()
                .filter(will -> will.delaySeconds() > 0)
                .ifPresent(will -> properties.setSessionExpiryInterval(0L));
        return properties;
    }
}
