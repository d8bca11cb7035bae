package org.plumbline.suite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.plumbline.Plumbline;
import org.plumbline.error.HarnessException;
import org.plumbline.error.InputException;
import org.plumbline.run.Forecast;
import org.plumbline.run.RequirementResult;
import org.plumbline.run.Run;
import org.plumbline.run.RunListener;
import org.plumbline.run.RunPlan;
import org.plumbline.run.ScenarioPlan;
import org.plumbline.run.Session;
import org.plumbline.run.TrialResult;
import org.plumbline.simulation.RobotModels;
import org.plumbline.simulation.SimulatedBench;
import org.plumbline.text.Language;
import org.plumbline.text.Text;
import org.plumbline.verdict.Verdict;

/** What would be run is known without running it. */
class PlanTest {

    @TempDir
    Path folder;

    private Path bench;

    @BeforeEach
    void writeBench() {
        bench = SimulatedBench.virtual(RobotModels.named("underwater"), List.of(), 1)
                .writeTo(folder.resolve("bench"));
    }

    private Plumbline plumbline() {
        return Plumbline.bench(bench).in(Language.EN).virtual();
    }

    @Test
    void aPlanNamesTheScenariosThatARunExecutes() {
        Suite suite = Suite.named("underwater").only("UW-A02", "UW-A03");
        RunPlan plan = plumbline().plan(suite);
        assertThat(plan.scenarios())
                .extracting(ScenarioPlan::name)
                .containsExactly("Depth hold in still water", "Heading hold");
        assertThat(plumbline().run(suite).plan().scenarios()).isEqualTo(plan.scenarios());
    }

    @ParameterizedTest
    @ValueSource(strings = {"underwater", "cobot", "inspection"})
    void aPlanKnowsHowLongItsRunTakes(String field) {
        Path ownBench =
                SimulatedBench.virtual(RobotModels.named(field), List.of(), 1).writeTo(folder.resolve(field));
        Run run = Plumbline.bench(ownBench).in(Language.EN).virtual().run(Suite.named(field));
        Forecast forecast = Forecast.of(run.plan());
        assertThat(run.duration()).isBetween(forecast.least(), forecast.most());
    }

    @Test
    void aPlanCountsDwellsAndHowLongAStateLastsAndEveryWait() throws IOException {
        RunPlan plan = plumbline().plan(WrittenSuite.in(folder.resolve("suite"), """
                  @UW-C04
                  Scenario: Dives
                    Given signal "depth" arrives, waiting at most 5 s
                    And command "arm" is sent
                    When 3 cycles are run, waiting at most 5 s at each step
                      | command    | parameter | value | signal | becomes    | dwell |
                      | hold-depth | depth     | 2     | mode   | depth-hold | 0.5 s |
                      | hold-depth | depth     | 4     | mode   | depth-hold | 1.5 s |
                    And signal "depth" stays at 4 m ± 1 m for 4 s, waiting at most 20 s
                    And observed for 3 s
                """));
        Forecast forecast = Forecast.of(plan);
        assertThat(forecast.least()).isEqualTo(8_500_000_000L);
        assertThat(forecast.most()).isEqualTo(61_000_000_000L);
    }

    private Path networkBench(String more) throws IOException {
        Files.writeString(folder.resolve("device.yaml"), """
                device: {class: packets, manufacturer: Example, model: P-1, serial-number: "1", firmware: "1.0"}
                ics: {}
                channels:
                  link: {transport: mqtt, broker: embedded, listen: "127.0.0.1:1883", subscribe: ["rov-1/#"], codec: json}
                signals:
                  depth: {channel: link, topic: rov-1/state, pointer: /depth, unit: m}
                commands:
                  cut-link: {channel: link, topic: $mqtt/network/drop, payload: {client: "{client}"}%s}
                  safe-state: {channel: link, topic: rov-1/command, payload: {stop: true}}
                """.formatted(more));
        return Files.writeString(
                folder.resolve("bench.yaml"),
                "laboratory: {name: Test bench}\noperator: nobody\ndevice: device.yaml\nseed: 7\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ", changes-state: false"})
    void aPlanKnowsThatTheNetworkIsSetRightAgain(String more) throws IOException {
        Path suite = Files.createDirectory(folder.resolve("network"));
        Files.copy(Path.of("src/test/resources/packets/suite/standard.yaml"), suite.resolve("standard.yaml"));
        Files.writeString(suite.resolve("10-network.en.feature"), """
                # language: en
                Feature: Bad network

                  Scenario: The link is cut
                    When command "cut-link" is sent with "client" = "rov-1"
                    And observed for 60 s

                  Scenario: It only watches
                    When observed for 60 s
                """);
        RunPlan plan = Plumbline.bench(networkBench(more)).in(Language.EN).plan(Suite.at(suite));
        assertThat(Forecast.of(plan)).isEqualTo(new Forecast(1, 0, 1, 1, 60_000_000_000L, 1, 60_000_000_000L, 0));
    }

    @Test
    void everyStepThatWaitsIsKnownToWait() {
        assertThat(StepCatalogue.templates())
                .filteredOn(step -> step.expression().en().contains("waiting at most"))
                .hasSizeGreaterThan(5)
                .allMatch(step -> StepEffects.of(step).isPresent());
    }

    @Test
    void aPlanKeepsNothing() {
        RunPlan plan = plumbline().out(folder.resolve("out")).plan(Suite.named("underwater"));
        assertThat(plan.directory()).isNull();
        assertThat(folder.resolve("out")).doesNotExist();
    }

    @Test
    void aRunOfChosenScenariosExecutesThemAlone() {
        Run run = plumbline()
                .only(scenario -> scenario.name().equals("Heading hold"))
                .run(Suite.named("underwater"));
        assertThat(run.trials()).extracting(trial -> trial.scenario().name()).containsExactly("Heading hold");
    }

    @Test
    void aRequirementIsNotAPassWhereAScenarioOfItIsLeftOut() throws IOException {
        Path suite = folder.resolve("suite");
        Suite.named("underwater").copyTo(suite);
        Path hold = suite.resolve("20-hold.en.feature");
        Files.writeString(hold, Files.readString(hold).replace("  @UW-Q04", "  @slow @UW-A03"));
        RunPlan plan = plumbline().plan(Suite.at(suite).tagged("@UW-A03 and not @slow"));
        assertThat(plan.leftOut())
                .extracting(ScenarioPlan::name)
                .contains("Depth data do not freeze during a dive", "The depth sensor fails")
                .doesNotContain("Heading hold");
        RequirementResult result = plumbline()
                .run(Suite.at(suite).tagged("@UW-A03 and not @slow"))
                .requirement("UW-A03")
                .orElseThrow();
        assertThat(result.verdict()).isEqualTo(Verdict.INCONCLUSIVE);
        assertThat(result.reasons())
                .extracting(Text::en)
                .containsExactly("scenarios that were not executed: Depth data do not freeze during a dive");
    }

    @Test
    void aRequirementSelectedByItsOwnTagKeepsItsPass() {
        Run run = plumbline().run(Suite.named("underwater").only("UW-A02"));
        assertThat(run.requirement("UW-A02").orElseThrow().verdict()).isEqualTo(Verdict.PASS);
        assertThat(run.requirement("UW-A01").orElseThrow().verdict()).isEqualTo(Verdict.PASS);
    }

    @Test
    void aBenchThatDoesNotMeasureWhatScenariosTakeAsTruthIsRefused() throws IOException {
        Files.writeString(bench, Files.readString(bench).replace("true-depth", "tank-depth"));
        assertThatThrownBy(() -> plumbline().plan(Suite.named("underwater")))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("no instrument has the signal \"true-depth\", which scenarios take as truth");
        assertThat(plumbline().plan(Suite.named("underwater").only("UW-S01")).scenarios())
                .hasSize(1);
    }

    @Test
    void aMistakeInTheCatalogueIsFoundInTheUsersOwnFile() throws IOException {
        Path standard = folder.resolve("suite/standard.yaml");
        Files.createDirectories(standard.getParent());
        Files.writeString(standard, "standard: UW\nstandart: UW\n");
        assertThatThrownBy(() -> plumbline().plan(Suite.at(standard.getParent())))
                .isInstanceOf(InputException.class)
                .hasMessageContaining(standard + ":2:1: unknown key \"standart\"");
    }

    @Nested
    class AMistakeInTheScenarios {

        private String message(String file, String text, String tags) throws IOException {
            Path suite = folder.resolve("suite");
            Suite.named("underwater").copyTo(suite);
            Path feature = suite.resolve(file);
            Files.writeString(feature, Files.readString(feature) + text);
            return assertThatThrownBy(() -> plumbline().plan(Suite.at(suite).tagged(tags)))
                    .isInstanceOf(InputException.class)
                    .actual()
                    .getMessage();
        }

        @Test
        void isFoundInTheUsersOwnFile() throws IOException {
            Path feature = folder.resolve("suite/30-safety.en.feature");
            assertThat(message("30-safety.en.feature", "    And it sings\n", ""))
                    .startsWith(feature + ":72: there is no such step: it sings; ");
        }

        @Test
        void isFoundThereAlsoWhereTheFileCannotBeParsed() throws IOException {
            Path feature = folder.resolve("suite/30-safety.en.feature");
            assertThat(message("30-safety.en.feature", "    And\nsing\n", ""))
                    .startsWith(feature + ":72:")
                    .contains(": not valid Gherkin: ")
                    .doesNotContain("file:", "data/inputs");
        }

        @Test
        void isTheFoldersWhereNothingIsSelected() throws IOException {
            assertThat(message("30-safety.en.feature", "", "@nothing"))
                    .startsWith(
                            folder.resolve("suite")
                                    + ": no scenario is selected (tag expression \"@nothing\"); the tags are: @UW-A01 @UW-A02 @UW-A03 ")
                    .endsWith(" @UW-S08");
            assertThatThrownBy(() -> plumbline().plan(Suite.named("underwater").tagged("@nothing")))
                    .hasMessageStartingWith("underwater: no scenario is selected");
        }
    }

    @Test
    void aFolderThatCannotBeMadeIsSaidWithoutNamesOfJava() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "x");
        assertThatThrownBy(() -> plumbline().out(file).run(Suite.named("underwater")))
                .isInstanceOfSatisfying(HarnessException.class, e -> {
                    assertThat(e.message(Language.EN))
                            .startsWith("cannot make the run's folder in " + file + ": it exists already; ");
                    assertThat(e.message(Language.ZH)).startsWith("无法在 " + file + " 中建立运行文件夹: 已存在同名的文件或文件夹；");
                });
    }

    @Nested
    class AValueThatTheManufacturerDeclares {

        private Map<String, String> sent(String threshold) throws IOException {
            Path device = bench.resolveSibling("device.yaml");
            Files.writeString(
                    device,
                    Files.readString(device).replace("battery-threshold: 14 V", "battery-threshold: " + threshold));
            Map<String, String> parameters = new HashMap<>();
            plumbline()
                    .with(new RunListener() {
                        @Override
                        public void trialFinished(TrialResult result, Session session) {
                            parameters.putAll(session.timeline()
                                    .lastCommand("supply-voltage")
                                    .orElseThrow()
                                    .parameters());
                        }
                    })
                    .run(Suite.named("underwater").only("UW-D03"));
            return parameters;
        }

        @ParameterizedTest
        @CsvSource({"14 V, 13.2", "12.5 V, 11.7"})
        void isSentAsAPlainNumber(String threshold, String number) throws IOException {
            assertThat(sent(threshold)).isEqualTo(Map.of("voltage", number));
        }

        @Test
        void isSentAsAPlainNumberFromACycleTooAndCheckedThere() throws IOException {
            String cycle = """
                      @UW-C04
                      Scenario: Dives
                        * command "arm" is sent
                        * 1 cycles are run, waiting at most 5 s at each step
                          | command    | parameter | value                    | signal | becomes    | dwell |
                          | hold-depth | depth     | ixit(rated-depth) - 28 m | mode   | depth-hold | 0.1 s |
                    """;
            List<Map<String, String>> parameters = new ArrayList<>();
            plumbline()
                    .with(new RunListener() {
                        @Override
                        public void trialFinished(TrialResult result, Session session) {
                            session.timeline()
                                    .lastCommand("hold-depth")
                                    .ifPresent(sent -> parameters.add(sent.parameters()));
                        }
                    })
                    .run(WrittenSuite.in(folder.resolve("suite"), cycle));
            assertThat(parameters).containsExactly(Map.of("depth", "2"));
            Suite mistaken = WrittenSuite.in(folder.resolve("suite"), cycle.replace("rated-depth", "rated-deepth"));
            assertThatThrownBy(() -> plumbline().plan(mistaken))
                    .hasMessageContaining("10-written.en.feature:9: unknown IXIT item \"rated-deepth\"");
        }

        private Path suite(String step) throws IOException {
            Path suite = folder.resolve("suite");
            Suite.named("underwater").copyTo(suite);
            Path feature = suite.resolve("30-safety.en.feature");
            Files.writeString(feature, Files.readString(feature).replace("\"ixit(battery-threshold) - 0.8 V\"", step));
            return suite;
        }

        @Test
        void isRefusedBeforeTheRunWhereTheCatalogueHasNone() throws IOException {
            Suite suite = Suite.at(suite("\"ixit(batery-threshold) - 0.8 V\""));
            assertThatThrownBy(() -> plumbline().plan(suite))
                    .isInstanceOf(InputException.class)
                    .hasMessageContaining("30-safety.en.feature:65: unknown IXIT item \"batery-threshold\"");
        }

        @Test
        void isRefusedBeforeTheRunWhereTheDeviceHasNone() throws IOException {
            Path device = bench.resolveSibling("device.yaml");
            Files.writeString(device, Files.readString(device).replace("  battery-threshold: 14 V\n", ""));
            assertThatThrownBy(() -> plumbline().plan(Suite.named("underwater")))
                    .isInstanceOf(InputException.class)
                    .hasMessageContaining("this step needs the IXIT item \"battery-threshold\"");
            Files.writeString(device, Files.readString(device).replace("U-BATT: true", "U-BATT: false"));
            assertThat(plumbline().plan(Suite.named("underwater")).scenarios()).isNotEmpty();
        }
    }
}
