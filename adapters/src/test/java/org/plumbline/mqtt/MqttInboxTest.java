package org.plumbline.mqtt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.plumbline.bench.ChannelSpec;
import org.plumbline.bench.Settings;
import org.plumbline.channel.Packet;
import org.plumbline.channel.Receiver;
import org.plumbline.text.Text;

class MqttInboxTest {

    private final List<Integer> delivered = Collections.synchronizedList(new ArrayList<>());
    private final List<Integer> dropped = new ArrayList<>();
    private final CountDownLatch opened = new CountDownLatch(1);
    private final List<Throwable> failures = Collections.synchronizedList(new ArrayList<>());
    private final MqttInbox inbox = new MqttInbox("state", failures::add, dropped::add);

    private void waitUntilOpened() {
        try {
            opened.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void deliversInOrderAndDropsNothing() {
        inbox.start();
        for (int i = 0; i < 10_000; i++) {
            int number = i;
            inbox.put(() -> delivered.add(number), 100);
        }
        inbox.close();
        assertThat(delivered).hasSize(10_000).isSorted();
        assertThat(dropped).isEmpty();
    }

    @Test
    void holdsBackWhoBringsMoreBytesThanItHasRoomFor() throws InterruptedException {
        inbox.put(() -> delivered.add(1), MqttInbox.BYTES / 2);
        inbox.put(() -> delivered.add(2), 2 * MqttInbox.BYTES / 4);
        Thread client = new Thread(() -> inbox.put(() -> delivered.add(3), 1));
        client.start();
        await().until(() -> client.getState() == Thread.State.TIMED_WAITING);
        inbox.start();
        client.join();
        inbox.close();
        assertThat(delivered).containsExactly(1, 2, 3);
        assertThat(dropped).isEmpty();
    }

    @Test
    void tellsHowManyItCouldNotDeliver() {
        inbox.start();
        inbox.put(this::waitUntilOpened, 0);
        inbox.put(() -> delivered.add(1), 0);
        inbox.put(() -> delivered.add(2), 0);
        inbox.close();
        opened.countDown();
        assertThat(dropped).containsExactly(3);
    }

    /** Another one, which waits for room. */
    private Thread blocked(int number) {
        Thread client = new Thread(() -> inbox.put(() -> delivered.add(number), 1));
        client.start();
        await().until(() -> client.getState() == Thread.State.TIMED_WAITING);
        return client;
    }

    @Test
    void holdsBackWhoBringsMoreMessagesThanItHasRoomFor() throws InterruptedException {
        for (int i = 0; i < 4096; i++) {
            int number = i;
            inbox.put(() -> delivered.add(number), 0);
        }
        Thread client = blocked(4096);
        inbox.start();
        client.join();
        inbox.close();
        assertThat(delivered).hasSize(4097).isSorted();
        assertThat(dropped).isEmpty();
    }

    /** Its client is in the midst of putting a message when it is closed, and nothing else is left to deliver. */
    @Test
    void deliversWhatSomebodyIsAboutToPut() throws InterruptedException {
        Gate queue = new Gate();
        MqttInbox slow = new MqttInbox("state", failures::add, dropped::add, queue);
        slow.start();
        Thread client = new Thread(() -> slow.put(() -> delivered.add(1), 1));
        client.start();
        queue.reached.await();
        slow.refuse();
        queue.awaitLooks();
        opened.countDown();
        client.join();
        slow.close();
        assertThat(delivered).containsExactly(1);
        assertThat(dropped).isEmpty();
    }

    /** Takes nothing before it is opened. */
    private final class Gate extends ArrayBlockingQueue<MqttInbox.Delivery> {

        private static final long serialVersionUID = 1L;

        private final transient CountDownLatch reached = new CountDownLatch(1);
        private final transient AtomicInteger looks = new AtomicInteger();
        private transient volatile Thread looking = Thread.currentThread();

        Gate() {
            super(10);
        }

        @Override
        public boolean offer(MqttInbox.Delivery delivery) {
            reached.countDown();
            waitUntilOpened();
            return super.offer(delivery);
        }

        @Override
        public MqttInbox.Delivery poll(long timeout, TimeUnit unit) throws InterruptedException {
            looking = Thread.currentThread();
            looks.incrementAndGet();
            return super.poll(timeout, unit);
        }

        /** Until somebody who looks has looked again, or does so no more. */
        void awaitLooks() {
            int before = looks.get();
            await().until(() -> looks.get() > before + 1 || before > 0 && !looking.isAlive());
        }
    }

    @Test
    void waitsForNobodyWhoGaveUpWhenItIsClosed() throws InterruptedException {
        AtomicReference<Thread> delivering = new AtomicReference<>();
        inbox.start();
        inbox.put(
                () -> {
                    delivering.set(Thread.currentThread());
                    waitUntilOpened();
                },
                MqttInbox.BYTES);
        Thread client = blocked(1);
        inbox.refuse();
        client.join();
        opened.countDown();
        await().until(() -> delivering.get() != null && !delivering.get().isAlive());
        inbox.close();
        assertThat(delivered).isEmpty();
        assertThat(dropped).containsExactly(1);
    }

    @Test
    void keepsNobodyWaitingBehindADeliveryThatFailed() throws InterruptedException {
        inbox.start();
        inbox.put(
                () -> {
                    waitUntilOpened();
                    throw new IllegalStateException("cannot be taken");
                },
                MqttInbox.BYTES);
        Thread client = blocked(1);
        opened.countDown();
        client.join();
        inbox.close();
        assertThat(failures).hasSize(1).first().isInstanceOf(IllegalStateException.class);
        assertThat(delivered).isEmpty();
        assertThat(dropped).containsExactly(2);
    }

    /** Behind a decoder that does not return. */
    @Test
    void keepsNobodyWaitingOnceItIsGivenUp() throws InterruptedException {
        inbox.start();
        inbox.put(this::waitUntilOpened, MqttInbox.BYTES);
        Thread client = blocked(1);
        assertThat(inbox.giveUp()).isOne();
        client.join();
        inbox.put(() -> delivered.add(2), 1);
        opened.countDown();
        inbox.close();
        assertThat(delivered).isEmpty();
        assertThat(dropped).isEmpty();
    }

    /** Whoever waits for room has what is asked for by those who judge, and stop the device. */
    @Test
    void aLinkThatIsGivenUpHoldsUpNobodyAndSaysSoOnce() throws InterruptedException {
        List<Text> overruns = Collections.synchronizedList(new ArrayList<>());
        MqttLink link = new MqttLink(
                MqttSettings.of(new ChannelSpec(
                        "state",
                        "device",
                        "mqtt",
                        "json",
                        Settings.of(Map.of("broker", "tcp://127.0.0.1:1883", "subscribe", List.of("state"))))),
                new Overruns(overruns));
        Thread client = new Thread(() -> {
            for (int i = 0; i < 5000; i++) {
                link.arrived("state", new byte[1], false);
            }
        });
        client.start();
        await().until(() -> client.getState() == Thread.State.TIMED_WAITING);
        link.giveUp();
        client.join();
        assertThat(link.doubt()).isEmpty();
        link.close();
        assertThat(overruns)
                .containsExactly(new Text(
                        "等待处理的 4096 条消息未能记录，此后到达的也不再记录",
                        "4096 messages that wait cannot be recorded, nor is what arrives from here on"));
    }

    /** Hears of nothing else. */
    private record Overruns(List<Text> told) implements Receiver {

        @Override
        public long now() {
            return 0;
        }

        @Override
        public void received(long time, Packet packet) {}

        @Override
        public void lost(Text cause) {}

        @Override
        public void restored() {}

        @Override
        public void overrun(long since, Text cause) {
            told.add(cause);
        }
    }

    @Test
    void takesNothingOnceItIsClosed() {
        inbox.start();
        inbox.close();
        inbox.put(() -> delivered.add(1), 0);
        inbox.close();
        assertThat(delivered).isEmpty();
        assertThat(dropped).isEmpty();
    }
}
