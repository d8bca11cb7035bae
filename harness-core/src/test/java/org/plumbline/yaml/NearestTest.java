package org.plumbline.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.plumbline.text.Text;

class NearestTest {

    @ParameterizedTest
    @CsvSource({"channel, channel, 0", "chanel, channel, 1", "chnanel, channel, 1", "abc, '', 3", "kitten, sitting, 3"})
    void countsInsertionsDeletionsReplacementsAndSwaps(String a, String b, int distance) {
        assertThat(Nearest.distance(a, b)).isEqualTo(distance);
        assertThat(Nearest.distance(b, a)).isEqualTo(distance);
    }

    @Test
    void takesTheNearestAndOfEqualOnesTheFirst() {
        assertThat(Nearest.to("depht", List.of("heading", "depths", "depth"))).contains("depth");
        assertThat(Nearest.to("dept1", List.of("dept2", "dept3"))).contains("dept2");
    }

    @Test
    void looksOnlyAtLettersNotAtTheirCase() {
        assertThat(Nearest.to("M", List.of("s", "m"))).contains("m");
    }

    @Test
    void knowsNothingForAWordThatIsTooFarAway() {
        assertThat(Nearest.to("x", List.of("y"))).isEmpty();
        assertThat(Nearest.to("colour", List.of("codec", "channel"))).isEmpty();
    }

    /** A knot is no kilonewton. */
    @Test
    void remediesChooseNoneOfThoseThatDifferInCaseOnly() {
        assertThat(Nearest.remedy("KN", List.of("N", "kn", "kN")).en()).isEqualTo("use one of: kn, kN");
    }

    @Test
    void remediesNameTheNearestOrAll() {
        assertThat(Nearest.remedy("dept", List.of("depth", "mode")))
                .isEqualTo(new Text("是否应为 \"depth\"", "did you mean \"depth\""));
        assertThat(Nearest.remedy("zzz", List.of("depth", "mode")))
                .isEqualTo(new Text("可用的有：depth、mode", "use one of: depth, mode"));
        assertThat(Nearest.remedy("zzz", List.of()))
                .isEqualTo(new Text(
                        "此处尚未声明任何名称：请先声明它，或删去此处", "nothing is declared here: declare it first, or take it out"));
    }
}
