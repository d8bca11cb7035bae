package org.plumbline.vda5050;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.plumbline.text.Excerpt;

/** What the document asks of a message and no schema can say. */
enum Check {
    /** The header's version, manufacturer and serial number are the channel's. */
    IDENTITY(List.of()) {
        @Override
        Optional<String> fault(JsonNode message, Vehicle vehicle) {
            if (!vehicle.version().is(message.path("version").asText())) {
                return said("version", message.path("version"));
            } else if (!message.path("manufacturer").asText().equals(vehicle.manufacturer())) {
                return said("manufacturer", message.path("manufacturer"));
            } else if (!message.path("serialNumber").asText().equals(vehicle.serialNumber())) {
                return said("serialNumber", message.path("serialNumber"));
            }
            return Optional.empty();
        }
    },
    /** The time stamp is UTC in ISO 8601, with as many digits as the version has. */
    TIMESTAMP(List.of()) {
        @Override
        Optional<String> fault(JsonNode message, Vehicle vehicle) {
            String stamp = message.path("timestamp").asText();
            try {
                if (vehicle.version().stamp().matcher(stamp).matches()) {
                    Instant.parse(stamp);
                    return Optional.empty();
                }
            } catch (DateTimeException e) {
                // no such day or hour
            }
            return said("timestamp", message.path("timestamp"));
        }
    },
    /** Nodes have even numbers and edges odd ones, without a gap, a node last (2.1, 6.6.1); an order's base comes before its horizon. */
    SEQUENCE(List.of("order", "state")) {
        @Override
        Optional<String> fault(JsonNode message, Vehicle vehicle) {
            return message.has("nodeStates") || message.has("edgeStates")
                    ? Sequence.of(message, "nodeStates", "edgeStates").fault()
                    : Sequence.of(message, "nodes", "edges").orderFault();
        }
    },
    /** The node that was passed last is no longer among those that are still to be passed (2.1, 6.10.2). */
    TRAVERSED(List.of("state")) {
        @Override
        Optional<String> fault(JsonNode message, Vehicle vehicle) {
            JsonNode last = message.path("lastNodeSequenceId");
            for (JsonNode node : message.path("nodeStates")) {
                if (node.path("nodeId").equals(message.path("lastNodeId"))
                        && isSameNumber(node.path("sequenceId"), last)) {
                    return said("nodeStates", last);
                }
            }
            return Optional.empty();
        }

        private boolean isSameNumber(JsonNode one, JsonNode other) {
            return one.isNumber() && other.isNumber() && one.doubleValue() == other.doubleValue();
        }
    },
    /**
     * Every angle theta is from -pi to pi; as far beyond as the official schemas round it. That of a load's bounding box has no
     * range in any version.
     */
    ANGLES(List.of("order", "state", "visualization")) {
        @Override
        Optional<String> fault(JsonNode message, Vehicle vehicle) {
            for (Map.Entry<String, JsonNode> field : message.properties()) {
                JsonNode value = field.getValue();
                if (field.getKey().equals("theta") && value.isNumber() && !(Math.abs(value.doubleValue()) <= PI)) {
                    return said("theta", value);
                } else if (value.isContainerNode() && !field.getKey().equals("boundingBoxReference")) {
                    Optional<String> fault = fault(value, vehicle);
                    if (fault.isPresent()) {
                        return fault;
                    }
                }
            }
            return message.isArray() ? inElements(message, vehicle) : Optional.empty();
        }

        private Optional<String> inElements(JsonNode list, Vehicle vehicle) {
            return StreamSupport.stream(list.spliterator(), false)
                    .map(element -> fault(element, vehicle))
                    .flatMap(Optional::stream)
                    .findFirst();
        }
    },
    /**
     * Nothing moves while an emergency stop is active. No rule of VDA 5050, which lets a vehicle report the stop while it still
     * brakes: for stretches in which it must have come to rest.
     */
    EMERGENCY_STOP(List.of("state")) {
        @Override
        Optional<String> fault(JsonNode message, Vehicle vehicle) {
            JsonNode safety = message.path("safetyState");
            JsonNode stop =
                    safety.has("activeEmergencyStop") ? safety.path("activeEmergencyStop") : safety.path("eStop");
            boolean active = stop.isTextual() && !stop.asText().equals("NONE");
            return active && message.path("driving").asBoolean()
                    ? said("driving with emergency stop", stop)
                    : Optional.empty();
        }
    };

    private static final double PI = 3.14159265359;
    private static final int MOST_SHOWN = 80;

    private final List<String> topics;

    /** @param topics whose messages it is about; empty for all */
    Check(List<String> topics) {
        this.topics = topics;
    }

    static Optional<Check> of(String key) {
        return Stream.of(values()).filter(check -> check.key().equals(key)).findFirst();
    }

    static List<String> keys() {
        return Stream.of(values()).map(Check::key).toList();
    }

    /** The word in files. */
    String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    List<String> topics() {
        return topics;
    }

    /** What is wrong; empty where nothing is. */
    abstract Optional<String> fault(JsonNode message, Vehicle vehicle);

    private static Optional<String> said(String field, JsonNode value) {
        String text = value.isMissingNode() ? "missing" : value.toString();
        return Optional.of(field + " " + Excerpt.of(text, MOST_SHOWN));
    }
}
