package org.plumbline.json;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import org.plumbline.bench.SignalSpec;
import org.plumbline.channel.Value;

/** Where one signal is in a message. */
record JsonValue(SignalSpec signal, TopicFilter topic, JsonPointer pointer, Type type) {

    /** What may stand there. */
    enum Type {
        ANY,
        NUMBER,
        TEXT,
        FLAG;

        static Type of(String word) {
            for (Type type : values()) {
                if (type.name().equalsIgnoreCase(word)) {
                    return type;
                }
            }
            throw new IllegalArgumentException(word + " is not a type");
        }
    }

    /** The value; empty where the node is of another type, or a number that is none. */
    Optional<Value> read(JsonNode node) {
        if (node.isNumber() && (type == Type.ANY || type == Type.NUMBER)) {
            double number = node.doubleValue();
            return Double.isNaN(number) || Double.isInfinite(number)
                    ? Optional.empty()
                    : Optional.of(new Value.Numeric(number));
        }
        if (node.isTextual() && (type == Type.ANY || type == Type.TEXT)) {
            return Optional.of(new Value.Literal(node.textValue()));
        }
        if (node.isBoolean() && (type == Type.ANY || type == Type.FLAG)) {
            return Optional.of(new Value.Logical(node.booleanValue()));
        }
        return Optional.empty();
    }
}
