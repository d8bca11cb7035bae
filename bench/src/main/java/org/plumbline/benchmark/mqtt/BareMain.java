package org.plumbline.benchmark.mqtt;

import java.util.concurrent.CountDownLatch;
import org.eclipse.paho.client.mqttv3.IMqttMessageListener;
import org.eclipse.paho.client.mqttv3.MqttClient;
import org.eclipse.paho.client.mqttv3.MqttException;
import org.eclipse.paho.client.mqttv3.MqttMessage;
import org.eclipse.paho.client.mqttv3.persist.MemoryPersistence;
import org.plumbline.benchmark.figure.Machine;
import org.plumbline.timeline.LiveClock;

/** The peer: Paho's subscriber, which throws messages away. Arguments: port, count, QoS. */
final class BareMain implements IMqttMessageListener {

    private final LiveClock clock = new LiveClock();
    private final CountDownLatch end = new CountDownLatch(1);
    private final int count;
    private final int warm;
    private int arrived;
    private long begun;
    private long ended;

    private BareMain(int count, int warm) {
        this.count = count;
        this.warm = warm;
    }

    public static void main(String[] arguments) throws MqttException, InterruptedException {
        BareMain bare = new BareMain(Integer.parseInt(arguments[1]), Integer.parseInt(arguments[3]));
        MqttClient client = new MqttClient("tcp://127.0.0.1:" + arguments[0], "bare", new MemoryPersistence());
        client.connect();
        client.subscribe(PublishMain.TOPIC, Integer.parseInt(arguments[2]), bare);
        System.out.println("ready");
        bare.end.await();
        System.out.println("seconds " + (bare.ended - bare.begun) / 1e9);
        System.out.println("peak " + Machine.peakMegabytes());
        System.exit(0);
    }

    @Override
    public void messageArrived(String topic, MqttMessage message) {
        if (arrived++ == warm) {
            begun = clock.now();
        }
        if (arrived == count) {
            ended = clock.now();
            end.countDown();
        }
    }
}
