package org.plumbline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.plumbline.channel.Adapters;
import org.plumbline.channel.Plugin;
import org.plumbline.error.Problem;
import org.plumbline.text.Text;

class RecordedPluginTest {

    private static final Text REMEDY = new Text("改", "mend it");

    private static RecordedPlugin then() throws IOException {
        return RecordedPlugin.of(new ObjectMapper().readTree("""
                        {"runs": [{"plan": {"software": {"plugins": [
                          {"jar": "a.jar", "sha256": "0a", "transports": [], "codecs": ["json", "other"]}]}}}]}""")).get(0);
    }

    private static List<Plugin> now(String sha256) {
        return List.of(new Plugin(
                Path.of("plugins", "b.jar"),
                sha256,
                List.of(),
                List.of(Adapters.installed().codec("json").orElseThrow())));
    }

    @Test
    void isSaidToBeAnotherOneWhereItsJarIs() throws IOException {
        assertThat(then().replaced(now("0b")))
                .contains(new Text(
                        "插件与运行时的不同（codec json, codec other）：当时是 a.jar，sha256 0a；现在是 b.jar，sha256 0b",
                        "the plugin is another one than the run had (codec json, codec other): then a.jar, sha256 0a;"
                                + " now b.jar, sha256 0b"));
        assertThat(then().replaced(now("0a"))).isEmpty();
        assertThat(then().replaced(List.of())).isEmpty();
    }

    @Test
    void isTheWayOutWhereWhatItHoldsIsNotKnown() throws IOException {
        Text unknown = new Text("未知的编解码 \"other\"", "unknown codec \"other\"");
        assertThat(then().remedied(Problem.of(unknown, REMEDY)))
                .isEqualTo(
                        Problem.of(
                                unknown,
                                new Text(
                                        "运行时它来自插件 a.jar（sha256 0a）：请将该 jar 放入插件文件夹",
                                        "the run had it from the plugin a.jar (sha256 0a): put that jar into the folder of plugins")));
        Problem another = Problem.of(new Text("未知的传输 \"other\"", "unknown transport \"other\""), REMEDY);
        assertThat(then().remedied(another)).isEqualTo(another);
    }

    @Test
    void isNoneWhereTheRunHadNone() throws IOException {
        assertThat(RecordedPlugin.of(new ObjectMapper().readTree("{}"))).isEmpty();
    }
}
