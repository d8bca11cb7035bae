package org.plumbline.mqtt;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.plumbline.channel.Packet;
import org.plumbline.error.BenchException;
import org.plumbline.error.Problem;
import org.plumbline.quantity.Quantity;
import org.plumbline.quantity.Unit;
import org.plumbline.text.Text;

/**
 * What the bench's own broker does as a bad network: a command to {@code $mqtt/network/KIND} with {@code {client, for}}.
 *
 * @param client its id; empty for every client
 * @param nanos how long, of HOLD
 */
record NetworkAct(Kind kind, String client, long nanos) {

    static final String PREFIX = "$mqtt/network/";

    private static final JsonMapper JSON = JsonMapper.builder().build();

    enum Kind {
        REFUSE,
        ADMIT,
        DROP,
        HOLD,
        RELEASE,
        STOP,
        START;

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        static Optional<Kind> of(String word) {
            return Arrays.stream(values())
                    .filter(kind -> kind.word().equals(word))
                    .findFirst();
        }
    }

    static NetworkAct of(String channel, Packet packet) {
        Kind kind = Kind.of(packet.address().substring(PREFIX.length()))
                .orElseThrow(() -> wrong(
                        channel,
                        packet,
                        new Text(
                                "可用: refuse、admit、drop、hold、release、stop、start",
                                "use: refuse, admit, drop, hold, release, stop, start")));
        JsonNode payload = payload(channel, packet);
        List<String> keys = kind == Kind.HOLD ? List.of("client", "for") : List.of("client");
        payload.fieldNames().forEachRemaining(key -> {
            if (!keys.contains(key)) {
                String use = String.join(", ", keys);
                throw wrong(
                        channel,
                        packet,
                        new Text("它没有 %s；payload 可写: %s", "it has no %s; payload may say: %s").with(key, use));
            }
        });
        Optional<Quantity> lasting = Quantity.parse(payload.path("for").asText())
                .filter(quantity -> quantity.value() > 0 && quantity.unit().isCommensurableWith(Unit.S));
        if (kind == Kind.HOLD && lasting.isEmpty()) {
            throw wrong(
                    channel,
                    packet,
                    new Text("hold 须写明时长，如 payload: {for: 2 s}", "hold needs a time, such as payload: {for: 2 s}"));
        }
        return new NetworkAct(
                kind,
                payload.path("client").asText(),
                lasting.map(Quantity::nanos).orElse(0L));
    }

    /** The command that asks for it. */
    Packet packet() {
        ObjectNode payload = JSON.createObjectNode();
        if (!client.isEmpty()) {
            payload.put("client", client);
        }
        return new Packet(PREFIX + kind.word(), payload.toString().getBytes(UTF_8));
    }

    private static JsonNode payload(String channel, Packet packet) {
        try {
            return JSON.readTree(packet.payload());
        } catch (IOException e) {
            throw wrong(
                    channel,
                    packet,
                    new Text("payload 须为 JSON（%s）", "the payload has to be JSON (%s)").with(e.getMessage()));
        }
    }

    private static BenchException wrong(String channel, Packet packet, Text remedy) {
        return new BenchException(Problem.of(
                new Text("通道 %s 的命令 %s %s 不是代理能做的", "channel %s: the broker cannot do the command %s %s")
                        .with(channel, packet.address(), packet.text()),
                remedy));
    }
}
