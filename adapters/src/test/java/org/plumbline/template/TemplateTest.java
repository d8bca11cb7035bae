package org.plumbline.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.plumbline.channel.Refused.assertRefused;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TemplateTest {

    private static final Map<String, String> PARAMETERS = Map.of("a", "1", "b-2_x", "{a}$1\\", "n", "");

    @ParameterizedTest
    @CsvSource({
        "{a}, 1",
        "x{a}y{a}, x1y1",
        "{b-2_x}, {a}$1\\",
        "[{n}], []",
        "{}, {}",
        "{1}, {1}",
        "{ a }, { a }",
        "{{a}}, {1}",
        "plain, plain",
    })
    void putsValuesInAsTheyAre(String template, String text) {
        assertThat(new Template(template).fill(PARAMETERS)).isEqualTo(text);
    }

    @Test
    void namesTheParameterThatIsMissing() {
        assertRefused(
                () -> new Template("{a}{c}").fill(PARAMETERS),
                "缺少参数“c”；请在发送该命令的步骤中给出，或在命令中写明值",
                "parameter \"c\" is missing; give it in the step that sends the command, or write its value into the"
                        + " command");
    }

    @ParameterizedTest
    @CsvSource({
        "set-{what}, set-, true",
        "set-{what}, set-{other}, true",
        "set-{what}, state, false",
        "{a}.{b}, a.b.c, true",
        "{a}.{b}, abc, false",
        "{a}, '', true",
        "plain, plain, true",
        "{1}, {1}, true",
        "{1}, x, false",
    })
    void knowsWhatItMayBecome(String template, String text, boolean may) {
        assertThat(new Template(template).mayBecome(text)).isEqualTo(may);
    }

    @Test
    void knowsWhetherItIsNothingButOneParameter() {
        assertThat(new Template("{a}").onlyParameter()).contains("a");
        assertThat(new Template("{a} ").onlyParameter()).isEmpty();
        assertThat(new Template("{a}{a}").onlyParameter()).isEmpty();
    }
}
