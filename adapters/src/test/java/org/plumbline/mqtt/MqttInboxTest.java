package org.plumbline.mqtt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class MqttInboxTest {

    private final List<Integer> delivered = Collections.synchronizedList(new ArrayList<>());
    private final List<Integer> dropped = new ArrayList<>();
    private final CountDownLatch opened = new CountDownLatch(1);
    private final MqttInbox inbox = new MqttInbox("state", failure -> {}, dropped::add);

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
}
