package org.plumbline.suite;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.plumbline.Plumbline;
import org.plumbline.measure.Measurement;
import org.plumbline.run.Forecast;
import org.plumbline.run.RequirementResult;
import org.plumbline.run.Run;
import org.plumbline.run.RunListener;
import org.plumbline.run.Session;
import org.plumbline.run.StepResult;
import org.plumbline.run.TrialResult;
import org.plumbline.simulation.LiveRig;
import org.plumbline.simulation.RobotModels;
import org.plumbline.simulation.SimulatedBench;
import org.plumbline.simulation.SimulatedRobot;
import org.plumbline.text.Language;
import org.plumbline.timeline.Observation.CommandSent;
import org.plumbline.verdict.Judgement;
import org.plumbline.verdict.Verdict;

/** Recorded once, judged many times, and never across a change of the device's state. */
class SharedObservationTest {

    @TempDir
    Path folder;

    private Plumbline plumbline() {
        Path bench = SimulatedBench.virtual(RobotModels.named("underwater"), List.of(), 1)
                .writeTo(folder.resolve("bench"));
        return Plumbline.bench(bench).virtual().in(Language.EN);
    }

    @Nested
    class ThirtyPassiveScenariosOfAMinute {

        private Suite suite() throws IOException {
            StringBuilder scenarios = new StringBuilder();
            for (int i = 1; i <= 30; i++) {
                scenarios.append("""
                          @UW-C04
                          Scenario: Intervals %d
                            Given signal "depth" arrives, waiting at most 5 s
                            When observed for 60 s
                            And "depth-interval" is measured: largest gap between samples of signal "depth"
                            Then "depth-interval" shall be within its limit

                        """.formatted(i));
            }
            return WrittenSuite.in(folder.resolve("suite"), scenarios.toString());
        }

        @Test
        @SimulatedRobot("underwater")
        @EnabledIfSystemProperty(named = "plumbline.live", matches = "true")
        void observeOnceOnRealPortsToo(LiveRig rig) throws IOException {
            Run run = Plumbline.bench(rig.writeBench(folder.resolve("bench")))
                    .in(Language.EN)
                    .run(suite());
            assertThat(run.trials()).hasSize(30).allMatch(trial -> trial.verdict() == Verdict.PASS);
            assertThat(run.duration()).as("on the run's clock").isBetween(60_000_000_000L, 75_000_000_000L);
            assertThat(run.trials().subList(1, 30))
                    .as("what they observe began before they did")
                    .allMatch(trial -> trial.judgements().get(0).measurement().from() < trial.from());
        }

        @Test
        void takeLittleMoreThanAMinute() throws IOException {
            Run run = plumbline().run(suite());
            assertThat(run.trials()).hasSize(30).allMatch(trial -> trial.verdict() == Verdict.PASS);
            assertThat(run.duration()).isBetween(60_000_000_000L, 61_000_000_000L);
            assertThat(Forecast.of(run.plan()))
                    .isEqualTo(new Forecast(1, 0, 30, 1, 60_000_000_000L, 0, 0, 150_000_000_000L));
            assertThat(run.trials())
                    .extracting(trial -> trial.judgements().get(0).measurement())
                    .extracting(measurement -> measurement.to() - measurement.from())
                    .containsOnly(60_000_000_000L);
            Measurement last = run.trials().get(29).judgements().get(0).measurement();
            assertThat(last.from()).isLessThan(run.trials().get(29).from());
            assertThat(last.to()).isLessThanOrEqualTo(run.duration());
        }
    }

    @Test
    void noReactionIsMeasuredFromACommandOfAnotherScenario() throws IOException {
        Run run = plumbline().run(WrittenSuite.in(folder.resolve("suite"), """
                  Scenario: One that sends it
                    * command "arm" is sent
                    * signal "armed" becomes "true", waiting at most 3 s

                  @UW-S03
                  Scenario: One that does not
                    * "link-loss-time" is measured: time from command "arm" until signal "armed" is "true", waiting at most 3 s
                    * "link-loss-time" shall be within its limit
                """));
        RequirementResult result = run.requirement("UW-S03").orElseThrow();
        assertThat(result.verdict()).isEqualTo(Verdict.INCONCLUSIVE);
        assertThat(result.reasons())
                .extracting(reason -> reason.in(Language.EN))
                .containsExactly("this scenario has not sent command arm");
    }

    /** Random scenarios against the simulated vehicle; the expected bound is found from steps and timeline alone. */
    @Nested
    class NoWindow {

        private static final Pattern COMMAND =
                Pattern.compile("(?:every .* )?command \"([a-z-]+)\" is (sent|no longer sent).*");

        private final List<String> wrong = new ArrayList<>();
        private int judged;
        private int shared;
        private int refused;

        @ParameterizedTest(name = "seed {0}")
        @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
        void beginsBeforeTheLastChangeOfState(long seed) throws IOException {
            Suite suite = WrittenSuite.in(folder.resolve("suite"), scenarios(new SplittableRandom(seed)));
            Run run = plumbline().repeat(2).with(new Watch()).run(suite);
            assertThat(run.incidents()).isEmpty();
            assertThat(wrong).isEmpty();
            assertThat(judged).as("judged").isGreaterThan(15);
            assertThat(shared).as("shared").isPositive();
            assertThat(refused).as("refused").isPositive();
        }

        private String scenarios(SplittableRandom chance) {
            StringBuilder scenarios = new StringBuilder();
            for (int i = 0; i < 40; i++) {
                scenarios.append("  @UW-C04 @UW-A01\n  Scenario: Random %d\n".formatted(i));
                int steps = 2 + chance.nextInt(5);
                for (int k = 0; k < steps; k++) {
                    scenarios.append("    * ").append(step(chance)).append('\n');
                }
                scenarios.append(JUDGE);
            }
            return scenarios.toString();
        }

        private static final String JUDGE = """
                    * "depth-interval" is measured: largest gap between samples of signal "depth"
                    * "depth-interval" shall be within its limit
                    * "depth-error" is measured: of the events of signal "depth", the maximum
                    * "depth-error" shall be within its limit
                """;

        private String step(SplittableRandom chance) {
            return switch (chance.nextInt(16)) {
                case 0 -> "command \"arm\" is sent";
                case 1 -> "command \"hold-depth\" is sent with \"depth\" = \"" + (1 + chance.nextInt(8)) + "\"";
                case 2 -> "every 0.5 s command \"heartbeat\" is sent";
                case 3 -> "command \"heartbeat\" is no longer sent";
                case 10 -> "every 1 s command \"arm\" is sent";
                case 11 -> "command \"arm\" is no longer sent";
                case 12 -> "signal \"armed\" becomes \"true\", waiting at most 2 s";
                case 4, 5 -> "command \"heartbeat\" is sent with \"n\" = \"1\"";
                default -> "observed for " + (1 + chance.nextInt(4)) + " s";
            };
        }

        /** Follows what each trial did, step by step. */
        private final class Watch implements RunListener {
            private long lastAct = -1;

            @Override
            public void trialFinished(TrialResult trial, Session session) {
                Set<String> repeating = new HashSet<>();
                List<Judgement> judgements = new ArrayList<>(trial.judgements());
                for (StepResult step : trial.steps()) {
                    if (!step.reached()) {
                        refused += 1;
                        break;
                    }
                    act(step, repeating);
                    if (step.text().endsWith("within its limit") && !judgements.isEmpty()) {
                        check(trial, judgements.remove(0), session, repeating);
                    }
                }
                lastAct = repeating.isEmpty() ? lastAct : trial.to();
            }

            private void act(StepResult step, Set<String> repeating) {
                Matcher matcher = COMMAND.matcher(step.text());
                if (!matcher.matches()) {
                    return;
                }
                boolean repeats = step.text().startsWith("every");
                boolean stops = matcher.group(2).startsWith("no");
                boolean changes = !matcher.group(1).equals("heartbeat");
                if (repeats ? repeating.add(matcher.group(1)) || true : stops && repeating.remove(matcher.group(1))) {
                    lastAct = step.from();
                } else if (!stops && changes) {
                    lastAct = step.from();
                }
            }

            /** What a scenario itself repeats while it observes is the state that it observes. */
            private void check(TrialResult trial, Judgement judgement, Session session, Set<String> repeating) {
                Measurement measurement = judgement.measurement();
                if (measurement == null) {
                    return;
                }
                judged++;
                shared += measurement.from() < trial.from() ? 1 : 0;
                boolean early = measurement.from() <= lastAct
                        || session.timeline().commands(0, judgement.time() - 1).stream()
                                .filter(CommandSent::changesState)
                                .filter(command -> !command.repeated() || !repeating.contains(command.command()))
                                .anyMatch(command -> measurement.from() <= command.time());
                if (early) {
                    wrong.add(trial.scenario().name() + ": window from " + measurement.from() + ", changed at "
                            + lastAct);
                }
            }
        }
    }
}
