package org.plumbline.stage;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.plumbline.channel.Link;
import org.plumbline.channel.Packet;
import org.plumbline.channel.Receiver;
import org.plumbline.timeline.Clock;

/** Goes where it is sent and reports a hundred times a second what its script says. */
final class Stage implements Link {

    private static final long STEP = 10_000_000L;
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final Clock clock;
    private final List<Receiver> receivers = new ArrayList<>();
    private final Map<String, Integer> sent = new HashMap<>();
    private String from = "nowhere";
    private String to = "nowhere";
    private long since;
    private boolean open = true;

    Stage(Clock clock) {
        this.clock = clock;
        reportAt(clock.now() + STEP);
    }

    /** On each channel it reports the same. */
    Link open(Receiver receiver) {
        receivers.add(receiver);
        return this;
    }

    private void reportAt(long at) {
        clock.schedule(at, () -> {
            if (open) {
                Way way = new Way(from, to, sent.getOrDefault(from + to, 1) - 1, (at - since) / 1e9);
                Packet state = new Packet("stage/state", bytes(Script.shows(way)));
                receivers.forEach(receiver -> receiver.received(clock.now(), state));
                reportAt(at + STEP);
            }
        });
    }

    @Override
    public void send(Packet packet) {
        from = to;
        to = read(packet).path("point").asText();
        sent.merge(from + to, 1, Integer::sum);
        since = clock.now();
    }

    private static JsonNode read(Packet packet) {
        try {
            return MAPPER.readTree(packet.text());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] bytes(Map<String, Object> state) {
        return MAPPER.valueToTree(state).toString().getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        open = false;
    }
}
