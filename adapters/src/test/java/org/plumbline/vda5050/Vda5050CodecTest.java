package org.plumbline.vda5050;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.plumbline.channel.Refused.assertRefused;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.plumbline.bench.ChannelSpec;
import org.plumbline.bench.SignalSpec;
import org.plumbline.channel.Encoder;
import org.plumbline.channel.Heard;
import org.plumbline.channel.Packet;
import org.plumbline.error.InputException;
import org.plumbline.text.Language;

class Vda5050CodecTest {

    private static final Instant SENT = Instant.parse("2026-03-01T08:00:05.007Z");

    private final Vda5050Codec codec = new Vda5050Codec();

    private static ChannelSpec channel(String version) {
        return Vectors.channel(version, "ExampleWorks", "INSP-0001");
    }

    private List<String> heard(ChannelSpec channel, String address, byte[] message, SignalSpec... signals) {
        Heard heard = new Heard();
        codec.decoder(channel, List.of(signals)).decode(1, new Packet(address, message), heard);
        assertThat(heard.frames()).isEqualTo(1);
        return heard.lines();
    }

    private List<String> state(SignalSpec... signals) {
        Vectors.Vector vector = Vectors.of("2.1_state_no_order_to_cancel.json");
        return heard(channel("2.1"), vector.address(), vector.bytes(), signals);
    }

    private static SignalSpec at(String field, Map<?, ?> where) {
        return Heard.signal("x", Map.of("topic", "state", "field", field, "where", where));
    }

    @Nested
    class Fields {

        @ParameterizedTest
        @CsvSource({
            "batteryState.batteryCharge, x=75",
            "batteryState.charging, x=false",
            "lastNodeId, x='B'",
            "safetyState.eStop, x='NONE'",
            "errors, x=1",
            "nodeStates, x=0",
            "errors.errorType, x='noOrderToCancel'",
            "errors.0.errorReferences.0.referenceValue, x='c-1'",
            "errors.errorReferences, x=1",
            "errors.errorReferences.referenceKey, x='actionId'",
            "actionStates.0.actionStatus, x='FAILED'",
        })
        void areFoundByTheirPath(String field, String line) {
            assertThat(state(at(field, Map.of()))).containsExactly(line);
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "agvPosition.x",
                    "errors.1.errorType",
                    "errors.9999999999.errorType",
                    "nodeStates.nodeId",
                    "lastNodeId.x",
                    "errors..errorType"
                })
        void thatAreNotThereAreNoSamples(String field) {
            assertThat(state(at(field, Map.of()))).isEmpty();
        }

        @Test
        void ofListsAreThoseOfTheElementThatFits() {
            Map<String, String> ours = Map.of("actionId", "c-1");
            Map<String, String> other = Map.of("actionId", "c-2");
            assertThat(state(at("actionStates.actionStatus", ours))).containsExactly("x='FAILED'");
            assertThat(state(at("actionStates.actionStatus", other))).isEmpty();
            assertThat(state(at("actionStates", ours))).containsExactly("x=1");
            assertThat(state(at("actionStates", other))).containsExactly("x=0");
            assertThat(state(at(
                            "errors",
                            Map.of("errorType", "noOrderToCancel", "errorReferences.0.referenceValue", "c-1"))))
                    .containsExactly("x=1");
        }

        @Test
        void ofAMessageAreTakenWhereTheMessageFits() {
            assertThat(state(at("driving", Map.of("lastNodeSequenceId", 2)))).containsExactly("x=false");
            assertThat(state(at("driving", Map.of("lastNodeSequenceId", 4)))).isEmpty();
        }

        @Test
        void ofAnotherTypeAreErrors() {
            assertThat(state(Heard.signal("x", Map.of("topic", "state", "field", "lastNodeId", "type", "number"))))
                    .containsExactly("value: lastNodeId: \"B\"");
            assertThat(state(at("safetyState", Map.of())))
                    .hasSize(1)
                    .first()
                    .asString()
                    .startsWith("value: safetyState: {");
        }
    }

    @Nested
    class Topics {

        private final byte[] state =
                Vectors.of("2.1_state_no_order_to_cancel.json").bytes();
        private final SignalSpec charge = at("batteryState.batteryCharge", Map.of());

        @ParameterizedTest
        @CsvSource({
            "uagv/v2/ExampleWorks/INSP-0001/state, 1",
            "uagv/v2/ExampleWorks/INSP-0002/state, 0",
            "uagv/v2/ExampleWorks/INSP-0001/visualization, 0",
            "uagv/v2/ExampleWorks/INSP-0001/state/x, 0",
            "uagv/v2/ExampleWorks/INSP-0001/zoneSet, 0",
            "uagv/v3/ExampleWorks/INSP-0001/state, 0",
            "$mqtt/in/CONNECT/INSP-0001, 0",
        })
        void ofOtherVehiclesAndLevelsAreFramesAlone(String topic, int samples) {
            assertThat(heard(channel("2.1"), topic, state, charge).stream().filter(line -> line.startsWith("x=")))
                    .hasSize(samples);
        }

        @Test
        void mayHaveAnotherFirstLevel() {
            ChannelSpec other = Heard.channel(
                    "vda5050",
                    Map.of(
                            "vda5050-version", "2.1",
                            "manufacturer", "ExampleWorks",
                            "serial-number", "INSP-0001",
                            "interface-name", "hall-3"));
            assertThat(heard(other, "hall-3/v2/ExampleWorks/INSP-0001/state", state, charge))
                    .containsExactly("x=75");
        }

        @ParameterizedTest
        @ValueSource(strings = {"[]", "7", "null", "\"state\""})
        void holdObjectsAlsoWhereThereIsNoSchema(String message) {
            assertThat(heard(
                            channel("1.1"),
                            "uagv/v1/ExampleWorks/INSP-0001/state",
                            message.getBytes(StandardCharsets.UTF_8),
                            charge))
                    .containsExactly("syntax: no object");
            assertThat(heard(
                            channel("2.1"),
                            "uagv/v2/ExampleWorks/INSP-0001/state",
                            message.getBytes(StandardCharsets.UTF_8),
                            charge))
                    .containsExactly("syntax: no object");
        }
    }

    @Nested
    class Checks {

        private List<String> of(String version, String topic, String check, String message) {
            ChannelSpec unchecked = Heard.channel(
                    "vda5050", Map.of("vda5050-version", version, "manufacturer", "M", "serial-number", "S"));
            return heard(
                    unchecked,
                    Vehicle.of(unchecked.settings()).topic(topic),
                    message.replace('\'', '"').getBytes(StandardCharsets.UTF_8),
                    Heard.signal("flag", Map.of("topic", topic, "check", check)),
                    Heard.signal("why", Map.of("topic", topic, "check", check, "type", "text")));
        }

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                quoteCharacter = '`',
                value = {
                    "2.1 | 2026-03-01T08:00:00.12Z       | true",
                    "2.1 | 2026-03-01T08:00:00.123Z      | false",
                    "2.1 | 2026-03-01T08:00:00.12+00:00  | false",
                    "2.1 | 2026-03-01 08:00:00.12Z       | false",
                    "2.1 | 2026-02-30T08:00:00.12Z       | false",
                    "2.1 | 1772352000                    | false",
                    "3.0 | 2026-03-01T08:00:00.123Z      | true",
                    "3.0 | 2026-03-01T08:00:00.12Z       | false",
                    "1.1 | 2017-04-15T11:40:03.12Z       | true",
                })
        void timeStampsHaveTheFormOfTheVersion(String version, String stamp, boolean right) {
            assertThat(of(version, "state", "timestamp", "{'timestamp': '" + stamp + "'}"))
                    .containsExactly("flag=" + right, right ? "why='ok'" : "why='timestamp \"" + stamp + "\"'");
        }

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                quoteCharacter = '`',
                value = {
                    "{'version': '2.1.0', 'manufacturer': 'M', 'serialNumber': 'S'} | ok",
                    "{'version': '2.1.3', 'manufacturer': 'M', 'serialNumber': 'S'} | ok",
                    "{'version': '5.0.0', 'manufacturer': 'M', 'serialNumber': 'S'} | version \"5.0.0\"",
                    "{'version': '2.1.0', 'manufacturer': 'N', 'serialNumber': 'S'} | manufacturer \"N\"",
                    "{'version': '2.1.0', 'manufacturer': 'M', 'serialNumber': ''}  | serialNumber \"\"",
                    "{'version': '2.1.0', 'manufacturer': 'M'}                      | serialNumber missing",
                })
        void headersNameTheVehicle(String message, String why) {
            assertThat(of("2.1", "connection", "identity", message)).contains("why='" + why + "'");
        }

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                quoteCharacter = '`',
                value = {
                    "n0 n2     | e1    | ok",
                    "n2 n0     | e1    | ok",
                    "n4 n6     | e5    | ok",
                    "n2        | e1    | ok",
                    "``        | ``    | ok",
                    "n0 n3     | e1    | node 3",
                    "n0 n2     | e2    | edge 2",
                    "n0 n4     | e1    | node 4 after edge 1",
                    "n0 n2 n2  | e1    | node 2 after node 2",
                    "n-2       | ``    | node -2",
                    "``        | e3    | edge 3 without the node after it",
                    "n2        | e1 e3 | edge 3 without the node after it",
                    "n2.0 n4   | e3.0  | ok",
                    "n2.5      | ``    | nodeStates without sequenceId",
                })
        void statesNumberNodesAndEdgesWithoutAGap(String nodes, String edges, String why) {
            assertThat(of(
                            "2.1",
                            "state",
                            "sequence",
                            "{'nodeStates': [" + numbered(nodes) + "], 'edgeStates': [" + numbered(edges) + "]}"))
                    .contains("why='" + why + "'");
        }

        private String numbered(String numbers) {
            return Stream.of(numbers.split(" "))
                    .filter(text -> !text.isEmpty())
                    .map(text -> "{'sequenceId': " + text.substring(1) + "}")
                    .reduce((a, b) -> a + "," + b)
                    .orElse("");
        }

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                quoteCharacter = '`',
                value = {
                    "{}                                                                   | nodes is no list",
                    "{'nodes': [], 'edges': []}                                           | 0 edges for 0 nodes",
                    "{'nodes': [{'sequenceId': 0}], 'edges': [{'sequenceId': 1}]}         | 1 edges for 1 nodes",
                    "{'nodes': [{'sequenceId': 0.5}], 'edges': []}                        | nodes without sequenceId",
                    "{'nodes': [{'sequenceId': NaN}], 'edges': []}                        | nodes without sequenceId",
                    "{'nodes': [{'sequenceId': '0'}], 'edges': []}                        | nodes without sequenceId",
                    "{'nodes': [{'sequenceId': 0.0}, {'sequenceId': 2e0}], 'edges': [{'sequenceId': 1.0}]} | ok",
                    "{'nodes': [{'sequenceId': 1e30}], 'edges': []}                       | nodes without sequenceId",
                    "{'nodes': [{'sequenceId': 0}, {'sequenceId': 2, 'released': true}], 'edges': [{'sequenceId': 1}]} | node 2 released after edge 1",
                    "{'nodes': [{'sequenceId': 0, 'nodeId': 'A'}, {'sequenceId': 2, 'nodeId': 'B'}], 'edges': [{'sequenceId': 1, 'startNodeId': 'A', 'endNodeId': 'C'}]} | edge 1 joins other nodes",
                    "{'nodes': [{'sequenceId': 0, 'nodeId': 'A'}, {'sequenceId': 2, 'nodeId': 'B'}], 'edges': [{'sequenceId': 1, 'startNodeId': 'A', 'endNodeId': 'B'}]} | ok",
                })
        void ordersJoinTheirNodes(String message, String why) {
            assertThat(of("2.1", "order", "sequence", message)).contains("why='" + why + "'");
        }

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                quoteCharacter = '`',
                value = {
                    "{'agvPosition': {'theta': 3.14159265359}}            | ok",
                    "{'agvPosition': {'theta': -3.1416}}                  | theta -3.1416",
                    "{'a': [{'b': [{'theta': 4}]}]}                       | theta 4",
                    "{'theta': NaN}                                       | theta \"NaN\"",
                    "{'theta': '4'}                                       | ok",
                    "{'loads': [{'boundingBoxReference': {'theta': 4}}]}  | ok",
                    "{'loads': [{'boundingBoxReference': {'theta': 4}, 'x': {'theta': 5}}]} | theta 5",
                })
        void anglesAreFromMinusPiToPi(String message, String why) {
            assertThat(of("2.1", "visualization", "angles", message)).contains("why='" + why + "'");
        }

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                quoteCharacter = '`',
                value = {
                    "{'driving': true, 'safetyState': {'eStop': 'NONE'}}                   | true",
                    "{'driving': true, 'safetyState': {'eStop': 'AUTOACK'}}                | false",
                    "{'driving': false, 'safetyState': {'eStop': 'AUTOACK'}}               | true",
                    "{'driving': true, 'safetyState': {'activeEmergencyStop': 'REMOTE'}}   | false",
                    "{'driving': true}                                                     | true",
                })
        void nothingDrivesInAnEmergencyStop(String message, boolean right) {
            assertThat(of("3.0", "state", "emergency-stop", message)).contains("flag=" + right);
        }

        /** On a loop A-B-A a node comes twice, under another number. */
        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                quoteCharacter = '`',
                value = {
                    "{'lastNodeId': 'A', 'lastNodeSequenceId': 0, 'nodeStates': [{'nodeId': 'A', 'sequenceId': 4}]} | true",
                    "{'lastNodeId': 'A', 'lastNodeSequenceId': 4, 'nodeStates': [{'nodeId': 'A', 'sequenceId': 4}]} | false",
                    "{'lastNodeId': 'A', 'lastNodeSequenceId': 0, 'nodeStates': []}                                 | true",
                    "{'lastNodeId': 'A', 'lastNodeSequenceId': 4.0, 'nodeStates': [{'nodeId': 'A', 'sequenceId': 4}]} | false",
                    "{'lastNodeId': 'A', 'lastNodeSequenceId': 0}                                                   | true",
                })
        void passedNodesAreGone(String message, boolean right) {
            assertThat(of("2.1", "state", "traversed", message)).contains("flag=" + right);
        }
    }

    /** It has no official schemas, and its topics end with v1. */
    @Test
    void aStateOfVersionOneIsRead() {
        ObjectNode state =
                (ObjectNode) Vectors.of("2.1_state_no_order_to_cancel.json").json();
        state.put("version", "1.1.0");
        assertThat(heard(
                        channel("1.1"),
                        "uagv/v1/ExampleWorks/INSP-0001/state",
                        state.toString().getBytes(StandardCharsets.UTF_8),
                        at("batteryState.batteryCharge", Map.of()),
                        Heard.signal("identity", Map.of("topic", "state", "check", "identity", "type", "text")),
                        Heard.signal("stamp", Map.of("topic", "state", "check", "timestamp", "type", "text")),
                        Heard.signal("sequence", Map.of("topic", "state", "check", "sequence", "type", "text"))))
                .containsExactly("x=75", "identity='ok'", "stamp='ok'", "sequence='ok'");
    }

    @Nested
    class Commands {

        private JsonNode sent(Encoder encoder, Map<String, String> parameters) {
            try {
                return Vectors.JSON.readTree(encoder.encode(parameters, SENT).payload());
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
        }

        private Encoder encoder(ChannelSpec channel, Map<String, ?> command) {
            return codec.encoder(channel, Heard.command(command));
        }

        private Map<String, Object> order() {
            return Map.of(
                    "order-id",
                    "o-{number}",
                    "route",
                    List.of(
                            Map.of(
                                    "nodeId",
                                    "A",
                                    "nodePosition",
                                    Map.of(
                                            "x",
                                            0.0,
                                            "y",
                                            0.0,
                                            "theta",
                                            0.0,
                                            "mapId",
                                            "bay1",
                                            "allowedDeviationXY",
                                            0.05)),
                            Map.of("edgeId", "AB", "maxSpeed", "{speed}"),
                            Map.of(
                                    "nodeId",
                                    "B",
                                    "nodePosition",
                                    Map.of("x", 4.0, "y", 0.0, "mapId", "bay1"),
                                    "actions",
                                    List.of(Map.of(
                                            "actionType",
                                            "readMeter",
                                            "actionId",
                                            "a-1",
                                            "actionParameters",
                                            Map.of("meterId", "T1-OIL"))))));
        }

        @Test
        void areThePublishedOrderByteForByteButForBlanks() {
            Encoder drive = encoder(channel("2.1"), order());
            Packet packet = drive.encode(Map.of("number", "100", "speed", "1.0"), SENT);
            assertThat(packet.address()).isEqualTo("uagv/v2/ExampleWorks/INSP-0001/order");
            assertThat(packet.retained()).isFalse();
            JsonNode expected = Vectors.of("2.1_order_two_nodes.json").json();
            assertThat(sent(encoder(channel("2.1"), order()), Map.of("number", "100", "speed", "1.0")))
                    .isEqualTo(expected);
        }

        @Test
        void areThePublishedInstantActions() {
            ChannelSpec channel = channel("2.1");
            Encoder cancel = encoder(
                    channel, Map.of("actions", List.of(Map.of("actionType", "cancelOrder", "actionId", "c-{n}"))));
            sent(cancel, Map.of("n", "8"));
            sent(encoder(channel, Map.of("actions", "stateRequest")), Map.of());
            ObjectNode third = (ObjectNode) sent(cancel, Map.of("n", "1"));
            third.put("timestamp", "2026-03-01T08:00:59.00Z");
            assertThat(third)
                    .isEqualTo(Vectors.of("2.1_instantActions_cancelOrder.json").json());
        }

        @Test
        void countEachTopicForItselfAndOnlyWhatIsSent() {
            ChannelSpec channel = channel("2.1");
            Encoder pause = encoder(channel, Map.of("actions", "startPause"));
            Encoder drive = encoder(channel, Map.of("route", List.of("A")));
            Encoder any = encoder(channel, Map.of("topic", "order", "message", Map.of("orderId", "{id}")));
            pause.encode(Map.of());
            assertThat(sent(pause, Map.of()).path("headerId").asInt()).isEqualTo(1);
            assertThat(sent(pause, Map.of()).path("headerId").asInt()).isEqualTo(2);
            drive.encode(Map.of());
            assertThat(sent(drive, Map.of()).path("headerId").asInt()).isEqualTo(1);
            assertThatThrownBy(() -> sent(any, Map.of())).hasMessage("parameter \"id\" is missing");
            assertThat(sent(any, Map.of("id", "7")))
                    .hasToString(
                            "{\"headerId\":2,\"timestamp\":\"2026-03-01T08:00:05.00Z\","
                                    + "\"version\":\"2.1.0\",\"manufacturer\":\"ExampleWorks\",\"serialNumber\":\"INSP-0001\",\"orderId\":\"7\"}");
        }

        @Test
        void releaseTheBaseAndNumberAnUpdateFromItsFirstNode() {
            JsonNode order = sent(
                    encoder(
                            channel("2.1"),
                            Map.of(
                                    "order-id", "o",
                                    "order-update-id", "{update}",
                                    "route",
                                            List.of(
                                                    Map.of("nodeId", "B", "sequenceId", 2),
                                                    "C",
                                                    Map.of("nodeId", "D", "released", false),
                                                    "E"))),
                    Map.of("update", "1"));
            assertThat(order.path("orderUpdateId").asInt()).isEqualTo(1);
            assertThat(shape(order.path("nodes"), "nodeId"))
                    .containsExactly("B 2 true", "C 4 true", "D 6 false", "E 8 false");
            assertThat(shape(order.path("edges"), "edgeId"))
                    .containsExactly("B-C 3 true", "C-D 5 false", "D-E 7 false");
        }

        private List<String> shape(JsonNode parts, String id) {
            List<String> shapes = new ArrayList<>();
            parts.forEach(part ->
                    shapes.add(part.path(id).asText() + " " + part.path("sequenceId") + " " + part.path("released")));
            return shapes;
        }

        @Test
        void makeIdsThatNoEarlierRunHadAndKeepThemForAnUpdate() {
            ChannelSpec channel = channel("2.1");
            Encoder drive = encoder(channel, Map.of("route", List.of("A", Map.of("nodeId", "B", "actions", "beep"))));
            Encoder extend = encoder(
                    channel,
                    Map.of("order-update-id", 1, "route", List.of(Map.of("nodeId", "B", "sequenceId", 2), "C")));
            extend.encode(Map.of());
            assertRefused(
                    () -> sent(extend, Map.of()),
                    "order-update-id 大于 0，但此前没有发送过订单，也没有写 order-id；请先发送 order-update-id 为 0 的订单，或写明 order-id",
                    "the order-update-id is above 0, but no order was sent before and there is no order-id;"
                            + " send an order with order-update-id 0 first, or write the order-id");
            JsonNode first = sent(drive, Map.of());
            assertThat(first.path("orderId").asText()).isEqualTo("order-1772352005007-1");
            assertThat(first.at("/nodes/1/actions/0/actionId").asText()).isEqualTo("beep-1772352005007-2");
            assertThat(sent(extend, Map.of()).path("orderId")).isEqualTo(first.path("orderId"));
            JsonNode second = sent(drive, Map.of());
            assertThat(second.path("orderId").asText()).isEqualTo("order-1772352005007-3");
            assertThat(sent(extend, Map.of()).path("orderId")).isEqualTo(second.path("orderId"));
        }

        @Test
        void canBeWrongOnPurpose() {
            JsonNode wrong = sent(
                    encoder(
                            channel("2.1"),
                            Map.of(
                                    "topic",
                                    "order",
                                    "message",
                                    Map.of("headerId", -1, "version", "9.9.9", "nodes", "none", "orderId", 5))),
                    Map.of());
            assertThat(wrong.path("headerId").asInt()).isEqualTo(-1);
            assertThat(wrong.path("version").asText()).isEqualTo("9.9.9");
            assertThat(wrong.path("nodes").isTextual()).isTrue();
            assertThat(wrong.path("orderId").isInt()).isTrue();
            assertThat(wrong.path("timestamp").asText()).isEqualTo("2026-03-01T08:00:05.00Z");
        }

        /** The official schema of instant actions of 2.0.0 asks for actionName, the document for actionType. */
        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                value = {
                    "2.0 | syntax: schema: /actions/0 required actionName, /actions/1 required actionName; x=2",
                    "2.1 | x=2",
                    "3.0 | x=2"
                })
        void keepTheOfficialSchemas(String version, String lines) {
            ChannelSpec channel = channel(version);
            Packet order = encoder(
                            channel,
                            Map.of("route", List.of("A", Map.of("nodeId", 7, "actions", List.of("beep")), "C")))
                    .encode(Map.of(), SENT);
            assertThat(heard(
                            channel,
                            order.address(),
                            order.payload(),
                            Heard.signal("x", Map.of("topic", "order", "field", "nodes"))))
                    .containsExactly("x=3");
            Packet actions = encoder(
                            channel,
                            Map.of(
                                    "actions",
                                    List.of(
                                            "startPause",
                                            Map.of(
                                                    "actionType",
                                                    "initPosition",
                                                    "actionParameters",
                                                    Map.of("x", 1.5)))))
                    .encode(Map.of(), SENT);
            assertThat(heard(
                            channel,
                            actions.address(),
                            actions.payload(),
                            Heard.signal("x", Map.of("topic", "instantActions", "field", "actions"))))
                    .containsExactly(lines.split("; "));
        }

        /** As openTCS, an independent implementation, reads it. */
        @Test
        void nameInstantActionsOtherwiseInVersionOne() {
            JsonNode actions = sent(encoder(channel("1.1"), Map.of("actions", "cancelOrder")), Map.of());
            assertThat(actions.at("/instantActions/0/actionType").asText()).isEqualTo("cancelOrder");
            assertThat(actions.path("version").asText()).isEqualTo("1.1.0");
        }

        @ParameterizedTest
        @ValueSource(strings = {"1.1", "2.0", "2.1", "3.0"})
        void comeBackAsTheyWereSent(String version) {
            for (int seed = 0; seed < 200; seed++) {
                Random random = new Random(seed);
                List<Object> route = new ArrayList<>();
                int nodes = 1 + random.nextInt(6);
                double last = 0;
                for (int i = 0; i < nodes; i++) {
                    last = random.nextGaussian() * Math.pow(10, random.nextInt(6));
                    Map<String, Object> node = new LinkedHashMap<>();
                    node.put("nodeId", "n" + random.nextInt(4));
                    node.put(
                            "nodePosition",
                            Map.of(
                                    "x",
                                    last,
                                    "y",
                                    -last,
                                    "theta",
                                    Math.PI * (2 * random.nextDouble() - 1),
                                    "mapId",
                                    "m"));
                    if (random.nextInt(4) == 0) {
                        node.put("released", false);
                    }
                    route.add(node);
                    if (i < nodes - 1 && random.nextBoolean()) {
                        route.add(Map.of("edgeId", "e" + i));
                    }
                }
                ChannelSpec channel = channel(version);
                Packet packet = encoder(channel, Map.of("route", route)).encode(Map.of(), SENT.plusMillis(seed));
                assertThat(heard(
                                channel,
                                packet.address(),
                                packet.payload(),
                                Heard.signal("nodes", Map.of("topic", "order", "field", "nodes")),
                                Heard.signal(
                                        "x",
                                        Map.of("topic", "order", "field", "nodes." + (nodes - 1) + ".nodePosition.x")),
                                Heard.signal("sequence", Map.of("topic", "order", "check", "sequence", "type", "text")),
                                Heard.signal("angles", Map.of("topic", "order", "check", "angles", "type", "text")),
                                Heard.signal("stamp", Map.of("topic", "order", "check", "timestamp", "type", "text")),
                                Heard.signal(
                                        "identity", Map.of("topic", "order", "check", "identity", "type", "text"))))
                        .as("seed %d", seed)
                        .contains("nodes=" + nodes, "sequence='ok'", "angles='ok'", "stamp='ok'", "identity='ok'")
                        .contains("x=" + new org.plumbline.channel.Value.Numeric(last).shown());
            }
        }
    }

    @Nested
    class Settings {

        private void decoder(String version, Map<String, ?> signal) {
            codec.decoder(channel(version), List.of(Heard.signal("x", signal)));
        }

        @Test
        void thatAreWrongAreSaid() {
            assertThatThrownBy(() -> decoder("2.1", Map.of("topic", "states", "field", "driving")))
                    .isInstanceOfSatisfying(InputException.class, e -> {
                        assertThat(e.message(Language.EN))
                                .isEqualTo("(java): VDA 5050 2.1.0 has no topic \"states\"; did you mean \"state\"");
                        assertThat(e.message(Language.ZH))
                                .isEqualTo("(java): VDA 5050 2.1.0 没有主题 \"states\"；是否应为 \"state\"");
                    });
            assertThatThrownBy(() -> decoder("2.1", Map.of("topic", "zoneSet", "field", "zones")))
                    .hasMessageStartingWith("(java): VDA 5050 2.1.0 has no topic \"zoneSet\"; use one of: order, ");
            assertThatThrownBy(() -> decoder("2.1", Map.of("topic", "state")))
                    .hasMessage("(java): of field, check there must be exactly one; keep the one that is meant");
            assertThatThrownBy(() -> decoder("2.1", Map.of("topic", "state", "check", "angle")))
                    .hasMessage("(java): there is no check angle; did you mean \"angles\"");
            assertThatThrownBy(() -> decoder("2.1", Map.of("topic", "order", "check", "traversed")))
                    .hasMessage("(java): the check traversed is not for the topic order; use one of: state");
            assertThatThrownBy(() -> decoder("2.1", Map.of("topic", "state", "field", "driving", "type", "bool")))
                    .hasMessage("(java): there is no type bool; use one of: number, text, flag");
            assertThatThrownBy(() -> decoder("2.1", Map.of("topic", "state", "field", "errors", "where", "fatal")))
                    .hasMessage("(java): where maps fields to values; for example where: {errorType: noOrderToCancel}");
        }

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                value = {
                    "vda5050-version | 2.2  | there is no version 2.2 of VDA 5050 here; did you mean \"2.0\"",
                    "serial-number   | a/b  | \"a/b\" cannot be a level of a topic; it must not be empty or hold /, + or #",
                    "manufacturer    | +    | \"+\" cannot be a level of a topic; it must not be empty or hold /, + or #",
                    "interface-name  | #    | \"#\" cannot be a level of a topic; it must not be empty or hold /, + or #",
                })
        void ofTheChannelAreChecked(String key, String value, String message) {
            Map<String, Object> settings =
                    new HashMap<>(Map.of("vda5050-version", "2.1", "manufacturer", "M", "serial-number", "S"));
            settings.put(key, value);
            assertThatThrownBy(() -> codec.decoder(Heard.channel("vda5050", settings), List.of()))
                    .isInstanceOf(InputException.class)
                    .hasMessage("(java): " + message);
        }

        @Test
        void nameAFolderThatHasASchemaForEachTopic(@TempDir Path folder) {
            ChannelSpec channel = Heard.channel(
                    "vda5050",
                    Map.of(
                            "vda5050-version",
                            "2.1",
                            "manufacturer",
                            "M",
                            "serial-number",
                            "S",
                            "schemas",
                            folder.toString()));
            assertThatThrownBy(() -> codec.decoder(channel, List.of()))
                    .isInstanceOf(InputException.class)
                    .hasMessage(
                            "(java): in the folder " + folder
                                    + " there is no schema of the topic order, order.schema; name the official folder json_schemas of that vda5050-version");
        }

        @Test
        void ofCommandsAreChecked() {
            Map<Map<String, ?>, String> wrong = new LinkedHashMap<>();
            wrong.put(Map.of(), "of route, actions, message there must be exactly one; keep the one that is meant");
            wrong.put(
                    Map.of("actions", List.of(Map.of("type", "beep"))),
                    "an action without actionType; for example [cancelOrder] or [{actionType: pick, actionParameters: {stationType: floor}}]");
            String route = "; for example route: [A, {edgeId: AB, maxSpeed: 1.0}, {nodeId: B, actions: [pick]}]";
            wrong.put(Map.of("route", List.of()), "a route ends with a node" + route);
            wrong.put(Map.of("route", List.of("A", Map.of("edgeId", "AB"))), "a route ends with a node" + route);
            wrong.put(
                    Map.of("route", List.of(Map.of("edgeId", "AB"), "A")), "an edge without a node before it" + route);
            wrong.put(Map.of("route", List.of(Map.of("x", 1))), "each entry has either nodeId or edgeId" + route);
            wrong.put(
                    Map.of("message", "x", "topic", "order"),
                    "message maps fields to values; for example message: {orderId: o-1, nodes: []}");
            wrong.put(
                    Map.of("message", Map.of("x", 1)),
                    "VDA 5050 2.1.0 has no topic \"\"; use one of: order, instantActions, state, visualization, connection, factsheet");
            wrong.forEach((settings, message) -> assertThatThrownBy(
                            () -> codec.encoder(channel("2.1"), Heard.command(settings)))
                    .isInstanceOf(InputException.class)
                    .hasMessage("(java): " + message));
            assertRefused(
                    () -> codec.encoder(
                                    channel("2.1"),
                                    Heard.command(Map.of("route", List.of("A"), "order-update-id", "{n}")))
                            .encode(Map.of("n", "x")),
                    "order-update-id 的值“x”不是整数；请给出 0 或更大的整数",
                    "the order-update-id \"x\" is no whole number; give a whole number, 0 or more");
        }
    }
}
