package org.plumbline.vda5050;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.plumbline.channel.Encoder;
import org.plumbline.channel.Packet;

/** Puts the header before a message's body. */
final class Vda5050Encoder implements Encoder {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Sender sender;
    private final Body body;

    Vda5050Encoder(Sender sender, Body body) {
        this.sender = sender;
        this.body = body;
    }

    @Override
    public String address() {
        return sender.vehicle().topic(body.topic());
    }

    /** To see whether it can be encoded: counts nothing. */
    @Override
    public Packet encode(Map<String, String> parameters) {
        Sender trial = new Sender(sender.vehicle());
        trial.order("");
        return encode(parameters, trial, Instant.EPOCH);
    }

    @Override
    public Packet encode(Map<String, String> parameters, Instant utc) {
        return encode(parameters, sender, utc);
    }

    private Packet encode(Map<String, String> parameters, Sender by, Instant utc) {
        Map<String, @Nullable Object> filled = body.fill(parameters, by, utc);
        Map<String, @Nullable Object> message = by.header(body.topic(), utc);
        message.putAll(filled);
        try {
            return new Packet(
                    by.vehicle().topic(body.topic()),
                    JSON.writeValueAsString(message).getBytes(StandardCharsets.UTF_8));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e); // maps, lists and scalars only
        }
    }
}
