package org.plumbline.benchmark.mqtt;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Semaphore;

/**
 * Publishes numbered messages as fast as the broker takes them. Writes the packets of MQTT 3.1.1 itself, for a client
 * library would be slower than the subscribers. Arguments: port, count, QoS 0 or 1.
 */
final class PublishMain {

    static final String TOPIC = "device/1/state";

    private static final byte[] CONNECT = {0x10, 13, 0, 4, 'M', 'Q', 'T', 'T', 4, 2, 0, 60, 0, 1, 'p'};
    private static final int CONNACK = 4;
    private static final int PUBACK = 4;
    private static final int IDS = 65_535;
    private static final int BLOCK = 1 << 14;

    /** At QoS 1: sent and not acknowledged yet. */
    private static final int WINDOW = 1000;

    private final Semaphore window = new Semaphore(WINDOW);
    private final DataInputStream in;
    private final OutputStream out;
    private final int qos;

    private PublishMain(Socket socket, int qos) throws IOException {
        this.in = new DataInputStream(socket.getInputStream());
        this.out = socket.getOutputStream();
        this.qos = qos;
    }

    public static void main(String[] arguments) throws IOException, InterruptedException {
        int count = Integer.parseInt(arguments[1]);
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), Integer.parseInt(arguments[0]))) {
            PublishMain publisher = new PublishMain(socket, Integer.parseInt(arguments[2]));
            publisher.out.write(CONNECT);
            publisher.in.readNBytes(CONNACK);
            publisher.publish(count);
            publisher.out.write(new byte[] {(byte) 0xE0, 0});
        }
    }

    private void publish(int count) throws IOException, InterruptedException {
        Thread acknowledged = new Thread(this::acknowledged, "acknowledged");
        acknowledged.setDaemon(true);
        if (qos > 0) {
            acknowledged.start();
        }
        ByteArrayOutputStream block = new ByteArrayOutputStream();
        for (int i = 0; i < count; i++) {
            if (qos > 0 && !window.tryAcquire()) {
                out.write(block.toByteArray());
                block.reset();
                window.acquire();
            }
            block.writeBytes(packet(i));
            if (block.size() >= BLOCK) {
                out.write(block.toByteArray());
                block.reset();
            }
        }
        out.write(block.toByteArray());
        if (qos > 0) {
            window.acquire(WINDOW);
        }
    }

    private byte[] packet(int number) {
        byte[] topic = TOPIC.getBytes(StandardCharsets.US_ASCII);
        byte[] payload = payload(number);
        int length = 2 + topic.length + (qos > 0 ? 2 : 0) + payload.length;
        ByteArrayOutputStream packet = new ByteArrayOutputStream(length + 3);
        packet.write(0x30 | qos << 1);
        packet.write(length & 0x7F | 0x80);
        packet.write(length >> 7);
        packet.write(0);
        packet.write(topic.length);
        packet.writeBytes(topic);
        if (qos > 0) {
            int id = number % IDS + 1;
            packet.write(id >> 8);
            packet.write(id);
        }
        packet.writeBytes(payload);
        return packet.toByteArray();
    }

    private static byte[] payload(int number) {
        String text = "{\"n\":" + number + ",\"pose\":{\"depth\":" + number % 2000 / 100.0 + ",\"heading\":"
                + number % 3600 / 10.0 + "},\"battery\":" + (100 - number % 1000 / 10.0)
                + ",\"mode\":\"depth-hold\",\"armed\":true}";
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    private void acknowledged() {
        byte[] puback = new byte[PUBACK];
        try {
            while (true) {
                in.readFully(puback);
                window.release();
            }
        } catch (IOException e) {
            // the end of the connection
        }
    }
}
