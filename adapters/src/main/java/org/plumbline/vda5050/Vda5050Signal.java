package org.plumbline.vda5050;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import org.plumbline.bench.SignalSpec;
import org.plumbline.channel.DecodeSink;
import org.plumbline.channel.Value;
import org.plumbline.json.JsonType;

/** A signal of one topic. */
sealed interface Vda5050Signal {

    String topic();

    void read(JsonNode message, Vehicle vehicle, DecodeSink sink);

    /** The value of a field. */
    record Field(SignalSpec spec, String topic, FieldPath path, JsonType type) implements Vda5050Signal {

        @Override
        public void read(JsonNode message, Vehicle vehicle, DecodeSink sink) {
            path.in(message).ifPresent(node -> type.deliver(spec, node, path.text(), sink));
        }
    }

    /**
     * Whether a message is as the document says where no schema can.
     *
     * @param inWords as text, ok or what is wrong; otherwise as true or false
     */
    record Checked(SignalSpec spec, String topic, Check check, boolean inWords) implements Vda5050Signal {

        @Override
        public void read(JsonNode message, Vehicle vehicle, DecodeSink sink) {
            Optional<String> fault = check.fault(message, vehicle);
            sink.sample(spec, inWords ? new Value.Literal(fault.orElse("ok")) : new Value.Logical(fault.isEmpty()));
        }
    }
}
