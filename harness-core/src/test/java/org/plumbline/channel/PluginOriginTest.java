package org.plumbline.channel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.plumbline.error.InputException;
import org.plumbline.error.Problem;
import org.plumbline.text.Text;

class PluginOriginTest {

    private static final Text REMEDY = new Text("改", "mend it");

    private static List<Problem> remedied(Problem problem) {
        PluginOrigin then = new PluginOrigin("codec other", "a.jar", "0a");
        return PluginOrigin.remedied(new InputException(problem), List.of(then)).problems();
    }

    @Test
    void isTheWayOutWhereWhatTheJarHoldsIsNotKnown() {
        Text unknown = new Text("未知的编解码 \"other\"", "unknown codec \"other\"");
        assertThat(remedied(Problem.of(unknown, REMEDY)))
                .containsExactly(
                        Problem.of(
                                unknown,
                                new Text(
                                        "运行时它来自插件 a.jar（sha256 0a）：请将该 jar 放入插件文件夹",
                                        "the run had it from the plugin a.jar (sha256 0a): put that jar into the folder of plugins")));
        Problem another = Problem.of(new Text("未知的传输 \"other\"", "unknown transport \"other\""), REMEDY);
        assertThat(remedied(another)).containsExactly(another);
    }
}
