package org.plumbline.broker;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class PacketGateTest {

    private static Socket device(int port, String client) throws IOException {
        Socket device = new Socket(InetAddress.getLoopbackAddress(), port);
        String login = "\0\4MQTT\4\2\0\36\0" + (char) client.length() + client;
        device.getOutputStream().write(("\20" + (char) login.length() + login).getBytes(ISO_8859_1));
        assertThat(device.getInputStream().readNBytes(4)).containsExactly(0x20, 2, 0, 0);
        return device;
    }

    /** Devices that make up a new id for each connection would fill the memory. */
    @Test
    void keepsNoConnectionThatIsOver() throws Exception {
        CountDownLatch ends = new CountDownLatch(2);
        PacketTap tap = (address, json) -> {
            if (address.startsWith("$mqtt/in/CLOSED/")) {
                ends.countDown();
            }
        };
        PacketGate gate = new PacketGate(tap, null);
        InetSocketAddress any = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
        gate.open();
        try (EmbeddedBroker broker = EmbeddedBroker.start(any, null, gate);
                Socket stays = device(broker.port(), "rov-1")) {
            assertThat(stays.isConnected()).isTrue();
            device(broker.port(), "rov-2").close();
            device(broker.port(), "rov-3").close();
            assertThat(ends.await(10, TimeUnit.SECONDS)).isTrue();
            assertThat(gate.standing()).containsExactly("rov-1");
        }
    }
}
