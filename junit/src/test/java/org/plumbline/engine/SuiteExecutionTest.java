package org.plumbline.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.support.descriptor.FilePosition;
import org.junit.platform.engine.support.descriptor.FileSource;
import org.junit.platform.testkit.engine.Event;
import org.opentest4j.AssertionFailedError;
import org.plumbline.tank.TankSuites;

/** What the platform is told of suites on a simulated tank. */
class SuiteExecutionTest {

    private static Execution of(Class<?> type) {
        return Execution.of(selectClass(type));
    }

    @Nested
    class ASuiteThatPasses {

        private final Execution execution = of(TankSuites.Good.class);

        @Test
        void isATreeOfClassSuiteClauseAndScenario() {
            assertThat(execution.tree()).isEqualTo("""
                    Good
                      TK Small tanks: conformance requirements (for tests)
                        TK-A01 4.1 The level shall not exceed 1 m.
                          Level below the rim = successful
                        TK-A02 4.2 The water shall not be warmer than 60 degC.
                          Temperature = successful
                        TK-A03 4.3 The level shall not fall below 0.4 m.
                          Level above the heater = successful
                        TK-S01 5.1 The pump shall stop within 1 s of the command.
                          Stopping the pump = successful
                        TK-S02 5.2 The water shall not be cooled below 5 degC.
                          Cooling = skipped: TK-S02: not applicable; the ICS declares T-COOL (cools its water) = no
                        TK-S03 5.3 The pressure shall not exceed 2 bar.
                          Pressure = successful
                        TK-Q01 6.1 The temperature should be reported every 0.5 s.
                          Steady reports = successful
                          Level with the pump running = successful
                        verdict of the run = successful
                    """);
        }

        @Test
        void reportsWhatWasMeasured() {
            assertThat(execution.entries("Temperature"))
                    .containsExactly(
                            Map.of(
                                    "requirement", "TK-A02",
                                    "limit", "temperature-max",
                                    "measured", "40.00 degC ± 0.50 degC (k = 2)",
                                    "bound", "≤ 60 degC",
                                    "rule", "guarded",
                                    "guardBand", "0.5",
                                    "falseAcceptance", "0.0",
                                    "falseRejection", "1.0",
                                    "verdict", "pass"),
                            Map.of(
                                    "requirement", "TK-Q01",
                                    "limit", "temperature-gap",
                                    "measured", "0.1000 s ± 0.0016 s (k = 2)",
                                    "bound", "≤ 0.5 s",
                                    "rule", "guarded",
                                    "guardBand", "0.0016329931618554523",
                                    "falseAcceptance", "0.0",
                                    "falseRejection", "1.0",
                                    "verdict", "pass"));
        }

        @Test
        void keepsNothingWhereNothingIsAskedFor() {
            assertThat(execution.entries("verdict of the run")).isEmpty();
        }

        @Test
        void leadsEditorsToTheScenario() {
            assertThat(execution.events())
                    .map(Event::getTestDescriptor)
                    .filteredOn(descriptor -> descriptor.getDisplayName().equals("Temperature"))
                    .isNotEmpty()
                    .allSatisfy(descriptor -> assertThat(descriptor.getSource())
                            .contains(FileSource.from(
                                    Path.of(TankSuites.SUITE, "10-tank.en.feature")
                                            .toFile(),
                                    FilePosition.from(14))));
        }
    }

    @Nested
    class ASuiteWithEverythingWrong {

        private final Execution execution = of(TankSuites.Bad.class);

        @Test
        void saysOfEachScenarioWhatWasMeasuredAndWhatCameOfIt() {
            assertThat(execution.tree()).isEqualTo("""
                    Bad
                      TK Small tanks: conformance requirements (for tests)
                        TK-A01 4.1 The level shall not exceed 1 m.
                          Level below the rim = successful
                        TK-A02 4.2 The water shall not be warmer than 60 degC.
                          Temperature = failed, AssertionFailedError: TK-A02 4.2 temperature-max: \
                    71.50 degC ± 0.50 degC (k = 2), limit ≤ 60 degC, guarded acceptance (w = U): fail
                    TK-Q01 6.1 temperature-gap: \
                    1.0000 s ± 0.0016 s (k = 2), limit ≤ 0.5 s, guarded acceptance (w = U): fail
                        TK-A03 4.3 The level shall not fall below 0.4 m.
                          Level above the heater = failed, AssertionFailedError: TK-A03 4.3 level-min: \
                    0.410 m ± 0.020 m (k = 2), limit ≥ 0.4 m, guarded acceptance (w = U): inconclusive
                        TK-S01 5.1 The pump shall stop within 1 s of the command.
                          Stopping the pump = failed, AssertionFailedError: TK-S01 5.1: inconclusive: \
                    And signal "pump" becomes "true", waiting at most 1 s: \
                    signal pump did not become "true" within 1 s; its last value was false
                        TK-S02 5.2 The water shall not be cooled below 5 degC.
                          Cooling = skipped: TK-S02: not applicable; the ICS declares T-COOL (cools its water) = no
                        TK-S03 5.3 The pressure shall not exceed 2 bar.
                          Pressure = failed, ErrorVerdictException: TK-S03 5.3: error: \
                    And command "vent" is sent: the vent is jammed; oil it
                        TK-Q01 6.1 The temperature should be reported every 0.5 s.
                          Steady reports = aborted, TestAbortedException: a deviation from a recommendation ("should"):
                    TK-Q01 6.1 temperature-gap: \
                    1.0000 s ± 0.0016 s (k = 2), limit ≤ 0.5 s, guarded acceptance (w = U): fail
                          Level with the pump running = successful
                        verdict of the run = failed, ErrorVerdictException: verdict of the run: error
                    TK-A02 4.2: fail: 71.50 degC ± 0.50 degC (k = 2), limit ≤ 60 degC, guarded acceptance (w = U): fail
                    TK-A03 4.3: inconclusive: \
                    0.410 m ± 0.020 m (k = 2), limit ≥ 0.4 m, guarded acceptance (w = U): inconclusive
                    TK-S01 5.1: inconclusive: signal pump did not become "true" within 1 s; its last value was false
                    TK-S03 5.3: error: the vent is jammed; oil it
                    """);
        }

        @Test
        void tracesAFailureToTheStepInTheFeatureFile() {
            assertThat(thrown("Temperature").getStackTrace())
                    .extracting(StackTraceElement::toString)
                    .containsExactly("org.plumbline.tank.TankSuites$Bad.Temperature(10-tank.en.feature:18)");
            assertThat(thrown("Stopping the pump").getStackTrace())
                    .extracting(StackTraceElement::toString)
                    .containsExactly("org.plumbline.tank.TankSuites$Bad.Stopping the pump(10-tank.en.feature:30)");
        }

        @Test
        void letsEditorsCompareLimitAndMeasuredValue() {
            AssertionFailedError failure = (AssertionFailedError) thrown("Level above the heater");
            assertThat(failure.getExpected().getValue()).isEqualTo("≥ 0.4 m");
            assertThat(failure.getActual().getValue()).isEqualTo("0.410 m ± 0.020 m (k = 2)");
        }

        private Throwable thrown(String test) {
            return execution.result(test).getThrowable().orElseThrow();
        }
    }

    @Nested
    class ASuiteThatIsRepeated {

        @Test
        void makesATestOfEveryAttempt() {
            assertThat(of(TankSuites.Repeated.class).tree()).isEqualTo("""
                    Repeated
                      TK Small tanks: conformance requirements (for tests)
                        TK-A01 4.1 The level shall not exceed 1 m.
                          Level below the rim = successful
                        TK-A02 4.2 The water shall not be warmer than 60 degC.
                          Temperature = successful
                        TK-S02 5.2 The water shall not be cooled below 5 degC.
                          Cooling = skipped: TK-S02: not applicable; the ICS declares T-COOL (cools its water) = no
                          Level with the pump running = successful
                          Level below the rim (attempt 2) = successful
                          Temperature (attempt 2) = failed, AssertionFailedError: TK-A02 4.2 temperature-max: \
                    71.50 degC ± 0.50 degC (k = 2), limit ≤ 60 degC, guarded acceptance (w = U): fail
                          Level with the pump running (attempt 2) = successful
                          Level below the rim (attempt 3) = successful
                          Temperature (attempt 3) = failed, AssertionFailedError: TK-A02 4.2 temperature-max: \
                    71.50 degC ± 0.50 degC (k = 2), limit ≤ 60 degC, guarded acceptance (w = U): fail
                          Level with the pump running (attempt 3) = successful
                        verdict of the run = failed, AssertionFailedError: verdict of the run: fail
                    TK-A02 4.2: fail: 71.50 degC ± 0.50 degC (k = 2), limit ≤ 60 degC, \
                    guarded acceptance (w = U): fail | \
                    verdict changed between attempts: of 3 attempts 1 flips (flip rate 0.50)
                    """);
        }
    }

    @Nested
    class InChinese {

        @Test
        void everyWordIsChineseAndTheOtherTreatmentsAreTaken() {
            assertThat(of(TankSuites.BadInChinese.class).tree()).isEqualTo("""
                    BadInChinese
                      TK 小型水箱 符合性要求（测试用）
                        TK-A01 4.1 液位不应高于 1 m。
                          液位低于箱沿 = successful
                        TK-A02 4.2 水温不应高于 60 ℃。
                          水温 = failed, AssertionFailedError: TK-A02 4.2 temperature-max: \
                    71.50 degC ± 0.50 degC (k = 2)，限值 ≤ 60 degC，保护带接受(w = U)：不合格
                    TK-Q01 6.1 temperature-gap: 1.0000 s ± 0.0016 s (k = 2)，限值 ≤ 0.5 s，保护带接受(w = U)：不合格
                        TK-A03 4.3 液位不应低于 0.4 m。
                          液位高于加热器 = aborted, TestAbortedException: TK-A03 4.3 level-min: \
                    0.410 m ± 0.020 m (k = 2)，限值 ≥ 0.4 m，保护带接受(w = U)：无法判定
                        TK-S01 5.1 收到命令后，水泵应在 1 s 内停止。
                          水泵停止 = aborted, TestAbortedException: TK-S01 5.1: 无法判定: \
                    而且 信号 "pump" 变为 "true"，最长等待 1 s: 信号 pump 未能在 1 s 内变为“true”；最后的值为 false
                        TK-S02 5.2 制冷时，水温不应低于 5 ℃。
                          制冷 = skipped: TK-S02 不适用；实现一致性声明（ICS）: T-COOL（具备制冷功能）= 否
                        TK-S03 5.3 压力不应大于 2 bar。
                          压力 = failed, ErrorVerdictException: TK-S03 5.3: 错误: \
                    而且 发送命令 "vent": 排气阀卡住；请上油
                        TK-Q01 6.1 水温数据间隔不宜大于 0.5 s。
                          数据平稳 = failed, AssertionFailedError: 对“宜”类要求的偏离:
                    TK-Q01 6.1 temperature-gap: 1.0000 s ± 0.0016 s (k = 2)，限值 ≤ 0.5 s，保护带接受(w = U)：不合格
                          水泵运行时的液位 = successful
                        本次试验批次的结论 = failed, ErrorVerdictException: 本次试验批次的结论: 错误
                    TK-A02 4.2: 不合格: 71.50 degC ± 0.50 degC (k = 2)，限值 ≤ 60 degC，保护带接受(w = U)：不合格
                    TK-A03 4.3: 无法判定: 0.410 m ± 0.020 m (k = 2)，限值 ≥ 0.4 m，保护带接受(w = U)：无法判定
                    TK-S01 5.1: 无法判定: 信号 pump 未能在 1 s 内变为“true”；最后的值为 false
                    TK-S03 5.3: 错误: 排气阀卡住；请上油
                    """);
        }
    }

    @Nested
    class TheVerdictOfTheRun {

        @Test
        void isRedWhereOneShallIsUndecidedThoughEveryScenarioIsGreenOrAborted() {
            Execution execution = of(TankSuites.Undecided.class);
            assertThat(execution.events().stream()
                            .filter(event -> event.getTestDescriptor() instanceof ScenarioNode)
                            .flatMap(event -> event.getPayload(TestExecutionResult.class).stream())
                            .map(TestExecutionResult::getStatus))
                    .contains(TestExecutionResult.Status.ABORTED)
                    .doesNotContain(TestExecutionResult.Status.FAILED);
            assertThat(execution.tree()).endsWith("""
                        verdict of the run = failed, AssertionFailedError: verdict of the run: inconclusive
                    TK-A03 4.3: inconclusive: \
                    0.410 m ± 0.020 m (k = 2), limit ≥ 0.4 m, guarded acceptance (w = U): inconclusive
                    """);
        }

        @Test
        void judgesOnlyTheRequirementsOfTheScenariosThatTheTagsSelect() {
            assertThat(of(TankSuites.Selected.class).tree()).isEqualTo("""
                    Selected
                      TK Small tanks: conformance requirements (for tests)
                        TK-A01 4.1 The level shall not exceed 1 m.
                          Level below the rim = successful
                        TK-S01 5.1 The pump shall stop within 1 s of the command.
                          Stopping the pump = successful
                          Level with the pump running = successful
                        verdict of the run = successful
                    """);
        }

        @Test
        void isAbortedWhereOnlyRecommendationsAreSelected() {
            assertThat(of(TankSuites.OnlyRecommendation.class).tree()).endsWith("""
                          Steady reports = aborted, TestAbortedException: a deviation from a recommendation ("should"):
                    TK-Q01 6.1 temperature-gap: \
                    1.0000 s ± 0.0016 s (k = 2), limit ≤ 0.5 s, guarded acceptance (w = U): fail
                        verdict of the run = aborted, TestAbortedException: verdict of the run: none
                    no "shall" requirement of the selected scenarios applies
                    """);
        }

        @Test
        void isNotSpoiltByARecommendationInAScenarioThatAlsoDecidesAShall() {
            Execution execution = of(TankSuites.Slow.class);
            assertThat(execution.result("Temperature").getStatus()).isEqualTo(TestExecutionResult.Status.ABORTED);
            assertThat(execution.result("Temperature").getThrowable().orElseThrow())
                    .hasMessage("""
                            a deviation from a recommendation ("should"):
                            TK-Q01 6.1 temperature-gap: \
                            1.0000 s ± 0.0016 s (k = 2), limit ≤ 0.5 s, guarded acceptance (w = U): fail""");
            assertThat(execution.result("verdict of the run").getStatus())
                    .isEqualTo(TestExecutionResult.Status.SUCCESSFUL);
        }

        @Test
        void namesTheFolderOfEvidence() {
            List<Map<String, String>> entries = of(TankSuites.Kept.class).entries("verdict of the run");
            assertThat(entries).singleElement().satisfies(entry -> {
                Path folder = Path.of(entry.get("evidence"));
                assertThat(folder).hasParentRaw(Path.of("target/kept"));
                assertThat(Files.exists(folder.resolve("data/inputs/standard.yaml")))
                        .isTrue();
            });
        }
    }

    @Nested
    class ABenchThatFails {

        @Test
        void isAnErrorOfEachScenarioThatNeedsItAndOfTheRun() {
            assertThat(of(TankSuites.Cut.class).tree()).endsWith("""
                        TK-S03 5.3 The pressure shall not exceed 2 bar.
                          Pressure = failed, ErrorVerdictException: TK-S03 5.3: error: When observed for 2 s: \
                    channel tank was lost: the cable is cut; mend the cause, such as cable, power or broker, then run again
                        TK-Q01 6.1 The temperature should be reported every 0.5 s.
                          Steady reports = failed, ErrorVerdictException: TK-Q01 6.1: error: When observed for 2 s: \
                    channel tank was lost: the cable is cut; mend the cause, such as cable, power or broker, then run again
                          Level with the pump running = failed, ErrorVerdictException: TK-A01 4.1: error: \
                    When observed for 1 s: \
                    channel tank was lost: the cable is cut; mend the cause, such as cable, power or broker, then run again
                        verdict of the run = failed, ErrorVerdictException: verdict of the run: error
                    TK-A01 4.1: error: channel tank was lost: the cable is cut; \
                    mend the cause, such as cable, power or broker, then run again
                    TK-S03 5.3: error: channel tank was lost: the cable is cut; \
                    mend the cause, such as cable, power or broker, then run again
                    channel tank was lost: the cable is cut
                    """);
        }

        @Test
        void leavesEveryScenarioOutWhereItCannotBeOpened() {
            String why = "not executed: this bench is not simulated and cannot run in virtual time; "
                    + "leave --virtual out, or name a simulation in bench.yaml";
            String tree = of(TankSuites.NotSimulated.class).tree();
            assertThat(tree.lines().filter(line -> line.endsWith("= skipped: " + why)))
                    .hasSize(8);
            assertThat(tree).endsWith("""
                        verdict of the run = failed, ErrorVerdictException: verdict of the run: error; not fully verified
                    TK-A01 4.1: none
                    TK-A02 4.2: none
                    TK-A03 4.3: none
                    TK-S01 5.1: none
                    TK-S03 5.3: none
                    this bench is not simulated and cannot run in virtual time; \
                    leave --virtual out, or name a simulation in bench.yaml
                    """);
        }

        @Test
        void failsEachTestAndTheRunWhereItThrows() {
            String broken = "error: Given command \"start-pump\" is sent: channel tank: transport mqtt failed in send:"
                    + " java.lang.IllegalStateException: the tank has burst; the fault is the transport's, or its plugin's:"
                    + " use another version, or report it to its author";
            assertThat(of(TankSuites.Bursting.class).tree())
                    .contains(
                            "Stopping the pump = failed, ErrorVerdictException: TK-S01 5.1: " + broken,
                            "Level with the pump running = failed, ErrorVerdictException: TK-A01 4.1: " + broken,
                            "verdict of the run = failed, ErrorVerdictException: verdict of the run: error",
                            "the device's safe-state command did not go out, it may still be moving: channel tank: transport mqtt");
        }
    }

    @Nested
    class AFileWithAMistake {

        @Test
        void failsItsSuiteWithThePlace() {
            assertThat(of(TankSuites.Mistaken.class).tree()).isEqualTo("""
                    Mistaken
                      src/test/resources/tank/suite
                      src/test/resources/tank/suite = failed, ErrorVerdictException: \
                    src/test/resources/tank/mistaken.yaml:5:1: unknown key "sead"; did you mean "seed"
                      no-such-suite
                      no-such-suite = failed, ErrorVerdictException: there is no suite called "no-such-suite"; \
                    use one of underwater, cobot, inspection, or the path of a suite's folder
                    """);
        }

        @Test
        void isToldInTheLanguageOfTheClass() {
            assertThat(of(TankSuites.MistakenInChinese.class).tree()).endsWith("""
                    ErrorVerdictException: src/test/resources/tank/mistaken.yaml:5:1: 未知的键 "sead"；是否应为 "seed"
                    """);
        }

        @Test
        void isAlsoAnAnnotationThatNamesNoSuite() {
            assertThat(of(TankSuites.Nameless.class).tree()).isEqualTo("""
                    Nameless
                      -
                      - = failed, ErrorVerdictException: @ConformanceSuite of class \
                    org.plumbline.tank.TankSuites$Nameless names no suite; \
                    write suites = "underwater", or a suite's folder
                    """);
        }
    }
}
