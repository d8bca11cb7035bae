package org.plumbline.interlaboratory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.plumbline.statistics.Reference;
import org.plumbline.statistics.Summary;

class PrecisionTest {

    /** The balanced sets of NIST StRD are rounds of laboratories; the s values follow from certified mean squares. */
    @ParameterizedTest
    @ValueSource(strings = {"SiRstv", "SmLs01", "SmLs04", "SmLs07"})
    void keepsNineDigits(String name) {
        JsonNode set = Reference.json(Summary.class, "nist_strd_anova.json").at("/sets/" + name);
        Precision precision = Precision.of(Reference.groups(set.get("data")));
        JsonNode derived = set.get("derived");
        is(precision.mean(), derived.get("general_mean"));
        is(precision.repeatability(), derived.get("s_r"));
        is(precision.betweenLaboratories(), derived.get("s_L"));
        is(precision.reproducibility(), derived.get("s_R"));
        is(precision.repeatabilityLimit(), derived.get("r_limit_2_8"));
        is(precision.reproducibilityLimit(), derived.get("R_limit_2_8"));
        assertThat(precision.clamped()).isFalse();
    }

    private static void is(double value, JsonNode expected) {
        assertThat(Reference.digits(value, expected.asDouble())).isGreaterThanOrEqualTo(12);
    }

    @Nested
    class OfTheStandardsExamples {

        @Test
        void coalWithUnequalCells() {
            Precision coal = Precision.of(Rounds.COAL);
            assertThat(coal.mean()).isCloseTo(0.690, within(5e-4));
            assertThat(coal.repeatability()).isCloseTo(0.015, within(5e-4));
            assertThat(coal.reproducibility()).isCloseTo(0.026, within(5e-4));
            assertThat(coal.cells()).hasSize(8);
            assertThat(coal.cells().get(4).n()).isEqualTo(5);
        }

        @Test
        void creosoteWithoutItsTwoOutlyingLaboratories() {
            List<double[]> kept = IntStream.range(0, 9)
                    .filter(i -> i != 0 && i != 5)
                    .mapToObj(Rounds.CREOSOTE::get)
                    .toList();
            Precision creosote = Precision.of(kept);
            assertThat(creosote.mean()).isCloseTo(20.412, within(5e-4));
            assertThat(creosote.repeatability()).isCloseTo(0.393, within(5e-4));
            assertThat(creosote.reproducibility()).isCloseTo(0.637, within(5e-4));
        }
    }

    @Test
    void aNegativeVarianceBetweenIsZeroAndSaid() {
        JsonNode groups = Reference.json(Summary.class, "lines_and_groups.json").at("/anova_gauge_DShah/groups");
        Precision precision = Precision.of(Reference.groups(groups));
        assertThat(precision.clamped()).isTrue();
        assertThat(precision.betweenLaboratories()).isZero();
        assertThat(precision.reproducibility()).isEqualTo(precision.repeatability());
        assertThat(precision.repeatability()).isCloseTo(0.0006244, within(5e-8));
    }
}
