package org.plumbline.steps;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.plumbline.bench.Bench;
import org.plumbline.bench.Secrets;
import org.plumbline.benchfile.BenchFile;
import org.plumbline.canary.CanaryCatalogue;
import org.plumbline.channel.Adapters;
import org.plumbline.channel.Link;
import org.plumbline.channel.Packet;
import org.plumbline.channel.Receiver;
import org.plumbline.quantity.Quantity;
import org.plumbline.quantity.Unit;
import org.plumbline.run.Judge;
import org.plumbline.run.RunPlan;
import org.plumbline.run.ScenarioPlan;
import org.plumbline.run.Session;
import org.plumbline.run.Trials;
import org.plumbline.standard.Bound;
import org.plumbline.standard.Limit;
import org.plumbline.text.Language;
import org.plumbline.timeline.VirtualClock;
import org.plumbline.verdict.DecisionRule;
import org.plumbline.verdict.Judgement;
import org.plumbline.verdict.Verdict;

/** One command that a device shall refuse with exception code 3 within 1 s; each of its two units is asked for a depth every 50 ms. */
class RefusalTest {

    private static final HexFormat HEX = HexFormat.of();
    private static final long MS = 1_000_000L;
    private static final Quantity WITHIN = new Quantity(1.5, Unit.S);
    private static final String ACCEPTED = "0601a40001";

    @TempDir
    private Path folder;

    private final VirtualClock clock = new VirtualClock();

    /** What unit 1 says to what it is to do, and whether it says anything after that. */
    private record Unit1(String answer, boolean dies) {}

    private Link line(Receiver receiver, Unit1 unit) {
        return new Link() {
            private boolean dead;

            @Override
            public void send(Packet packet) {
                byte[] question = packet.payload();
                boolean polled = question[7] == 3;
                boolean first = question[6] == 1;
                String answer = polled ? "03020096" : unit.answer();
                if (!(first && dead) && !answer.isEmpty()) {
                    byte[] header = {question[0], question[1], 0, 0, 0, (byte) (answer.length() / 2 + 1), question[6]};
                    byte[] whole = HEX.parseHex(HEX.formatHex(header) + answer);
                    clock.schedule(clock.now() + 5 * MS, () -> receiver.received(clock.now(), Packet.of(whole)));
                }
                dead |= !polled && unit.dies();
            }

            @Override
            public void close() {}
        };
    }

    private Bench bench() throws IOException {
        Files.writeString(folder.resolve("device.yaml"), """
                device: {class: none, manufacturer: none, model: none, serial-number: none, firmware: none}
                channels:
                  bus: {transport: tcp, host: none, port: 1, codec: modbus-tcp, response-timeout: 40 ms}
                signals:
                  depth: {channel: bus, scale: 0.01, unit: m, period: 50 ms}
                  other-depth: {channel: bus, unit-id: 2, scale: 0.01, unit: m, period: 50 ms}
                  refusal: {channel: bus, function: 6, type: exception, on-event: true}
                commands:
                  dive: {channel: bus, register: 420, value: 1}
                  safe-state: {channel: bus, register: 421, value: 0}
                """);
        Path file = Files.writeString(folder.resolve("bench.yaml"), """
                laboratory: {name: none}
                operator: none
                device: device.yaml
                """);
        return BenchFile.read(file, Adapters.installed(), new Secrets(name -> null));
    }

    private static Limit limit(String name, double min, double max, Unit unit) {
        return new Limit(
                name, unit, Bound.of(min, unit), Bound.of(max, unit), DecisionRule.SIMPLE, true, "proposal", null);
    }

    /** How a step measures it. */
    private interface Measured {
        void by(MeasureSteps steps);
    }

    private List<Judgement> judged(Unit1 unit, int times, Map<String, Measured> limits) throws IOException {
        Session session = Session.open(
                CanaryCatalogue.standard(List.of(limit("code", 3, 3, Unit.ONE), limit("time", 0, 1, Unit.S))),
                bench(),
                Adapters.installed(),
                (spec, receiver) -> line(receiver, unit),
                clock,
                observation -> {});
        try (session) {
            TrialHolder holder = new TrialHolder(new Judge(session.bench(), RunPlan.VIRTUAL_START));
            session.timeline().awaitTime(1_000 * MS);
            for (int i = 0; i < times; i++) {
                holder.current().ifPresent(before -> before.ends());
                holder.set(new Trials(session).begin(scenario()));
                session.send("dive", Map.of());
                new DriveSteps(holder).observe(new Quantity(2, Unit.S));
            }
            MeasureSteps steps = new MeasureSteps(holder);
            limits.values().forEach(measured -> measured.by(steps));
            limits.keySet().forEach(new JudgeSteps(holder)::judge);
            return holder.trial().judgements();
        }
    }

    private static ScenarioPlan scenario() {
        return new ScenarioPlan("s", "s", "s", 1, Language.EN, List.of(CanaryCatalogue.REQUIREMENT), true, 0);
    }

    private Judgement code(Unit1 unit, int times, Measured measured) throws IOException {
        return judged(unit, times, Map.of("code", measured)).get(0);
    }

    private static void largest(MeasureSteps steps) {
        steps.extreme("code", "refusal", true);
    }

    private static void largestOfEvents(MeasureSteps steps) {
        steps.extremeOfEvents("code", "refusal", true);
    }

    /** However many scenarios before it had it refused. */
    @ParameterizedTest
    @CsvSource({
        "8603, 1, PASS",
        "8603, 2, PASS",
        "8603, 4, PASS",
        "8602, 1, FAIL",
        "8602, 4, FAIL",
        ACCEPTED + ", 1, FAIL"
    })
    void itsCodeIsJudged(String answer, int times, Verdict verdict) throws IOException {
        assertThat(code(new Unit1(answer, false), times, RefusalTest::largest).verdict())
                .isEqualTo(verdict);
    }

    @ParameterizedTest
    @CsvSource({"8603, PASS", "8602, FAIL", ACCEPTED + ", FAIL"})
    void soItIsAsAnEvent(String answer, Verdict verdict) throws IOException {
        assertThat(code(new Unit1(answer, false), 1, RefusalTest::largestOfEvents)
                        .verdict())
                .isEqualTo(verdict);
    }

    /** Without an answer nobody knows, nor where the unit died with the command. */
    @ParameterizedTest
    @CsvSource({"8603, false, PASS", "8602, false, FAIL", ACCEPTED + ", false, FAIL", "'', true, INCONCLUSIVE"})
    void soIsTheTimeUntilIt(String answer, boolean dies, Verdict verdict) throws IOException {
        assertThat(judged(
                        new Unit1(answer, dies),
                        1,
                        Map.of("time", steps -> steps.event("time", "dive", "refusal", "3", WITHIN))))
                .singleElement()
                .extracting(Judgement::verdict)
                .isEqualTo(verdict);
    }

    /** The other unit on the bus still answers. */
    @Test
    void oneThatDiesOfItIsNotJudged() throws IOException {
        assertThat(code(new Unit1("8603", true), 1, RefusalTest::largest)
                        .reason()
                        .en())
                .matches("the device's signal depth has a gap of 2\\.0\\d\\d s in the stretch \\(allowed: 1\\.000 s\\):"
                        + " not judged");
    }
}
