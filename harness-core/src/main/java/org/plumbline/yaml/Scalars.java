package org.plumbline.yaml;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.math.BigInteger;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.Tag;

/** Scalars as JSON. What claims to be a number and is none stays a text, and the schema says so. */
final class Scalars {

    /** Longer numbers are no settings, and reading them takes quadratic time. */
    private static final int MAX_DIGITS = 40;

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private Scalars() {}

    static JsonNode json(ScalarNode scalar) {
        String raw = scalar.getValue();
        if (scalar.getTag().equals(Tag.BOOL)) {
            return JSON.booleanNode(Boolean.parseBoolean(raw));
        }
        boolean number = scalar.getTag().equals(Tag.INT) || scalar.getTag().equals(Tag.FLOAT);
        if (!number || raw.length() > MAX_DIGITS) {
            return JSON.textNode(raw);
        }
        try {
            return scalar.getTag().equals(Tag.INT) ? whole(raw) : real(raw);
        } catch (NumberFormatException e) {
            return JSON.textNode(raw);
        }
    }

    private static JsonNode whole(String raw) {
        BigInteger value = CoreSchemaResolver.DECIMAL.matcher(raw).matches()
                ? new BigInteger(raw)
                : new BigInteger(raw.substring(2), raw.startsWith("0x") ? 16 : 8);
        if (value.bitLength() < Integer.SIZE) {
            return JSON.numberNode(value.intValue());
        }
        return value.bitLength() < Long.SIZE ? JSON.numberNode(value.longValue()) : JSON.numberNode(value);
    }

    private static JsonNode real(String raw) {
        double value = Double.parseDouble(raw);
        return Double.isInfinite(value) ? JSON.textNode(raw) : JSON.numberNode(value);
    }
}
