package org.plumbline.json;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.plumbline.bench.Settings;
import org.plumbline.bench.SignalSpec;
import org.plumbline.channel.DecodeSink;
import org.plumbline.channel.FrameError;
import org.plumbline.channel.Value;
import org.plumbline.error.InputException;
import org.plumbline.error.Problem;
import org.plumbline.quantity.DoublePrecision;
import org.plumbline.scaling.Scaling;
import org.plumbline.text.Excerpt;
import org.plumbline.text.Text;
import org.plumbline.yaml.Nearest;

/** What may stand where a signal is. */
public enum JsonType {
    ANY,
    NUMBER,
    TEXT,
    FLAG;

    private static final int MOST_SHOWN = 80;

    /**
     * The type that a signal's key {@code type} names, or another where it names none.
     *
     * @throws InputException where there is no such type, with its place
     */
    public static JsonType of(Settings settings, JsonType otherwise) {
        String word = settings.text("type").orElse(otherwise.name());
        return Arrays.stream(values())
                .filter(type -> type.name().equalsIgnoreCase(word))
                .findFirst()
                .orElseThrow(() -> new InputException(new Problem(
                        settings.placeOf("type"),
                        new Text("没有名为 %s 的类型", "there is no type %s").with(word),
                        Nearest.remedy(word, List.of("number", "text", "flag")))));
    }

    /**
     * Delivers the value as the signal's sample, or says that it is of another type, or a number that is none or a whole one
     * of more than 53 bits.
     *
     * @param path where it stands, for the error
     */
    public void deliver(SignalSpec signal, JsonNode node, String path, DecodeSink sink) {
        deliver(signal, node, path, Scaling.NONE, sink);
    }

    void deliver(SignalSpec signal, JsonNode node, String path, Scaling scaling, DecodeSink sink) {
        read(node)
                .flatMap(scaling::value)
                .ifPresentOrElse(
                        value -> sink.sample(signal, value),
                        () -> sink.refused(FrameError.VALUE, path + ": " + shown(node)));
    }

    private Optional<Value> read(JsonNode node) {
        if (node.isNumber() && (this == ANY || this == NUMBER)) {
            double number = node.doubleValue();
            return Double.isFinite(number) && isExact(node) ? Optional.of(new Value.Numeric(number)) : Optional.empty();
        }
        if (node.isTextual() && (this == ANY || this == TEXT)) {
            return Optional.of(new Value.Literal(node.textValue()));
        }
        if (node.isBoolean() && (this == ANY || this == FLAG)) {
            return Optional.of(new Value.Logical(node.booleanValue()));
        }
        return Optional.empty();
    }

    private static boolean isExact(JsonNode number) {
        return !number.isIntegralNumber() || number.isInt() || DoublePrecision.tells(number.bigIntegerValue());
    }

    private static String shown(JsonNode node) {
        return Excerpt.of(node.toString(), MOST_SHOWN);
    }
}
