package org.plumbline.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.plumbline.error.InputException;
import org.plumbline.error.Place;
import org.plumbline.text.Language;

class SecretsTest {

    private static final Place PLACE = new Place("bench.yaml", 3, 5);

    private final Secrets secrets =
            new Secrets(Map.of("SHORT", "hunter", "LONG", "hunter2", "WORD", "密码", "DOLLAR", "$1-$2")::get);

    @Test
    void areResolvedAnywhereInAText() {
        assertThat(secrets.resolve("ssl://u:${env:LONG}@h/${env:SHORT}", PLACE)).isEqualTo("ssl://u:hunter2@h/hunter");
        assertThat(secrets.resolve("${env:DOLLAR}$1", PLACE)).isEqualTo("$1-$2$1");
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
        secrets.resolve("${env:SHORT}${env:LONG}", PLACE);
        assertThat(secrets.redact("hunter2 and hunter")).isEqualTo("${env:LONG} and ${env:SHORT}");
        assertThat(secrets.any()).isTrue();
    }

    @Test
    void areNotSearchedForBeforeTheyAreUsed() {
        assertThat(secrets.redact("hunter2")).isEqualTo("hunter2");
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
    class InOtherForms {

        private static final String PASSWORD = "pä\"w\\1/+ \n🔑~?";

        private final Secrets secrets = new Secrets(name -> PASSWORD);

        @BeforeEach
        void resolve() {
            secrets.resolve("${env:P}", PLACE);
        }

        private void assertFound(String form) {
            assertThat(secrets.redact("<" + form + ">")).isEqualTo("<${env:P}>");
            byte[] bytes = ("<" + form + ">").getBytes(StandardCharsets.UTF_8);
            assertThat(new String(secrets.redact(bytes), StandardCharsets.UTF_8))
                    .isEqualTo("<${env:P}>");
        }

        @Test
        void areFoundInJsonAsSeveralEncodersWriteIt() throws Exception {
            ObjectMapper plain = new ObjectMapper();
            ObjectMapper ascii = JsonMapper.builder()
                    .enable(JsonWriteFeature.ESCAPE_NON_ASCII)
                    .build();
            for (ObjectMapper encoder : List.of(plain, ascii)) {
                String json = encoder.writeValueAsString(PASSWORD);
                assertFound(json.substring(1, json.length() - 1));
                String twice = encoder.writeValueAsString(json);
                assertFound(twice.substring(3, twice.length() - 3));
            }
            assertFound("\\u0070\\u00e4\\u0022w\\u005C1\\/\\u002b\\u0020\\u000a\\uD83D\\udd11~?");
        }

        @Test
        void areFoundInAddresses() {
            String form = URLEncoder.encode(PASSWORD, StandardCharsets.UTF_8);
            assertThat(form).contains("%C3%A4%22w%5C1%2F%2B+%0A");
            assertFound(form);
            assertFound(form.replace("+", "%20").replace("%C3%A4", "%c3%a4"));
        }

        @ParameterizedTest
        @ValueSource(strings = {"", "u", "u:", "us:", "user:"})
        void areFoundInBase64WhereverTheyBegin(String before) {
            for (String after : List.of("", "@", "@h", "@ho")) {
                byte[] bytes = (before + PASSWORD + after).getBytes(StandardCharsets.UTF_8);
                for (Base64.Encoder encoder :
                        List.of(Base64.getEncoder(), Base64.getUrlEncoder().withoutPadding())) {
                    String form = encoder.encodeToString(bytes);
                    assertThat(secrets.redact(form)).contains("${env:P}").hasSizeLessThan(8 + 14);
                    assertThat(secrets.redact(form.replace("/", "\\/"))).isEqualTo(secrets.redact(form));
                }
            }
        }

        @Test
        void leaveEverythingElseAsItIs() {
            for (String near : List.of("pä\"w\\1/+ \n🔑~", "PÄ\"W\\1/+ \n🔑~?", "p%C3%A4%22w%5C1%2F%2B+%0A")) {
                assertThat(secrets.redact(near)).isEqualTo(near);
                String base64 = Base64.getEncoder().encodeToString(near.getBytes(StandardCharsets.UTF_8));
                assertThat(secrets.redact(base64)).isEqualTo(base64);
            }
        }
    }

    @Nested
    class TooShortToBeKept {

        @ParameterizedTest
        @ValueSource(strings = {"", "0", "abc", "密", "true", "admin"})
        void areRefusedWithPlaceAndRemedy(String value) {
            Secrets refused = new Secrets(name -> value);
            assertThatThrownBy(() -> refused.resolve("${env:PIN}", PLACE))
                    .isInstanceOfSatisfying(InputException.class, e -> {
                        assertThat(e.message(Language.EN))
                                .isEqualTo(
                                        "bench.yaml:3:5: the value of the environment variable PIN is too short to be"
                                                + " kept secret; write it in the file if it is no secret, or use a longer one");
                        assertThat(e.message(Language.ZH))
                                .isEqualTo("bench.yaml:3:5: 环境变量 PIN 的值太短，无法保密；若无需保密，请直接写在文件中；否则请换用更长的值");
                    });
        }

        @ParameterizedTest
        @ValueSource(strings = {"1883", "38400", "密码", "hunter", "Word", "adm1n", "a:b/"})
        void areNotTheseWhichAreFoundAgain(String value) {
            Secrets kept = new Secrets(name -> value);
            assertThat(kept.resolve("${env:PORT}", PLACE)).isEqualTo(value);
            assertThat(kept.redact("<" + value + ">")).isEqualTo("<${env:PORT}>");
        }
    }

    @Test
    void thatAreWithheldAreStandInsAndNothingIsTakenOut() {
        Secrets withheld = Secrets.withheld();
        assertThat(withheld.areOpenIn("written out before")).isFalse();
        assertThat(withheld.resolve("tcp://h:${env:PATH}/${env:NOT_SET_ANYWHERE}", PLACE))
                .isEqualTo("tcp://h:0/0");
        assertThat(withheld.any()).isFalse();
        assertThat(withheld.redact("0 0")).isEqualTo("0 0");
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
