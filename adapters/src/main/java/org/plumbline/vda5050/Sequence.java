package org.plumbline.vda5050;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The nodes and edges of an order or a state, by their numbers (2.1, 6.6.1).
 *
 * @param trouble why they have none; empty where they have
 */
record Sequence(List<Part> parts, int nodes, Optional<String> trouble) {

    /** A node or an edge. */
    record Part(boolean isNode, long number, JsonNode json) {

        String text(String field) {
            return json.path(field).asText();
        }

        @Override
        public String toString() {
            return (isNode ? "node " : "edge ") + number;
        }
    }

    static Sequence of(JsonNode message, String nodes, String edges) {
        List<Part> parts = new ArrayList<>();
        Optional<String> trouble = add(parts, message.path(nodes), nodes, true);
        int count = parts.size();
        trouble = trouble.or(() -> add(parts, message.path(edges), edges, false));
        parts.sort(Comparator.comparingLong(Part::number));
        return new Sequence(parts, count, trouble);
    }

    /** A whole number may be written 2.0 (JSON Schema 2020-12, 6.1.1). */
    private static Optional<String> add(List<Part> parts, JsonNode list, String name, boolean isNode) {
        if (!list.isArray()) {
            return Optional.of(name + " is no list");
        }
        for (JsonNode element : list) {
            JsonNode number = element.path("sequenceId");
            if (!number.canConvertToExactIntegral() || !number.canConvertToLong()) {
                return Optional.of(name + " without sequenceId");
            }
            parts.add(new Part(isNode, number.longValue(), element));
        }
        return Optional.empty();
    }

    /** What is wrong with the numbers: even for nodes, odd for edges, none left out, a node last. */
    Optional<String> fault() {
        return numbering()
                .or(() -> parts.isEmpty() || last().isNode
                        ? Optional.empty()
                        : Optional.of(last() + " without the node after it"));
    }

    private Part last() {
        return parts.get(parts.size() - 1);
    }

    private Optional<String> numbering() {
        if (trouble.isPresent()) {
            return trouble;
        }
        for (Part part : parts) {
            if (part.number < 0 || (part.number % 2 == 0) != part.isNode) {
                return Optional.of(part.toString());
            }
        }
        for (int i = 1; i < parts.size(); i++) {
            if (parts.get(i).number != parts.get(i - 1).number + 1) {
                return Optional.of(parts.get(i) + " after " + parts.get(i - 1));
            }
        }
        return Optional.empty();
    }

    /** What is wrong with an order's: also the number of edges, their ends, and what is released after what is not. */
    Optional<String> orderFault() {
        return numbering().or(() -> {
            if (parts.size() != 2 * nodes - 1) {
                return Optional.of(String.format(Locale.ROOT, "%d edges for %d nodes", parts.size() - nodes, nodes));
            }
            for (int i = 1; i < parts.size(); i++) {
                Part part = parts.get(i);
                Part before = parts.get(i - 1);
                if (released(part) && !released(before)) {
                    return Optional.of(part + " released after " + before);
                }
                if (!part.isNode
                        && !(joins(part, "startNodeId", before) && joins(part, "endNodeId", parts.get(i + 1)))) {
                    return Optional.of(part + " joins other nodes");
                }
            }
            return Optional.empty();
        });
    }

    private static boolean released(Part part) {
        return part.json.path("released").asBoolean();
    }

    /** From 3.0 on edges do not name their nodes. */
    private static boolean joins(Part edge, String field, Part node) {
        return !edge.json.has(field) || edge.text(field).equals(node.text("nodeId"));
    }
}
