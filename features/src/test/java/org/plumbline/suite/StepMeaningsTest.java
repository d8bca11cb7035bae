package org.plumbline.suite;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.plumbline.error.Place;
import org.plumbline.error.Problem;
import org.plumbline.suite.StepMeaning.Gives;
import org.plumbline.text.Text;

/** Every step of the vocabulary has a meaning and an example of itself. */
class StepMeaningsTest {

    static Stream<StepTemplate> templates() {
        return StepCatalogue.templates().stream();
    }

    private static StepMeaning meaning(StepTemplate template) {
        return StepMeanings.of(template.expression().en()).orElseThrow();
    }

    @ParameterizedTest
    @MethodSource("templates")
    void itsExamplesAreStepsOfItsOwnForm(StepTemplate template) {
        assertThat(StepCatalogue.find(template.example().zh()))
                .map(FoundStep::template)
                .contains(template);
        assertThat(StepCatalogue.find(template.example().en()))
                .map(FoundStep::template)
                .contains(template);
    }

    /** A slip in a word is no other step. */
    @Test
    void aWrongWordGetsItsChoice() {
        Problem problem = StepCatalogue.unknown(
                "\"gaps\" is measured: number of samples of signal \"n\" not rising", new Place("x.feature", 3, 5));
        assertThat(problem.remedy().en())
                .isEqualTo("it may be: {string} is measured: number of samples of signal {string}"
                        + " {未递增|未逐一加 1|not increasing|not counting up by 1}, such as: \"sequence-violations\" is measured:"
                        + " number of samples of signal \"sequence\" not counting up by 1");
        assertThat(StepCatalogue.unknown("观察 8 秒", new Place("x.feature", 3, 5)).remedy())
                .isEqualTo(new Text("可写为: 观察 {quantity}，例如: 观察 8 s", "it may be: 观察 {quantity}, such as: 观察 8 s"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            测量 "a"：信号 "true-speed" 最大值          | 测量 {string}：信号 {string} 的{extreme}
            测量 "b"：信号 "armed" 为 "true" 样本数     | 测量 {string}：信号 {string} 为 {string} 的样本数
            测量 "c"：信号 "sequence" 未逐一加 1 次数   | 测量 {string}：信号 {string} {irregularity} 的次数
            "d" is measured: of sgnal "depth", the maximum | {string} is measured: of signal {string}, the {extreme}
            """)
    void aSlipGetsItsOwnFormFirst(String slip, String form) {
        assertThat(StepCatalogue.unknown(slip, new Place("x.feature", 3, 5))
                        .remedy()
                        .en())
                .startsWith("the nearest ones are: " + form + " | ");
    }

    @ParameterizedTest
    @MethodSource("templates")
    void everyArgumentHasARole(StepTemplate template) {
        List<String> arguments =
                StepCatalogue.find(template.example().en()).orElseThrow().arguments();
        assertThat(meaning(template).roles()).hasSameSizeAs(arguments);
    }

    @ParameterizedTest
    @MethodSource("templates")
    void quantitiesAreTimesOrLevelsAndNothingElseIs(StepTemplate template) {
        List<String> kinds = Pattern.compile("\\{([a-z-]+)}")
                .matcher(template.expression().en())
                .results()
                .map(match -> match.group(1))
                .toList();
        List<StepRole> roles = meaning(template).roles();
        for (int i = 0; i < kinds.size(); i++) {
            boolean quantity = roles.get(i) == StepRole.DURATION || roles.get(i) == StepRole.LEVEL;
            assertThat(quantity).as(kinds + " " + roles).isEqualTo(kinds.get(i).equals("quantity"));
        }
    }

    @ParameterizedTest
    @MethodSource("templates")
    void whatMeasuresGivesSomethingForALimit(StepTemplate template) {
        boolean measures = template.kind() == StepTemplate.Kind.MEASURE;
        assertThat(meaning(template).gives() != Gives.NOTHING).isEqualTo(measures);
        assertThat(meaning(template).roles().contains(StepRole.LIMIT))
                .isEqualTo(template.kind() != StepTemplate.Kind.DRIVE);
    }
}
