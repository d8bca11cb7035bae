package org.plumbline.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.junit.jupiter.api.Test;

class BartlettTest {

    /** NIST/SEMATECH e-Handbook, 1.3.5.7: gear diameters, T = 20.78587, critical value 16.919 at 5 %. */
    @Test
    void ofTheGears() {
        JsonNode file = Reference.json(BartlettTest.class, "gear.json");
        Bartlett test = Bartlett.of(Reference.groups(file.at("/batches")));
        assertThat(Reference.digits(
                        test.statistic(),
                        file.at("/bartlett/published_statistic").asDouble()))
                .isGreaterThan(9);
        assertThat(test.degreesOfFreedom()).isEqualTo(9);
        assertThat(test.pValue()).isCloseTo(0.0136, within(5e-5));
    }

    @Test
    void ofEqualVariancesIsNothing() {
        Bartlett test = Bartlett.of(List.of(new double[] {1, 2, 3}, new double[] {11, 12, 13}));
        assertThat(test.statistic()).isCloseTo(0, within(1e-14));
        assertThat(test.pValue()).isCloseTo(1, within(1e-6));
    }

    @Test
    void aGroupThatDoesNotVaryDiffersWithCertainty() {
        Bartlett test = Bartlett.of(List.of(new double[] {1, 2, 3}, new double[] {5, 5, 5}));
        assertThat(test.statistic()).isEqualTo(Double.POSITIVE_INFINITY);
        assertThat(test.pValue()).isZero();
    }

    @Test
    void refusesSingleValues() {
        assertThatThrownBy(() -> Bartlett.of(List.of(new double[] {1, 2}, new double[] {3})))
                .hasMessage("Bartlett's test needs two groups of two values");
        assertThatThrownBy(() -> Bartlett.of(List.of(new double[] {1, 2})))
                .hasMessage("Bartlett's test needs two groups of two values");
    }

    @Test
    void refusesWhatHasNoVariances() {
        assertThatThrownBy(() -> Bartlett.of(List.of(new double[] {1, 1}, new double[] {2, 2})))
                .hasMessage("no group varies: there are no variances to compare");
        assertThatThrownBy(() -> Bartlett.of(List.of(new double[] {1, Double.NaN}, new double[] {2, 3})))
                .hasMessage("a value is not a finite number");
    }
}
