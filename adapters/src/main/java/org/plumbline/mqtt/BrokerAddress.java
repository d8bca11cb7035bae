package org.plumbline.mqtt;

import java.net.URI;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Where a broker is, as far as files tell: one host with the same port, or with the default ports of the plain connection
 * and of that with TLS, is one broker. No name is looked up.
 */
record BrokerAddress(String host, int port) {

    /** The default port of each scheme. */
    static final Map<String, Integer> PORTS = Map.of("tcp", 1883, "ssl", 8883, "ws", 80, "wss", 443);

    private static final Map<Integer, Integer> PLAIN = Map.of(8883, 1883, 443, 80);
    private static final Set<String> THIS_COMPUTER = Set.of("localhost", "127.0.0.1", "[::1]", "[0:0:0:0:0:0:0:1]");

    static BrokerAddress of(String broker) {
        URI uri = URI.create(broker);
        String host = uri.getHost().toLowerCase(Locale.ROOT);
        int port = port(uri);
        return new BrokerAddress(THIS_COMPUTER.contains(host) ? "localhost" : host, PLAIN.getOrDefault(port, port));
    }

    static int port(URI broker) {
        return broker.getPort() < 0 ? PORTS.getOrDefault(broker.getScheme(), 0) : broker.getPort();
    }
}
