package org.plumbline.benchmark.mqtt;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.plumbline.benchmark.figure.Child;
import org.plumbline.benchmark.figure.Figures;
import org.plumbline.benchmark.figure.Machine;
import org.plumbline.benchmark.figure.Scratch;
import org.plumbline.benchmark.figure.Sorted;
import org.plumbline.benchmark.recording.ListenMain;
import org.plumbline.benchmark.recording.Recorded;
import org.plumbline.benchmark.recording.Recording;

/**
 * Publishes numbered JSON messages through a broker as fast as it takes them; publisher, broker and subscriber are
 * processes of their own. Plumbline has five signals of each message on the timeline and in the capture; the peer, a bare
 * Paho subscriber, throws the same messages away. Once the subscriber has processors of its own, as beside a robot whose
 * broker runs elsewhere, so that the publisher is the same whoever listens; once all three share all processors. Start it
 * with {@code bench/mqtt}.
 */
public final class MqttSpeed {

    private static final int COUNT = 1_000_000;

    /** So many come before the time begins, until both sides are compiled. */
    private static final int WARM_UP = 400_000;

    private static final double GOAL = 0.9;
    private static final List<String> OPTIONS = List.of("-XX:+UseSerialGC");

    private static final String DEVICE = """
            device: {class: none, manufacturer: none, model: none, serial-number: none, firmware: none}
            channels:
              state: {transport: mqtt, broker: "tcp://127.0.0.1:%d", subscribe: ["%s"], qos: %d, codec: json}
            signals:
              n: {channel: state, pointer: /n, unit: "1"}
              depth: {channel: state, pointer: /pose/depth, unit: m}
              heading: {channel: state, pointer: /pose/heading, unit: deg}
              mode: {channel: state, pointer: /mode}
              armed: {channel: state, pointer: /armed}
            """;

    private final Scratch scratch;
    private final Processors processors;
    private final Broker broker;
    private final Map<String, List<Double>> rates = new HashMap<>();

    private MqttSpeed(Scratch scratch, Processors processors, Broker broker) {
        this.scratch = scratch;
        this.processors = processors;
        this.broker = broker;
    }

    /** @param arguments the number of rounds, 5 where it is left out */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        int rounds = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 5;
        Figures figures = new Figures();
        for (Processors processors : Processors.ways()) {
            try (Scratch scratch = Scratch.create("mqtt");
                    Broker broker = Broker.start(scratch.resolve("broker"), processors.others())) {
                MqttSpeed speed = new MqttSpeed(scratch, processors, broker);
                for (int round = 0; round < rounds; round++) {
                    for (int qos = 0; qos <= 1; qos++) {
                        speed.round(qos, round % 2 == 0);
                    }
                }
                speed.add(figures, rounds);
            }
        }
        System.exit(figures.print() ? 0 : 1);
    }

    private void round(int qos, boolean oursFirst) throws IOException, InterruptedException {
        for (boolean ours : List.of(oursFirst, !oursFirst)) {
            double seconds = ours ? record(qos) : discard(qos);
            rates.computeIfAbsent(key(qos, ours), k -> new ArrayList<>()).add((COUNT - WARM_UP) / seconds);
        }
    }

    private static String key(int qos, boolean ours) {
        return (ours ? "ours " : "peer ") + qos;
    }

    /** From the first message's arrival to the end of the capture, in seconds. */
    private double record(int qos) throws IOException, InterruptedException {
        Path folder = scratch.resolve("capture");
        Path device = Files.writeString(
                scratch.resolve("device.yaml"), DEVICE.formatted(broker.port(), PublishMain.TOPIC, qos));
        try (Child child = subscriber(ListenMain.class, folder, device, COUNT, WARM_UP)) {
            double seconds = afterPublishing(child, qos);
            Recorded.check(Recording.capture(folder), "n", COUNT);
            return seconds;
        } finally {
            Scratch.delete(folder);
        }
    }

    /** From the first message's arrival to the last one's, in seconds. */
    private double discard(int qos) throws IOException, InterruptedException {
        try (Child child = subscriber(BareMain.class, broker.port(), COUNT, qos, WARM_UP)) {
            return afterPublishing(child, qos);
        }
    }

    private Child subscriber(Class<?> main, Object... arguments) throws IOException {
        return Child.java(processors.subscriber(), OPTIONS, main, arguments);
    }

    private double afterPublishing(Child subscriber, int qos) throws IOException, InterruptedException {
        subscriber.await("ready");
        try (Child publisher = Child.java(processors.others(), OPTIONS, PublishMain.class, broker.port(), COUNT, qos)) {
            double seconds = subscriber.numbers().get("seconds");
            publisher.numbers();
            return seconds;
        }
    }

    private void add(Figures figures, int rounds) {
        System.out.printf(
                Locale.ROOT,
                "%,d messages of five signals after %,d to warm up, nothing lost; median of %d rounds; %s; %s; broker: %s; peer: bare Paho 3.1.1%n",
                COUNT - WARM_UP,
                WARM_UP,
                rounds,
                processors.name(),
                Machine.line(),
                broker.name());
        for (int qos = 0; qos <= 1; qos++) {
            double ours = Sorted.of(rates.get(key(qos, true))).median();
            double peers = Sorted.of(rates.get(key(qos, false))).median();
            figures.ratio("QoS " + qos + ", " + processors.name(), ours, peers, "/s", GOAL);
        }
    }
}
