package org.plumbline.json;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import org.plumbline.bench.SignalSpec;
import org.plumbline.channel.DecodeSink;
import org.plumbline.channel.FrameError;
import org.plumbline.channel.Value;

/** What may stand where a signal is. */
public enum JsonType {
    ANY,
    NUMBER,
    TEXT,
    FLAG;

    private static final int MOST_SHOWN = 80;

    /**
     * The type of that name.
     *
     * @throws IllegalArgumentException where there is none
     */
    public static JsonType of(String word) {
        for (JsonType type : values()) {
            if (type.name().equalsIgnoreCase(word)) {
                return type;
            }
        }
        throw new IllegalArgumentException(word + " is not a type");
    }

    /**
     * Delivers the value as the signal's sample, or says that it is of another type, or a number that is none.
     *
     * @param path where it stands, for the error
     */
    public void deliver(SignalSpec signal, JsonNode node, String path, DecodeSink sink) {
        read(node)
                .ifPresentOrElse(
                        value -> sink.sample(signal, value),
                        () -> sink.error(FrameError.VALUE, path + ": " + shown(node)));
    }

    private Optional<Value> read(JsonNode node) {
        if (node.isNumber() && (this == ANY || this == NUMBER)) {
            double number = node.doubleValue();
            return Double.isNaN(number) || Double.isInfinite(number)
                    ? Optional.empty()
                    : Optional.of(new Value.Numeric(number));
        }
        if (node.isTextual() && (this == ANY || this == TEXT)) {
            return Optional.of(new Value.Literal(node.textValue()));
        }
        if (node.isBoolean() && (this == ANY || this == FLAG)) {
            return Optional.of(new Value.Logical(node.booleanValue()));
        }
        return Optional.empty();
    }

    private static String shown(JsonNode node) {
        String text = node.toString();
        return text.length() > MOST_SHOWN ? text.substring(0, MOST_SHOWN) + "…" : text;
    }
}
