package org.plumbline.vda5050;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.plumbline.bench.SpelledNumber;

/**
 * Where a value is in a message: names of fields, joined by dots. A number picks an element of a list; without one a list on
 * the way stands for its first element, and a list at the end for how many elements it has.
 *
 * @param where what fields of an element of the first such list must be, for others do not count; of the message where there
 *     is no such list
 */
record FieldPath(String text, Map<FieldPath, Object> where) {

    private static final Pattern INDEX = Pattern.compile("\\d{1,6}");

    static FieldPath of(String text, Map<?, ?> where) {
        Map<FieldPath, Object> conditions = new LinkedHashMap<>();
        where.forEach((path, value) ->
                conditions.put(new FieldPath(String.valueOf(path), Map.of()), value == null ? "null" : value));
        return new FieldPath(text, conditions);
    }

    /** What stands there; empty where nothing does. */
    Optional<JsonNode> in(JsonNode message) {
        boolean chosen = false;
        JsonNode node = message;
        for (String name : text.split("\\.")) {
            if (node.isArray() && INDEX.matcher(name).matches()) {
                node = node.path(Integer.parseInt(name));
                continue;
            }
            if (node.isArray()) {
                node = elements(node, chosen).findFirst().orElse(MissingNode.getInstance());
                chosen = true;
            }
            node = node.path(name);
        }
        if (node.isArray()) {
            return Optional.of(IntNode.valueOf((int) elements(node, chosen).count()));
        }
        return node.isMissingNode() || !chosen && !fits(message) ? Optional.empty() : Optional.of(node);
    }

    private Stream<JsonNode> elements(JsonNode list, boolean chosen) {
        return StreamSupport.stream(list.spliterator(), false).filter(element -> chosen || fits(element));
    }

    private boolean fits(JsonNode node) {
        return where.entrySet().stream().allMatch(condition -> condition
                .getKey()
                .in(node)
                .filter(value -> is(value, condition.getValue()))
                .isPresent());
    }

    /** Numbers are compared as numbers, all else as it is written: an id 007 is none of 7. */
    private static boolean is(JsonNode value, Object wanted) {
        return value.isNumber() && Double.isFinite(value.doubleValue()) && wanted instanceof Number
                ? value.decimalValue().compareTo(new BigDecimal(wanted.toString())) == 0
                : value.asText().equals(SpelledNumber.spelling(wanted));
    }
}
