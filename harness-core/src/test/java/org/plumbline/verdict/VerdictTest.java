package org.plumbline.verdict;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.plumbline.measure.Measurement;
import org.plumbline.measure.Uncertainty;
import org.plumbline.quantity.Unit;
import org.plumbline.text.Text;

class VerdictTest {

    /** Row worse column, written out by hand from ISO/IEC 9646-1: all 6 x 6 pairs. */
    @ParameterizedTest
    @CsvSource({
        "not-applicable, not-applicable none         pass         inconclusive fail  error",
        "none,           none           none         pass         inconclusive fail  error",
        "pass,           pass           pass         pass         inconclusive fail  error",
        "inconclusive,   inconclusive   inconclusive inconclusive inconclusive fail  error",
        "fail,           fail           fail         fail         fail         fail  error",
        "error,          error          error        error        error        error error",
    })
    void theWorseOfEveryPair(String row, String worse) {
        String came = Arrays.stream(Verdict.values())
                .map(column -> Verdict.ofKey(row).worse(column).key())
                .collect(Collectors.joining(" "));
        assertThat(came).isEqualTo(worse.replaceAll(" +", " "));
    }

    @ParameterizedTest
    @EnumSource
    void isALattice(Verdict a) {
        assertThat(a.worse(a)).isEqualTo(a);
        for (Verdict b : Verdict.values()) {
            assertThat(a.worse(b)).isEqualTo(b.worse(a)).isGreaterThanOrEqualTo(a);
            for (Verdict c : Verdict.values()) {
                assertThat(a.worse(b).worse(c)).isEqualTo(a.worse(b.worse(c)));
            }
        }
    }

    @Test
    void hasAKeyInFilesAndAWordForPeople() {
        assertThat(Verdict.values())
                .extracting(verdict -> verdict.key() + " " + verdict.word().zh() + " "
                        + verdict.word().en())
                .containsExactly(
                        "not-applicable 不适用 not applicable",
                        "none 未判定 none",
                        "pass 合格 pass",
                        "inconclusive 无法判定 inconclusive",
                        "fail 不合格 fail",
                        "error 错误 error");
        assertThatThrownBy(() -> Verdict.ofKey("passed")).hasMessage("no verdict is called passed");
    }

    private static Judgement judged(Tolerance tolerance) {
        Measurement measurement = new Measurement(
                Text.same("q"), 9.5, tolerance.unit(), false, Uncertainty.stated(0.5, 2), 0, 1, 1, List.of(), null);
        return new Judgement(0, "X-1", "gap", measurement, tolerance, Verdict.INCONCLUSIVE, Text.same(""));
    }

    private static Tolerance between(@Nullable Double min, @Nullable Double max) {
        return new Tolerance(min, max, Unit.ONE, true, DecisionRule.GUARDED);
    }

    /** U = 0.5 leaves nothing between 9 and 9.9. */
    @Test
    void aJudgementComparesWhereThereIsALimit() {
        assertThat(judged(between(9.0, 9.9)).tooCoarse()).isTrue();
        assertThat(judged(between(8.0, 10.0)).tooCoarse()).isFalse();
        assertThat(judged(between(9.0, null)).guardBand()).hasValue(0.5);
        assertThat(judged(between(null, 9.0)).guardBand()).hasValue(0.5);
        assertThat(judged(between(null, null)).guardBand()).isEmpty();
        assertThat(judged(between(null, null)).risk()).isEmpty();
    }

    /** 9.5 +0.5/-0.1: a maximum of 9.9 is within reach, a minimum of 9.3 is not. */
    @Test
    void theGuardBandIsThatOfTheSideOnWhichTheLimitIs() {
        assertThat(skewed(between(null, 9.9))).isEqualTo(0.5);
        assertThat(skewed(between(9.3, null))).isEqualTo(0.1);
        assertThat(skewed(between(9.3, 10.5))).isEqualTo(0.5);
        DecisionRule rejection = DecisionRule.of("guarded-rejection", 1);
        assertThat(skewed(between(null, 9.3).under(rejection))).isEqualTo(0.1);
        assertThat(skewed(between(9.9, null).under(rejection))).isEqualTo(0.5);
    }

    private static double skewed(Tolerance tolerance) {
        Uncertainty uncertainty = new Uncertainty(
                List.of(), 0.25, Double.POSITIVE_INFINITY, 2, 0.5, 0.1, 0.5, Uncertainty.COVERAGE, null);
        Measurement measurement =
                new Measurement(Text.same("q"), 9.5, tolerance.unit(), false, uncertainty, 0, 1, 1, List.of(), null);
        return new Judgement(0, "X-1", "gap", measurement, tolerance, Verdict.INCONCLUSIVE, Text.same(""))
                .guardBand()
                .orElseThrow();
    }

    @Test
    void aPassNeverRestsOnNothing() {
        assertThatThrownBy(() -> new Judgement(0, "X-1", "gap", null, null, Verdict.PASS, Text.same("")))
                .hasMessage("a pass needs a measurement and a tolerance: gap");
        assertThat(List.of(Verdict.values()).stream()
                        .filter(verdict -> verdict != Verdict.PASS)
                        .map(verdict -> new Judgement(0, "X-1", "gap", null, null, verdict, Text.same("")))
                        .map(Judgement::verdict))
                .hasSize(5);
    }
}
