package org.plumbline.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.plumbline.junit.PlumblineAssertions.assertThat;

import java.nio.file.Path;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.plumbline.Plumbline;
import org.plumbline.run.Run;
import org.plumbline.suite.Suite;
import org.plumbline.tank.TankSuites;
import org.plumbline.text.Language;
import org.plumbline.verdict.Verdict;

/** Assertions about real runs on a simulated tank, with their whole messages. */
class RunAssertTest {

    private static final Suite TANK = Suite.at(Path.of(TankSuites.SUITE));

    private final Run good = run("good", TANK);
    private final Run bad = run("bad", TANK);

    private static Run run(String bench, Suite suite) {
        return Plumbline.bench(Path.of("src/test/resources/tank", bench + ".yaml"))
                .virtual()
                .in(Language.EN)
                .run(suite);
    }

    private static void fails(ThrowingCallable assertion, String message) {
        assertThatThrownBy(assertion).isInstanceOf(AssertionError.class).hasMessage(message);
    }

    private static RunAssert en(Run run) {
        return assertThat(run).in(Language.EN);
    }

    private static RunAssert zh(Run run) {
        return assertThat(run).in(Language.ZH);
    }

    @Nested
    class OfARun {

        @Test
        void holdWhereTheyHold() {
            assertThat(good).passes().isFullyVerified().hasNoDeviations().hasVerdict(Verdict.PASS);
            assertThat(bad).hasVerdict(Verdict.ERROR).isFullyVerified();
        }

        @Test
        void sayEverythingThatKeepsItFromAPass() {
            fails(() -> en(bad).passes(), """
                    expected the verdict of the run to be "pass", but it is "error":
                      TK-A02 4.2: fail: 71.50 degC ± 0.50 degC (k = 2), limit ≤ 60 degC, \
                    guarded acceptance (w = U): fail
                      TK-A03 4.3: inconclusive: 0.410 m ± 0.020 m (k = 2), limit ≥ 0.4 m, \
                    guarded acceptance (w = U): inconclusive
                      TK-S01 5.1: inconclusive: signal pump did not become "true" within 1 s; its last value was false
                      TK-S03 5.3: error: the vent is jammed; oil it""");
        }

        @Test
        void sayItInChinese() {
            fails(() -> zh(run("low", TANK)).passes(), """
                    期望本次试验批次的结论为“合格”，实际为“无法判定”:
                      TK-A03 4.3: 无法判定: 0.410 m ± 0.020 m (k = 2)，限值 ≥ 0.4 m，保护带接受(w = U)：无法判定""");
        }

        @Test
        void nameWhatWasNotJudged() {
            Run part = run("good", TANK.only("TK-A01", "TK-A02", "TK-A03", "TK-S01"));
            fails(() -> en(part).isFullyVerified(), """
                    expected the run to be fully verified, but some "shall" requirements were not judged:
                      TK-S03 5.3: none""");
            fails(() -> zh(part).isFullyVerified(), """
                    期望全部验证，但有“应”类要求未判定:
                      TK-S03 5.3: 未判定""");
        }

        @Test
        void tellAnInterruptedRunFromAnUnjudgedOne() {
            Run interrupted =
                    new Run(good.plan(), good.duration(), good.trials(), good.requirements(), good.incidents(), true);
            fails(
                    () -> en(interrupted).isFullyVerified(),
                    "expected the run to be fully verified, but its user interrupted it");
            fails(() -> zh(interrupted).isFullyVerified(), "期望全部验证，但运行被用户中断");
        }

        @Test
        void nameDeviations() {
            Run slow = run("slow", TANK);
            en(slow).passes();
            fails(() -> en(slow).hasNoDeviations(), """
                    expected no deviations from recommendations, but there are:
                      TK-Q01 6.1: fail: 1.0000 s ± 0.0016 s (k = 2), limit ≤ 0.5 s, guarded acceptance (w = U): fail""");
            fails(() -> zh(slow).hasNoDeviations(), """
                    期望没有对“宜”类要求的偏离，但有:
                      TK-Q01 6.1: 不合格: 1.0000 s ± 0.0016 s (k = 2)，限值 ≤ 0.5 s，保护带接受(w = U)：不合格""");
        }

        @Test
        void keepTheirDescription() {
            fails(
                    () -> assertThat(bad).as("tank %d", 7).in(Language.EN).verifies("TK-Z99"),
                    "[tank 7] the standard TK has no requirement TK-Z99; "
                            + "it has: TK-A01, TK-A02, TK-A03, TK-S01, TK-S02, TK-S03, TK-Q01");
            fails(
                    () -> assertThat(good)
                            .as("tank %d", 7)
                            .in(Language.EN)
                            .verifies("TK-A01")
                            .forLimit("level-max")
                            .withMeasurementBelow(0.5, "m"),
                    "[tank 7] expected TK-A01 4.1 to be measured below 0.5 m, "
                            + "but level-max is 0.800 m ± 0.020 m (k = 2)");
        }
    }

    @Nested
    class OfARequirement {

        @Test
        void holdWhereTheyHold() {
            assertThat(good)
                    .verifies("TK-A01")
                    .withMeasurementBelow(0.81, "m")
                    .withMeasurementBelow(81, "cm")
                    .withMeasurementAbove(0.79, "m")
                    .withUncertaintyBelow(21, "mm")
                    .forLimit("level-max")
                    .withMeasurementAbove(799, "mm");
            assertThat(bad)
                    .requirement("TK-A03")
                    .hasVerdict(Verdict.INCONCLUSIVE)
                    .hasReasonContaining("0.410 m");
            assertThat(bad).requirement("TK-S01").hasReasonContaining("未能在 1 s 内变为");
            assertThat(good).requirement("TK-S02").hasVerdict(Verdict.NOT_APPLICABLE);
        }

        @Test
        void sayWhatWasMeasuredAndWhyItIsNotAPass() {
            fails(() -> en(bad).verifies("TK-A02"), """
                    expected the verdict of TK-A02 4.2 to be "pass", but it is "fail":
                      71.50 degC ± 0.50 degC (k = 2), limit ≤ 60 degC, guarded acceptance (w = U): fail""");
            fails(() -> zh(bad).verifies("TK-A02"), """
                    期望 TK-A02 4.2 的结论为“合格”，实际为“不合格”:
                      71.50 degC ± 0.50 degC (k = 2)，限值 ≤ 60 degC，保护带接受(w = U)：不合格""");
            fails(
                    () -> en(good).verifies("TK-S02"),
                    "expected the verdict of TK-S02 5.2 to be \"pass\", but it is \"not applicable\"");
        }

        @Test
        void compareTheValueItself() {
            fails(
                    () -> en(good).verifies("TK-A01").withMeasurementBelow(0.8, "m"),
                    "expected TK-A01 4.1 to be measured below 0.8 m, but level-max is 0.800 m ± 0.020 m (k = 2)");
            fails(
                    () -> en(good).verifies("TK-A01").withMeasurementAbove(800, "mm"),
                    "expected TK-A01 4.1 to be measured above 800 mm, but level-max is 0.800 m ± 0.020 m (k = 2)");
            fails(
                    () -> zh(good).verifies("TK-A01").withMeasurementAbove(0.8, "m"),
                    "期望 TK-A01 4.1 的测量结果高于 0.8 m，但 level-max 为 0.800 m ± 0.020 m (k = 2)");
            fails(
                    () -> en(good).verifies("TK-A01").withUncertaintyBelow(0.02, "m"),
                    "expected TK-A01 4.1 to be measured with an expanded uncertainty below 0.02 m, "
                            + "but level-max is 0.800 m ± 0.020 m (k = 2)");
        }

        @Test
        void neverHoldForWhatWasNotMeasured() {
            fails(
                    () -> en(bad).requirement("TK-S03").withMeasurementBelow(2, "bar"),
                    "expected TK-S03 5.3 to be measured below 2 bar, but nothing was measured");
            fails(
                    () -> zh(bad).requirement("TK-S03").withMeasurementBelow(2, "bar"),
                    "期望 TK-S03 5.3 的测量结果低于 2 bar，但没有测量结果");
        }

        @Test
        void neverHoldForAnotherKindOfQuantity() {
            fails(
                    () -> en(good).verifies("TK-A01").withMeasurementBelow(1, "s"),
                    "expected TK-A01 4.1 to be measured below 1 s, "
                            + "but level-max is 0.800 m ± 0.020 m (k = 2), which cannot be converted to s");
            assertThatThrownBy(() -> en(good).verifies("TK-A01").withMeasurementBelow(1, "metre"))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageStartingWith("the unit \"metre\" is not known; use one of 1, %, m, ");
        }

        @Test
        void neverCallBelowWhatIsOnlyKnownToBeAtLeast() {
            Run stuck = run("deaf", TANK.only("TK-S01"));
            en(stuck).requirement("TK-S01").hasVerdict(Verdict.FAIL).withMeasurementAbove(1, "s");
            assertThatThrownBy(() -> en(stuck).requirement("TK-S01").withMeasurementBelow(100, "s"))
                    .hasMessageStartingWith("expected TK-S01 5.1 to be measured below 100 s, but stop-time is > 2");
        }

        @Test
        void nameTheReasonsThatThereAre() {
            fails(() -> en(bad).requirement("TK-A03").hasReasonContaining("calibration"), """
                    expected a reason of TK-A03 4.3 to contain "calibration", but its reasons are:
                      0.410 m ± 0.020 m (k = 2), limit ≥ 0.4 m, guarded acceptance (w = U): inconclusive""");
            fails(() -> zh(good).verifies("TK-A01").hasReasonContaining("x"), "期望 TK-A01 4.1 的某条原因含有“x”，实际的原因: –");
        }

        @Test
        void nameTheLimitsThatThereAre() {
            fails(
                    () -> en(good).verifies("TK-A01").forLimit("depth"),
                    "TK-A01 4.1 has no limit depth; it has: level-max");
            assertThatCode(() -> en(good).verifies("TK-A01").forLimit("level-max"))
                    .doesNotThrowAnyException();
        }
    }

    @Test
    void goBesideThoseOfAssertj() {
        assertThat(good).passes();
        assertThat(good.trials()).hasSize(8);
    }
}
