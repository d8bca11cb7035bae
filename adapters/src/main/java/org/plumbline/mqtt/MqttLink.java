package org.plumbline.mqtt;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.plumbline.channel.Link;
import org.plumbline.channel.Packet;
import org.plumbline.channel.Receiver;
import org.plumbline.error.BenchException;
import org.plumbline.error.Problem;
import org.plumbline.text.Text;
import org.slf4j.LoggerFactory;

/** A connection to a broker. */
final class MqttLink implements Link, MqttConnection.Events {

    private enum State {
        OPENING,
        UP,
        LOST,
        PAUSED,
        CLOSED
    }

    /** Paho logs with stack traces what is on its way to us as a lost connection or a refused packet. */
    private static final Logger PAHO = Logger.getLogger("org.eclipse.paho");

    static {
        if (PAHO.getLevel() == null) { // nobody who embeds this has said otherwise
            PAHO.setLevel(Level.OFF);
        }
    }

    /** How long a broker may take to say that it is there. */
    private static final long ANSWER_MILLIS = 3_000;

    /** In nanoseconds. A line that needs longer stood still, and what was sent meanwhile came late. */
    private static final long USUAL_ANSWER = 250_000_000L;

    private final MqttSettings settings;
    private final Receiver receiver;
    private final MqttInbox inbox;
    private final AtomicReference<State> state = new AtomicReference<>(State.OPENING);
    private volatile @Nullable MqttConnection connection;
    private volatile @Nullable Text lostBy;

    /** Of connections, guarded by the inbox, as is that a change of state and its delivery are one. */
    private int losses;

    private volatile @Nullable Throwable died;
    private final AtomicBoolean spoilt = new AtomicBoolean();
    private volatile boolean unanswered;

    /** When a message came last, or the broker's answer, and when any byte did; in nanoseconds since the run's start. */
    private long alive;

    private volatile long heard;

    /** When the broker answered last, or {@link Long#MAX_VALUE} since it was asked; guarded by the inbox. */
    private long answered;

    MqttLink(MqttSettings settings, Receiver receiver) {
        this.settings = settings;
        this.receiver = receiver;
        this.inbox = new MqttInbox(settings.channel(), this::failed, this::dropped);
    }

    void open() throws Exception {
        inbox.start();
        connect();
    }

    private void connect() throws Exception {
        synchronized (inbox) {
            alive = receiver.now();
        }
        MqttConnection opened =
                settings.five() ? new Mqtt5Connection(settings, this) : new Mqtt3Connection(settings, this);
        connection = opened;
        died = null;
        try {
            opened.open();
        } catch (Exception e) {
            throw died instanceof Unread why ? why : e;
        }
        if (!state.compareAndSet(State.OPENING, State.UP)) {
            throw died instanceof Unread why ? why : new IllegalStateException("lost while it was opened", died);
        }
    }

    /** Ends the connection on purpose, so that it does not count as lost; what came before is received. */
    synchronized void pause() {
        MqttConnection open = connection;
        if (open != null && state.compareAndSet(State.UP, State.PAUSED)) {
            try {
                open.drain();
            } catch (Exception e) {
                LoggerFactory.getLogger(MqttLink.class).warn("pausing {}", settings, e);
                missed();
            } finally {
                open.close();
                connection = null;
            }
        }
    }

    /** The broker had taken more than came before it was stopped. */
    void missed() {
        receiver.overrun(
                receiver.now(),
                new Text("代理停止前还有消息来不及接收", "messages could not be received any more before the broker was stopped"));
    }

    /**
     * Connects and subscribes anew after a pause.
     *
     * @throws BenchException where that is not possible: the connection is lost
     */
    synchronized void resume() {
        if (state.compareAndSet(State.PAUSED, State.OPENING)) {
            try {
                connect();
            } catch (Exception e) {
                Text words = MqttCause.of(e);
                if (state.getAndUpdate(now -> now == State.CLOSED ? now : State.LOST) != State.CLOSED) {
                    isLost(words);
                }
                throw new BenchException(notResumed(words, MqttRemedy.of(e)), e);
            }
        }
    }

    private Problem notResumed(Text cause, Text remedy) {
        return Problem.of(
                new Text(
                        "通道 %s 无法连接重新启动的代理: %s".formatted(settings.channel(), cause.zh()),
                        "channel %s: no connection to the restarted broker: %s"
                                .formatted(settings.channel(), cause.en())),
                remedy);
    }

    /** A control packet between the bench's own broker and a device. */
    void packet(String address, byte[] json) {
        if (settings.listen().isPresent() && settings.packets()) {
            synchronized (inbox) {
                take(receiver.now(), address, json, false);
            }
        }
    }

    /** Several threads come here where there are control packets, too: what is stamped first is delivered first. */
    @Override
    public void arrived(String topic, byte[] payload, boolean retained) {
        synchronized (inbox) {
            alive = receiver.now();
            take(alive, topic, payload, retained);
        }
    }

    private void take(long time, String topic, byte[] payload, boolean retained) {
        Packet packet = new Packet(topic, payload, retained);
        inbox.put(() -> receiver.received(time, packet), payload.length);
    }

    /** Of one that is lost already too: why it does not come back, such as a subscription that is refused now. */
    @Override
    public void lost(Throwable cause) {
        synchronized (inbox) {
            losses++;
            unanswered = false;
            died = null;
            broke(cause);
        }
    }

    /** What stops the device may still get through, as where the broker does not answer. */
    @Override
    public void died(MqttConnection client, Throwable cause) {
        synchronized (inbox) {
            if (client != connection) {
                return; // one that is closed
            }
            died = Unread.explain(cause, settings.five());
            if (!state.compareAndSet(State.OPENING, State.LOST) && state.compareAndSet(State.UP, State.LOST)) {
                unanswered = true;
                isLost(MqttCause.of(died));
            }
        }
    }

    private void broke(Throwable cause) {
        if (state.compareAndSet(State.OPENING, State.LOST)) {
            return;
        }
        Text words = MqttCause.of(cause);
        boolean another = state.get() == State.LOST && lostBy != null && !words.equals(lostBy);
        if (state.compareAndSet(State.UP, State.LOST) || another) {
            isLost(words);
        }
    }

    private void isLost(Text words) {
        synchronized (inbox) {
            lostBy = words;
            inbox.put(() -> receiver.lost(words), 0);
        }
    }

    /** The keep-alive of MQTT finds a connection without its other half only after up to two of its intervals. */
    @Override
    public Optional<Runnable> checkAlive() {
        MqttConnection open = connection;
        long asked = receiver.now();
        if (open == null || state.get() != State.UP || Thread.currentThread().isInterrupted()) {
            return Optional.of(() -> {});
        }
        long last;
        synchronized (inbox) {
            last = alive;
            answered = Long.MAX_VALUE;
        }
        try {
            MqttConnection.Answer answer = open.ask();
            return Optional.of(() -> await(answer, asked, last));
        } catch (Exception e) {
            return Optional.of(() -> isGone(asked, MqttCause.of(e)));
        }
    }

    private void await(MqttConnection.Answer answer, long asked, long last) {
        try {
            // 0 would be for ever
            answer.await(Math.max(1, ANSWER_MILLIS - (receiver.now() - asked) / 1_000_000));
            if (answeredBy(receiver.now()) - asked > USUAL_ANSWER) {
                receiver.silent(last);
            }
        } catch (Exception e) {
            if (MqttCause.causes(e).anyMatch(InterruptedException.class::isInstance)) {
                Thread.currentThread().interrupt();
            } else {
                isGone(asked, MqttCause.of(e));
            }
        }
    }

    /** Others may have been waited for since it came. */
    private long answeredBy(long now) {
        synchronized (inbox) {
            return Math.min(answered, now);
        }
    }

    /**
     * Told at once: it has to be on the timeline before the run goes on. Behind a long message on a slow line the answer has to wait:
     * while its bytes come, the line stands.
     */
    private void isGone(long asked, Text words) {
        synchronized (inbox) {
            if (alive < asked && heard > asked && state.get() == State.UP) {
                receiver.silent(alive);
            } else if (alive < asked && state.compareAndSet(State.UP, State.LOST)) {
                unanswered = true;
                lostBy = words;
                receiver.lost(alive, words);
            }
        }
    }

    @Override
    public void heard() {
        heard = receiver.now();
    }

    @Override
    public void answered() {
        synchronized (inbox) {
            alive = receiver.now();
            answered = alive;
            if (unanswered && died == null) {
                unanswered = false;
                isBack();
            }
        }
    }

    @Override
    public void reconnected(MqttConnection.Subscribing subscribing) {
        int before;
        synchronized (inbox) {
            before = losses;
        }
        // the library's own thread must not wait for the answer
        Thread thread = new Thread(() -> resubscribe(subscribing, before), "plumbline-mqtt-" + settings.channel());
        thread.setDaemon(true);
        thread.start();
    }

    /** The connection may break again meanwhile: then that counts, and not what became of the subscription. */
    private void resubscribe(MqttConnection.Subscribing subscribing, int before) {
        @Nullable Exception failed = null;
        try {
            subscribing.run();
        } catch (Exception e) {
            failed = e;
        }
        synchronized (inbox) {
            if (losses != before) {
                return;
            }
            if (failed != null) {
                broke(failed);
            } else {
                isBack();
            }
        }
    }

    private void isBack() {
        if (state.compareAndSet(State.LOST, State.UP)) {
            inbox.put(receiver::restored, 0);
        }
    }

    /**
     * Nothing is judged from then on until {@link #mend}, although the connection stands and carries what is sent.
     *
     * @param since nanoseconds since the run's start
     */
    void spoil(long since, Text why) {
        if (state.get() == State.UP && !spoilt.getAndSet(true)) {
            receiver.lost(since, why);
        }
    }

    void mend() {
        if (spoilt.getAndSet(false) && state.get() == State.UP) {
            receiver.restored();
        }
    }

    @Override
    public void unheard(String topic) {
        receiver.unheard(new Text("主题 %s 无人订阅，原因码 0x10", "nobody is subscribed to %s, reason code 0x10").with(topic));
    }

    private void dropped(int messages) {
        receiver.overrun(
                receiver.now(),
                new Text("关闭时还有 %s 条消息来不及记录", "%s messages could not be recorded any more when it was closed")
                        .with(messages));
    }

    /** The library's threads, and the bench's own broker's, wait for room in the inbox, and whoever asks this for them. */
    @Override
    public void giveUp() {
        int waiting = inbox.giveUp();
        receiver.overrun(
                receiver.now(),
                new Text(
                                "等待处理的 %d 条消息未能记录，此后到达的也不再记录",
                                "%d messages that wait cannot be recorded, nor is what arrives from here on")
                        .with(waiting));
    }

    /** Nothing that arrives from here on would be judged: the channel is as good as lost. */
    private void failed(Throwable failure) {
        LoggerFactory.getLogger(MqttLink.class).debug("channel {}: a message could not be taken", settings, failure);
        if (state.compareAndSet(State.UP, State.LOST)) {
            receiver.lost(new Text("无法处理收到的数据（%s）", "what arrived could not be processed (%s)").with(failure));
        }
    }

    @Override
    public synchronized void send(Packet packet) {
        MqttConnection open = connection;
        // without an answer in time it is lost for what is judged; yet what stops the device may still get through
        if (open == null || state.get() != State.UP && !unanswered) {
            throw new BenchException(gone());
        }
        ClientText.requireTopic(packet.address(), settings.five());
        // Paho does not send for a thread that is interrupted, and forgets that it was: yet a run that is interrupted
        // sends its last command, the one that stops the device
        boolean interrupted = Thread.interrupted();
        try {
            open.publish(packet.address(), packet.payload(), packet.retained());
        } catch (Exception e) {
            interrupted |= MqttCause.causes(e).anyMatch(InterruptedException.class::isInstance);
            throw new BenchException(state.get() == State.UP || e instanceof PublishRefused ? refused(e) : gone(), e);
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /** With QoS 0 nobody says that the broker took it. */
    @Override
    public Optional<Text> doubt() {
        synchronized (inbox) {
            return unanswered ? Optional.ofNullable(lostBy) : Optional.empty();
        }
    }

    private Problem gone() {
        return Problem.of(
                new Text(
                                "通道 %s 与 MQTT 代理的连接已断开，无法发送",
                                "channel %s: the connection to the MQTT broker is gone, nothing can be sent")
                        .with(settings.channel()),
                new Text("请检查代理后重新运行", "check the broker and run again"));
    }

    private Problem refused(Exception failure) {
        Text cause = MqttCause.of(failure);
        return Problem.of(
                new Text(
                        "通道 %s 无法经 MQTT 代理发送: %s".formatted(settings.channel(), cause.zh()),
                        "channel %s: the MQTT broker did not take a message: %s"
                                .formatted(settings.channel(), cause.en())),
                failure instanceof PublishRefused refused
                        ? refused.remedy()
                        : new Text("请检查代理与主题后重新运行", "check the broker and the topic, and run again"));
    }

    @Override
    public boolean reconnects() {
        return settings.reconnect();
    }

    @Override
    public void close() {
        if (state.getAndSet(State.CLOSED) == State.CLOSED) {
            return;
        }
        inbox.refuse();
        MqttConnection open = connection;
        if (open != null) {
            open.close();
        }
        inbox.close();
    }
}
