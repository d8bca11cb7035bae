package org.plumbline.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SummaryTest {

    /** NIST StRD, univariate summary statistics; NumAcc4 is made here, its data follow a rule. */
    @Nested
    class ReachesNineDigits {

        @ParameterizedTest
        @ValueSource(strings = {"Lew", "Lottery", "Mavro", "Michelso", "NumAcc1", "NumAcc2", "NumAcc3"})
        void ofCertifiedValues(String name) {
            JsonNode set = Reference.json(SummaryTest.class, "nist_strd_univariate.json")
                    .at("/sets/" + name);
            certified(
                    Reference.numbers(set.get("data")),
                    set.get("certified_mean").asDouble(),
                    set.get("certified_sd_n_minus_1").asDouble(),
                    set.get("certified_lag1_autocorrelation").asDouble());
        }

        @Test
        void ofNumAcc4() {
            double[] values = new double[1001];
            Arrays.setAll(values, i -> i == 0 ? 10000000.2 : i % 2 == 1 ? 10000000.1 : 10000000.3);
            certified(values, 10000000.2, 0.1, -0.999);
        }

        private void certified(double[] values, double mean, double sd, double lag1) {
            Summary summary = Summary.of(values);
            assertThat(summary.n()).isEqualTo(values.length);
            assertThat(Reference.digits(summary.mean(), mean)).isGreaterThanOrEqualTo(14);
            assertThat(Reference.digits(summary.standardDeviation(), sd)).isGreaterThanOrEqualTo(13);
            assertThat(Reference.digits(Autocorrelation.atLag(values, 1), lag1)).isGreaterThanOrEqualTo(11);
        }
    }

    @Test
    void theMeanOfRepeatsIsKnownBetterByTheRootOfTheirNumber() {
        Summary summary = Summary.of(1, 2, 3, 4);
        assertThat(summary.variance()).isCloseTo(5.0 / 3, within(1e-15));
        assertThat(summary.degreesOfFreedom()).isEqualTo(3);
        assertThat(summary.standardUncertainty()).isCloseTo(Math.sqrt(5.0 / 12), within(1e-15));
    }

    @Test
    void oneValueSaysNothingAboutSpread() {
        assertThat(Summary.of(7.5).mean()).isEqualTo(7.5);
        assertThat(Summary.of(7.5).standardDeviation()).isNaN();
        assertThat(Summary.of(7.5, 7.5, 7.5).standardDeviation()).isZero();
    }

    @Test
    void refusesWhatHasNoMean() {
        assertThatThrownBy(Summary::of).hasMessage("no values");
        assertThatThrownBy(() -> Summary.of(1, Double.NaN)).hasMessage("a value is not a finite number");
        assertThatThrownBy(() -> Summary.of(1, Double.POSITIVE_INFINITY)).hasMessage("a value is not a finite number");
    }
}
