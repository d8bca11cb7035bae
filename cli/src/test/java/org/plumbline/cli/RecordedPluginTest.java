package org.plumbline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.plumbline.channel.Adapters;
import org.plumbline.channel.Plugin;
import org.plumbline.channel.PluginOrigin;
import org.plumbline.text.Text;

class RecordedPluginTest {

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
    void isWhereAllThatItHoldsCameFrom() throws IOException {
        assertThat(then().origins())
                .containsExactly(
                        new PluginOrigin("codec json", "a.jar", "0a"), new PluginOrigin("codec other", "a.jar", "0a"));
    }

    @Test
    void isNoneWhereTheRunHadNone() throws IOException {
        assertThat(RecordedPlugin.of(new ObjectMapper().readTree("{}"))).isEmpty();
    }
}
