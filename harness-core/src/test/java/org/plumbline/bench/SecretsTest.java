package org.plumbline.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.plumbline.error.InputException;
import org.plumbline.error.Place;
import org.plumbline.text.Language;

class SecretsTest {

    private static final Place PLACE = new Place("bench.yaml", 3, 5);

    private final Secrets secrets =
            new Secrets(Map.of("SHORT", "hunter", "LONG", "hunter2", "WORD", "密码", "EMPTY", "", "DOLLAR", "$1")::get);

    @Test
    void areResolvedAnywhereInAText() {
        assertThat(secrets.resolve("ssl://u:${env:LONG}@h/${env:SHORT}", PLACE)).isEqualTo("ssl://u:hunter2@h/hunter");
        assertThat(secrets.resolve("${env:DOLLAR}${env:EMPTY}$1", PLACE)).isEqualTo("$1$1");
        assertThat(secrets.resolve("${env:1} ${LONG} {n}", PLACE)).isEqualTo("${env:1} ${LONG} {n}");
    }

    @Test
    void thatAreNotSetAreSaidWithTheirPlace() {
        assertThatThrownBy(() -> secrets.resolve("${env:NONE}", PLACE))
                .isInstanceOfSatisfying(InputException.class, e -> {
                    assertThat(e.message(Language.EN))
                            .isEqualTo(
                                    "bench.yaml:3:5: the environment variable NONE is not set; set it before the run");
                    assertThat(e.message(Language.ZH)).isEqualTo("bench.yaml:3:5: 环境变量 NONE 未设置；运行前请设置该变量");
                });
    }

    @Test
    void areTakenOutOfTextsTheLongerFirst() {
        secrets.resolve("${env:SHORT}${env:LONG}${env:EMPTY}", PLACE);
        assertThat(secrets.redact("hunter2 and hunter")).isEqualTo("${env:LONG} and ${env:SHORT}");
        assertThat(secrets.any()).isTrue();
    }

    @Test
    void areNotSearchedForBeforeTheyAreUsed() {
        assertThat(secrets.redact("hunter2")).isEqualTo("hunter2");
        secrets.resolve("${env:EMPTY}", PLACE);
        assertThat(secrets.any()).isFalse();
    }

    @Test
    void areTakenOutOfBytesInUtf8AndNothingElseChanges() {
        secrets.resolve("${env:WORD}", PLACE);
        byte[] frame = {0, -1, -128};
        assertThat(secrets.redact(frame)).isSameAs(frame);
        byte[] utf8 = "\u00ff密码\n".getBytes(StandardCharsets.UTF_8);
        assertThat(secrets.redact(utf8)).isEqualTo("\u00ff${env:WORD}\n".getBytes(StandardCharsets.UTF_8));
    }

    @Nested
    class InSettings {

        private final Settings settings = new Settings(
                Map.of(
                        "port",
                        "${env:SHORT}",
                        "number",
                        7,
                        "list",
                        List.of("a", "${env:LONG}"),
                        "tree",
                        Map.of("k", List.of("${env:LONG}", 1, true))),
                Map.of("port", PLACE),
                Place.of("bench.yaml"),
                secrets);

        @Test
        void areResolvedOnlyForWhoAsks() {
            assertThat(settings.text("port")).contains("hunter");
            assertThat(settings.texts("list")).containsExactly("a", "hunter2");
            assertThat(settings.texts("port")).containsExactly("hunter");
            assertThat(settings.tree("tree")).contains(Map.of("k", List.of("hunter2", 1, true)));
            assertThat(settings.integer("number")).contains(7);
            assertThat(settings.text("nothing")).isEmpty();
            assertThat(settings.texts("nothing")).isEmpty();
        }

        @Test
        void areNeverShown() {
            settings.text("port");
            assertThat(settings.shown("port")).contains("${env:SHORT}");
            assertThat(settings + " " + new ChannelSpec("c", "device", "t", "c", settings)
                            + new CommandSpec("x", "c", true, settings) + secrets)
                    .contains("${env:SHORT}")
                    .doesNotContain("hunter", "密码");
        }

        @Test
        void knowTheirPlace() {
            assertThat(settings.placeOf("port")).isEqualTo(PLACE);
            assertThat(settings.placeOf("list")).hasToString("bench.yaml");
        }
    }
}
