package org.plumbline.suite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.plumbline.verdict.Verdict.FAIL;
import static org.plumbline.verdict.Verdict.PASS;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.plumbline.Plumbline;
import org.plumbline.error.InputException;
import org.plumbline.gauge.Gauge;
import org.plumbline.run.FlipRate;
import org.plumbline.run.Forecast;
import org.plumbline.run.RequirementResult;
import org.plumbline.run.Run;
import org.plumbline.run.ScenarioPlan;
import org.plumbline.run.TrialResult;
import org.plumbline.text.Language;
import org.plumbline.text.Text;

/** A device whose fault comes and goes, tried six times in virtual time. */
class RepeatTest {

    private static final Path GAUGE = Path.of("src/test/resources/gauge");
    private static final Suite SUITE = Suite.at(GAUGE.resolve("suite"));

    private static Run run;

    @BeforeAll
    static void tryIt() {
        run = plumbline().repeat(6).run(SUITE);
    }

    private static Plumbline plumbline() {
        return Plumbline.bench(GAUGE.resolve("bench.yaml")).virtual().in(Language.EN);
    }

    @Test
    void theDeviceIsWhatTheseTestsTakeItFor() {
        assertThat(Gauge.overflows(7, 6)).containsExactly(true, false, false, false, true, false);
    }

    @Test
    void allScenariosAreExecutedOnceThenAllAgain() {
        assertThat(run.trials())
                .extracting(trial -> trial.id() + " " + trial.scenario().name() + " " + trial.attempt())
                .startsWith("T001 Steady reports 1", "T002 Filling 1", "T003 Steady reports 2", "T004 Filling 2")
                .hasSize(12);
        assertThat(run.plan().scenarios()).hasSize(2);
        assertThat(run.plan().trials()).isEqualTo(12);
    }

    @Test
    void noAttemptReplacesAnother() {
        assertThat(run.attempts(scenario("Filling")))
                .extracting(TrialResult::verdict)
                .containsExactly(FAIL, PASS, PASS, PASS, FAIL, PASS);
        RequirementResult result = run.requirement("GA-A01").orElseThrow();
        assertThat(result.judgements()).hasSize(6);
        assertThat(result.verdict()).isEqualTo(FAIL);
        assertThat(run.verdict()).isEqualTo(FAIL);
        assertThat(run.exitCode()).isEqualTo(1);
    }

    @Test
    void theFlipRateIsTheShareOfNeighboursThatDiffer() {
        RequirementResult result = run.requirement("GA-A01").orElseThrow();
        assertThat(run.flips(result)).isEqualTo(new FlipRate(6, 3));
        assertThat(run.flips(scenario("Filling"))).isEqualTo(new FlipRate(6, 3));
        assertThat(run.flips(scenario("Steady reports"))).isEqualTo(new FlipRate(6, 0));
        assertThat(result.reasons())
                .extracting(Text::en)
                .endsWith("verdict changed between attempts: of 6 attempts 3 flips (flip rate 0.60)");
        assertThat(run.requirement("GA-A02").orElseThrow().reasons()).isEmpty();
    }

    @Test
    void aSecondAttemptJudgesNothingThatTheFirstCouldHaveJudged() {
        List<TrialResult> attempts = run.attempts(scenario("Steady reports"));
        assertThat(attempts).allSatisfy(attempt -> {
            assertThat(attempt.verdict()).isEqualTo(PASS);
            assertThat(attempt.judgements().get(0).measurement().from()).isGreaterThanOrEqualTo(attempt.from());
        });
        assertThat(run.duration()).isBetween(18_000_000_000L, 18_000_001_000L);
        assertThat(Forecast.of(run.plan())).isEqualTo(new Forecast(6, 0, 1, 6, 12_000_000_000L, 1, 6_000_000_000L, 0));
    }

    @Test
    void withoutRepeatThereIsOneAttempt() {
        Run once = plumbline().run(SUITE);
        assertThat(once.trials()).extracting(TrialResult::attempt).containsExactly(1, 1);
        assertThat(once.plan().repeat()).isEqualTo(1);
    }

    @Test
    void lessThanOneIsRefused() {
        assertThatThrownBy(() -> plumbline().repeat(0)).isInstanceOfSatisfying(InputException.class, e -> {
            assertThat(e.message(Language.ZH)).isEqualTo("重复次数 0 小于 1；请给出 1 或更大的整数");
            assertThat(e.message(Language.EN)).isEqualTo("cannot run 0 times; give 1 or more");
        });
    }

    private static ScenarioPlan scenario(String name) {
        return run.plan().scenarios().stream()
                .filter(scenario -> scenario.name().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
