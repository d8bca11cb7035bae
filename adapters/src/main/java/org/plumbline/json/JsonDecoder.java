package org.plumbline.json;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.plumbline.channel.DecodeSink;
import org.plumbline.channel.Decoder;
import org.plumbline.channel.Packet;

/** Takes the signals from each message. */
final class JsonDecoder implements Decoder {

    private final MessageReader reader;
    private final List<JsonValue> values;

    JsonDecoder(MessageReader reader, List<JsonValue> values) {
        this.reader = reader;
        this.values = values;
    }

    @Override
    public void decode(long time, Packet packet, DecodeSink sink) {
        sink.frame(time, packet);
        JsonNode message = reader.read(packet, sink).orElse(null);
        if (message == null) {
            return;
        }
        for (JsonValue value : values) {
            if (value.topic().matches(packet.address())) {
                deliver(value, message.at(value.pointer()), sink);
            }
        }
    }

    private static void deliver(JsonValue value, JsonNode node, DecodeSink sink) {
        if (!node.isMissingNode()) {
            value.type().deliver(value.signal(), node, value.pointer().toString(), value.scaling(), sink);
        }
    }
}
