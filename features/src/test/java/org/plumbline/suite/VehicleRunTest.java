package org.plumbline.suite;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.eclipse.paho.client.mqttv3.MqttClient;
import org.eclipse.paho.client.mqttv3.MqttException;
import org.eclipse.paho.client.mqttv3.persist.MemoryPersistence;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.plumbline.Plumbline;
import org.plumbline.run.Run;
import org.plumbline.simulation.FreePort;
import org.plumbline.text.Language;
import org.plumbline.verdict.Judgement;
import org.plumbline.verdict.Verdict;

/** A vehicle after VDA 5050 3.0.0 at the bench's own broker, from its messages to verdicts, and again from the capture. */
@Timeout(120)
class VehicleRunTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Path VECTORS =
            Path.of("../adapters/src/test/resources/org/plumbline/vda5050").toAbsolutePath();
    private static final String TOPIC = "vda5050/v3/ExampleWorks/INSP-0001/state";
    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

    @TempDir
    private Path folder;

    /** What it does wrong. */
    private enum Habit {
        NONE,
        /** Its heading is 3.20 rad, which the schema forbids as well. */
        TURNED,
        /** Every fifth state has no powerSupply. */
        INCOMPLETE
    }

    /** Publishes its state twenty times a second; tries to connect until there is a broker. */
    private static final class Vehicle implements AutoCloseable {

        private final MqttClient client;
        private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor();
        private final Habit habit;
        private final ObjectNode state;
        private int id;

        Vehicle(int port, Habit habit) throws Exception {
            this.habit = habit;
            client = new MqttClient("tcp://127.0.0.1:" + port, "amr-1", new MemoryPersistence());
            state = (ObjectNode)
                    JSON.readTree(VECTORS.resolve("valid/3.0_state_idle.json").toFile());
            state.putObject("mobileRobotPosition")
                    .put("x", 1.0)
                    .put("y", 2.0)
                    .put("theta", habit == Habit.TURNED ? 3.20 : 0.5)
                    .put("mapId", "bay1")
                    .put("localized", true);
            thread.scheduleWithFixedDelay(this::live, 0, 50, TimeUnit.MILLISECONDS);
        }

        private void live() {
            try {
                if (client.isConnected()) {
                    client.publish(TOPIC, JSON.writeValueAsBytes(next()), 0, false);
                } else {
                    client.connect();
                }
            } catch (MqttException | IOException e) {
                // no broker yet, or no longer: next time
            }
        }

        private ObjectNode next() {
            id++;
            ObjectNode next = state.deepCopy().put("headerId", id).put("timestamp", STAMP.format(Instant.now()));
            if (habit == Habit.INCOMPLETE && id % 5 == 0) {
                next.remove("powerSupply");
            }
            return next;
        }

        @Override
        public void close() {
            thread.execute(() -> {
                try {
                    client.disconnectForcibly(0, 100, false);
                    client.close(true);
                } catch (MqttException e) {
                    throw new IllegalStateException(e);
                }
            });
            thread.shutdown();
        }
    }

    private static Path resources() {
        try {
            return Path.of(Objects.requireNonNull(VehicleRunTest.class.getResource("/vehicle"))
                    .toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private Path bench(int port) throws IOException {
        for (String file : List.of("bench.yaml", "device.yaml")) {
            String text = Files.readString(resources().resolve(file))
                    .replace("PORT", Integer.toString(port))
                    .replace("SCHEMAS", "'" + VECTORS.resolve("schemas/3.0.0") + "'");
            Files.writeString(folder.resolve(file), text);
        }
        return folder.resolve("bench.yaml");
    }

    @ParameterizedTest
    @CsvSource({
        "NONE,       EN, PASS, PASS, PASS",
        "TURNED,     ZH, FAIL, PASS, FAIL",
        "INCOMPLETE, EN, PASS, PASS, FAIL",
    })
    void itsMessagesAreJudged(Habit habit, Language language, Verdict angles, Verdict numbers, Verdict schemas)
            throws Exception {
        int port = FreePort.next();
        Run live;
        try (Vehicle vehicle = new Vehicle(port, habit)) {
            assertThat(vehicle).isNotNull();
            live = Plumbline.bench(bench(port))
                    .in(language)
                    .out(folder.resolve("out"))
                    .run(Suite.at(resources().resolve("suite")));
        }
        assertThat(List.of(verdict(live, "VD-01"), verdict(live, "VD-02"), verdict(live, "VD-03")))
                .as(live.trials().toString())
                .containsExactly(angles, numbers, schemas);
        Path data = live.plan().directory().resolve("data");
        Run again = Plumbline.bench(data.resolve("inputs/bench.yaml"))
                .in(language)
                .replay(data.resolve("capture/run.mcap"))
                .run(Suite.at(data.resolve("inputs")));
        assertThat(judgements(again)).isEqualTo(judgements(live));
    }

    private static List<Judgement> judgements(Run run) {
        return run.trials().stream()
                .flatMap(trial -> trial.judgements().stream())
                .toList();
    }

    private static Verdict verdict(Run run, String requirement) {
        return run.requirement(requirement).orElseThrow().verdict();
    }
}
