package org.plumbline.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OneWayAnovaTest {

    private static final JsonNode FILE = Reference.json(OneWayAnovaTest.class, "lines_and_groups.json");

    /** NIST StRD, analysis of variance, all eleven sets. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "SiRstv", "AtmWtAg", "SmLs01", "SmLs02", "SmLs03", "SmLs04", "SmLs05", "SmLs06", "SmLs07", "SmLs08",
                "SmLs09"
            })
    void certifiedToTwelveDigits(String name) {
        JsonNode set =
                Reference.json(OneWayAnovaTest.class, "nist_strd_anova.json").at("/sets/" + name);
        OneWayAnova anova = OneWayAnova.of(set.has("data") ? Reference.groups(set.get("data")) : alternating(set));
        assertThat(anova.groups()).isEqualTo(set.get("groups_p").asInt());
        assertThat(anova.freedomBetween()).isEqualTo(set.get("df_between").asInt());
        assertThat(anova.freedomWithin()).isEqualTo(set.get("df_within").asInt());
        certified(anova.squaresBetween(), set.get("ss_between"));
        certified(anova.squaresWithin(), set.get("ss_within"));
        certified(anova.meanSquareBetween(), set.get("ms_between"));
        certified(anova.meanSquareWithin(), set.get("ms_within"));
        certified(anova.f(), set.get("F"));
        certified(anova.standardDeviationWithin(), set.get("residual_sd"));
        if (set.has("r_squared")) {
            certified(anova.determination(), set.get("r_squared"));
        }
    }

    private static void certified(double value, JsonNode expected) {
        assertThat(Reference.digits(value, expected.asDouble())).isGreaterThanOrEqualTo(12);
    }

    /** The large sets follow the rule of the small ones: a first value, then a tenth less and a tenth more in turn. */
    private static List<double[]> alternating(JsonNode set) {
        int size = set.get("replicates_n").asInt();
        List<double[]> groups = new ArrayList<>();
        for (JsonNode first : set.get("first_of_group")) {
            BigDecimal start = new BigDecimal(first.textValue());
            BigDecimal tenth = new BigDecimal("0.1");
            double[] pair = {
                start.subtract(tenth).doubleValue(), start.add(tenth).doubleValue()
            };
            groups.add(IntStream.range(0, size)
                    .mapToDouble(i -> i == 0 ? start.doubleValue() : pair[(i + 1) % 2])
                    .toArray());
        }
        return groups;
    }

    /** D. Shah, NCSLI 2018: F below 1, the variance between laboratories is clamped. */
    @Nested
    class OfTheGauge {

        private final JsonNode data = FILE.get("anova_gauge_DShah");
        private final JsonNode published = data.get("published");
        private final List<double[]> groups = Reference.groups(data.get("groups"));
        private final OneWayAnova anova = OneWayAnova.of(groups);

        @Test
        void roundsToThePublishedFigures() {
            assertThat(anova.f()).isCloseTo(published.get("F").asDouble(), within(5e-7));
            assertThat(anova.critical(0.05)).isCloseTo(published.get("Fcrit95").asDouble(), within(5e-7));
            assertThat(anova.pValue()).isCloseTo(published.get("P").asDouble(), within(5e-8));
            assertThat(anova.standardDeviationWithin())
                    .isCloseTo(published.get("pooled_sd").asDouble(), within(5e-8));
            assertThat(anova.freedomBetween()).isEqualTo(3);
            assertThat(anova.freedomWithin()).isEqualTo(36);
        }

        @Test
        void groupsHaveThePublishedMeansAndDeviations() {
            double[] means = groups.stream()
                    .mapToDouble(group -> Summary.of(group).mean())
                    .toArray();
            double[] all = groups.stream().flatMapToDouble(Arrays::stream).toArray();
            assertThat(means).containsExactly(Reference.numbers(published.get("group_means")), within(5e-10));
            assertThat(groups.stream()
                            .mapToDouble(group -> Summary.of(group).standardDeviation())
                            .toArray())
                    .containsExactly(
                            Reference.numbers(published.get("group_sds")), within(6e-10)); // of data printed to 1e-9
            assertThat(Summary.of(means).standardDeviation())
                    .isCloseTo(published.get("sd_of_group_means").asDouble(), within(5e-8));
            assertThat(Summary.of(all).standardDeviation())
                    .isCloseTo(published.get("all_sd").asDouble(), within(5e-8));
        }

        @Test
        void aNegativeVarianceIsClamped() {
            assertThat(anova.rawVarianceBetween()).isNegative();
            assertThat(anova.varianceBetween()).isZero();
        }
    }

    /** JCGM 100:2008, H.5, from the daily means and standard deviations. */
    @Test
    void ofDailyMeansAndDeviations() {
        JsonNode data = FILE.get("GUM_H5_anova_days");
        double[] means = Reference.numbers(data.get("means_V"));
        double[] deviations = Reference.numbers(data.get("sd_uV"));
        List<Summary> days = IntStream.range(0, means.length)
                .mapToObj(i -> new Summary(5, means[i], deviations[i] * 1e-6))
                .toList();
        OneWayAnova anova = OneWayAnova.ofSummaries(days);
        JsonNode published = data.get("published");
        assertThat(anova.mean()).isCloseTo(published.get("grand_mean").asDouble(), within(5e-7));
        assertThat(anova.standardDeviationWithin() * 1e6)
                .isCloseTo(published.get("pooled_within_sd_uV").asDouble(), within(0.5));
        assertThat(anova.f()).isCloseTo(published.get("F").asDouble(), within(0.02));
        JsonNode recomputed = data.get("recomputed");
        assertThat(Reference.digits(anova.mean(), recomputed.get("grand_mean").asDouble()))
                .isGreaterThan(14);
        assertThat(Reference.digits(
                        anova.standardDeviationWithin() * 1e6,
                        recomputed.get("s_b_uV").asDouble()))
                .isGreaterThan(9);
        double sa = Math.sqrt(anova.meanSquareBetween()) * 1e6;
        assertThat(Reference.digits(sa, recomputed.get("s_a_uV").asDouble())).isGreaterThan(9);
        assertThat(Reference.digits(
                        Summary.of(means).standardDeviation() * 1e6,
                        recomputed.get("s_of_daily_means_uV").asDouble()))
                .isGreaterThan(9);
        assertThat(Reference.digits(anova.f(), recomputed.get("F").asDouble())).isGreaterThan(9);
    }

    @Test
    void groupsNeedNotHaveOneSize() {
        List<double[]> groups = List.of(new double[] {1, 3}, new double[] {4, 5, 6}, new double[] {8});
        OneWayAnova anova = OneWayAnova.of(groups);
        assertThat(anova.mean()).isCloseTo(4.5, within(1e-15));
        assertThat(anova.squaresWithin()).isCloseTo(4, within(1e-14));
        assertThat(anova.squaresBetween()).isCloseTo(2 * 6.25 + 3 * 0.25 + 12.25, within(1e-14));
        assertThat(anova.replicates()).isCloseTo((6 - 14.0 / 6) / 2, within(1e-15));
        assertThat(anova.varianceBetween()).isCloseTo((25.5 / 2 - 4.0 / 3) / (11.0 / 6), within(1e-14));
        OneWayAnova again =
                OneWayAnova.ofSummaries(groups.stream().map(Summary::of).toList());
        assertThat(again.squaresWithin()).isCloseTo(4, within(1e-14));
        assertThat(again.squaresBetween()).isCloseTo(25.5, within(1e-14));
    }

    @Test
    void refusesWhatHasNoVariance() {
        assertThatThrownBy(() -> OneWayAnova.of(List.of(new double[] {1, 2})))
                .hasMessage("too few values: 2 in 1 groups");
        assertThatThrownBy(() -> OneWayAnova.of(List.of(new double[] {1}, new double[] {2})))
                .hasMessage("too few values: 2 in 2 groups");
        assertThatThrownBy(() -> OneWayAnova.of(List.of(new double[] {1, 2}, new double[0])))
                .hasMessage("a group is empty");
    }
}
