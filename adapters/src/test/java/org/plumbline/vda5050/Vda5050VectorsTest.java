package org.plumbline.vda5050;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.plumbline.bench.SignalSpec;
import org.plumbline.channel.Decoder;
import org.plumbline.channel.Heard;
import org.plumbline.channel.Mutation;
import org.plumbline.channel.Packet;
import org.plumbline.vda5050.Vectors.Vector;

/** Foreign messages, with the official schemas. */
class Vda5050VectorsTest {

    private static final int ROUNDS = 300;

    static List<Vector> vectors() {
        return Vectors.all();
    }

    /** The header's id, and each check that fits the topic, in words. */
    private static List<SignalSpec> signals(String topic) {
        List<SignalSpec> signals = new ArrayList<>();
        signals.add(Heard.signal("id", Map.of("topic", topic, "field", "headerId")));
        for (Check check : Check.values()) {
            if (check.topics().isEmpty() || check.topics().contains(topic)) {
                signals.add(Heard.signal(check.key(), Map.of("topic", topic, "check", check.key(), "type", "text")));
            }
        }
        return signals;
    }

    private static List<String> heard(Vector vector) {
        Heard heard = new Heard();
        new Vda5050Codec()
                .decoder(vector.channel(), signals(vector.topic()))
                .decode(1, new Packet(vector.address(), vector.bytes()), heard);
        assertThat(heard.frames()).isEqualTo(1);
        return heard.lines();
    }

    @Test
    void allAreThere() {
        assertThat(Vectors.all()).hasSize(28);
    }

    @ParameterizedTest
    @MethodSource("vectors")
    void schemasFindWhatAnotherValidatorFinds(Vector vector) {
        List<String> lines = heard(vector);
        if (vector.valid()) {
            assertThat(lines)
                    .hasSize(signals(vector.topic()).size())
                    .contains("id=" + vector.json().path("headerId"));
        } else {
            String place = vector.errors().startsWith("/ ")
                    ? "(root)"
                    : vector.errors().split(" ")[0];
            assertThat(lines.get(0)).startsWith("syntax: schema: " + place + " ");
            assertThat(lines).hasSize(1 + signals(vector.topic()).size());
        }
    }

    /** Keywords that ajv only puts in words. */
    @ParameterizedTest
    @CsvSource({
        "2.1_connection_disconnected_from_schema_prose.json, /connectionState enum",
        "2.1_connection_underscore_enum.json, /connectionState enum",
        "3.0_connection_old_enum.json, /connectionState enum",
        "2.1_state_bad_action_status.json, /actionStates/0/actionStatus enum",
        "2.1_state_missing_batteryState.json, (root) required batteryState",
        "3.0_state_uses_v2_batteryState.json, (root) required powerSupply",
        "3.0_visualization_without_reference.json, (root) required referenceStateHeaderId",
        "3.0_visualization_theta_outside_pi.json, /mobileRobotPosition/theta maximum",
        "3.0_responses_unknown_grant.json, /responses/1/grantType enum",
        "3.0_zoneSet_two_vertices.json, /zoneSet/zones/0/vertices minItems",
        "3.0_zoneSet_speed_limit_without_speed.json, /zoneSet/zones/0 required maximumSpeed",
        "3.0_factsheet_uses_v2_names.json, /typeSpecification required mobileRobotClass",
    })
    void reasonsNamePlaceAndKeyword(String file, String reason) {
        assertThat(heard(Vectors.of(file))).startsWith("syntax: schema: " + reason);
    }

    @ParameterizedTest
    @CsvSource({
        "2.1_order_edge_count_wrong.json, sequence, node 2 after node 0",
        "2.1_state_theta_outside_pi.json, angles, theta 4.5",
        "2.1_state_driving_while_estop.json, emergency-stop, driving with emergency stop \"MANUAL\"",
        "2.1_state_traversed_node_still_listed.json, traversed, nodeStates 0",
    })
    void checksFindWhatNoSchemaCan(String file, String check, String reason) {
        assertThat(wrong(heard(Vectors.of(file)))).containsExactly(check + "='" + reason + "'");
    }

    /** The schemas of 3.0.0 bound theta themselves: whoever counts what the check finds must not miss it for that. */
    @Test
    void checksAlsoJudgeWhatASchemaForbids() {
        Vector idle = Vectors.of("3.0_state_idle.json");
        ObjectNode state = (ObjectNode) idle.json();
        state.withObject("mobileRobotPosition").put("theta", 3.20);
        Heard heard = new Heard();
        new Vda5050Codec()
                .decoder(idle.channel(), signals("state"))
                .decode(1, new Packet(idle.address(), state.toString().getBytes(StandardCharsets.UTF_8)), heard);
        assertThat(heard.lines().get(0)).startsWith("syntax: schema: /mobileRobotPosition");
        assertThat(heard.lines())
                .hasSize(1 + signals("state").size())
                .contains("id=" + state.path("headerId"), "angles='theta 3.2'", "identity='ok'");
    }

    private static List<String> wrong(List<String> lines) {
        return lines.stream()
                .filter(line -> !line.startsWith("id=") && !line.endsWith("='ok'"))
                .toList();
    }

    /** One of them has a time stamp in microseconds, where the document asks for hundredths of a second. */
    @ParameterizedTest
    @MethodSource("vectors")
    void checksFindNothingInRightMessages(Vector vector) {
        if (vector.folder().equals("valid")) {
            assertThat(wrong(heard(vector)))
                    .isEqualTo(
                            vector.file().equals("2.0_connection_broken_kKdH.json")
                                    ? List.of("timestamp='timestamp \"2026-01-24T06:19:07.242319Z\"'")
                                    : List.of());
        }
    }

    @Test
    void whateverComesNoExceptionEscapes() {
        Map<String, Integer> kinds = new HashMap<>();
        for (Vector vector : Vectors.all()) {
            Decoder decoder = new Vda5050Codec().decoder(vector.channel(), signals(vector.topic()));
            Map<String, Object> unchecked = new HashMap<>(Map.of(
                    "vda5050-version", vector.version(),
                    "manufacturer", vector.json().path("manufacturer").asText(),
                    "serial-number", vector.json().path("serialNumber").asText()));
            Decoder without = new Vda5050Codec().decoder(Heard.channel("vda5050", unchecked), signals(vector.topic()));
            Heard heard = new Heard();
            for (int seed = 0; seed < ROUNDS; seed++) {
                Packet packet = new Packet(vector.address(), Mutation.of(vector.bytes(), new Random(seed)));
                assertThatCode(() -> {
                            decoder.decode(0, packet, heard);
                            without.decode(0, packet, heard);
                        })
                        .as("%s, seed %d", vector, seed)
                        .doesNotThrowAnyException();
            }
            assertThat(heard.frames()).isEqualTo(2 * ROUNDS);
            heard.lines().forEach(line -> kinds.merge(line.split("[=:]")[0], 1, Integer::sum));
        }
        assertThat(kinds).containsKeys("id", "syntax", "sequence", "traversed", "angles");
    }
}
