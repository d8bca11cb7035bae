package org.plumbline.yaml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.plumbline.error.InputException;
import org.plumbline.error.Place;
import org.plumbline.text.Language;

class YamlFileTest {

    @TempDir
    private Path folder;

    private void assertSays(Path file, String zh, String en) {
        InputException e = catchThrowableOfType(InputException.class, () -> YamlFile.read(file));
        assertThat(e).isNotNull();
        assertThat(ErrorCase.said(e, Language.ZH, folder)).isEqualTo(zh);
        assertThat(ErrorCase.said(e, Language.EN, folder)).isEqualTo(en);
    }

    private Path written(byte[] bytes) {
        try {
            return Files.write(folder.resolve("a.yaml"), bytes);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private Path written(String text, Charset charset) {
        return written(text.getBytes(charset));
    }

    @Nested
    class AFileThatIsNotYaml {

        static List<ErrorCase> cases() {
            return ErrorCase.read(YamlFileTest.class, "syntax-errors.txt");
        }

        @ParameterizedTest
        @MethodSource("cases")
        void isAnsweredWithItsPlace(ErrorCase mistake) {
            ErrorCase.write(
                    mistake.apply(
                            Map.of("standard.yaml", ErrorCase.resource(ErrorCase.class, "../standard/standard.yaml"))),
                    folder);
            assertSays(folder.resolve("standard.yaml"), mistake.zh(), mistake.en());
        }
    }

    @Nested
    class AFileThatCannotBeRead {

        @Test
        void isNotThere() {
            assertSays(
                    folder.resolve("no.yaml"),
                    "no.yaml: 文件不存在；请检查路径",
                    "no.yaml: the file does not exist; check the path");
        }

        @Test
        void isAFolder() throws IOException {
            assertSays(
                    Files.createDirectory(folder.resolve("d.yaml")),
                    "d.yaml: 这是文件夹，不是文件；请检查路径",
                    "d.yaml: this is a folder, not a file; check the path");
        }

        @Test
        @DisabledOnOs(value = OS.WINDOWS, disabledReason = "links need a privilege there")
        void isRefusedByTheSystem() throws IOException {
            Path loop = folder.resolve("loop.yaml");
            assertSays(
                    Files.createSymbolicLink(loop, loop),
                    "loop.yaml: 文件无法读取；请检查文件的读取权限",
                    "loop.yaml: the file cannot be read; check that you are allowed to read it");
        }

        @Test
        void isTooLarge() {
            assertSays(
                    written(("#" + " ".repeat(4 << 20)).getBytes(StandardCharsets.UTF_8)),
                    "a.yaml: 文件超过 4 MiB；请确认这是 YAML 说明文件",
                    "a.yaml: the file is larger than 4 MiB; check that it is the YAML file that was meant");
        }
    }

    @Nested
    class AFileInAnotherEncoding {

        @Test
        void isUtf16WithAMark() {
            assertSays(
                    written("a: 1", StandardCharsets.UTF_16),
                    "a.yaml: 文件是 UTF-16 编码，应为 UTF-8；请用编辑器将文件另存为 UTF-8 编码",
                    "a.yaml: the file is encoded in UTF-16, not in UTF-8; save the file as UTF-8 with your editor");
        }

        @ParameterizedTest
        @CsvSource({"UTF-16LE", "UTF-16BE"})
        void isUtf16WithoutAMark(String charset) {
            assertSays(
                    written("a: 1", Charset.forName(charset)),
                    "a.yaml: 文件是 UTF-16 编码，应为 UTF-8；请用编辑器将文件另存为 UTF-8 编码",
                    "a.yaml: the file is encoded in UTF-16, not in UTF-8; save the file as UTF-8 with your editor");
        }

        @Test
        void isGbk() {
            assertSays(
                    written("a: 1\nname: 检测中心\n", Charset.forName("GBK")),
                    "a.yaml:2:7: 文件不是 UTF-8 编码，看来是 GBK 或 GB 18030；请用编辑器将文件另存为 UTF-8 编码",
                    "a.yaml:2:7: the file is not UTF-8; it looks like GBK or GB 18030; save the file as UTF-8 with your editor");
        }

        @Test
        void isNoTextAtAll() {
            assertSays(
                    written(new byte[] {'a', ':', ' ', (byte) 0xFF, (byte) 0xFF}),
                    "a.yaml:1:4: 文件不是 UTF-8 编码；请用编辑器将文件另存为 UTF-8 编码",
                    "a.yaml:1:4: the file is not UTF-8; save the file as UTF-8 with your editor");
        }

        @Test
        void mayStartWithAByteOrderMark() {
            YamlNode root = YamlFile.read(written("\uFEFFname: 中", StandardCharsets.UTF_8));
            assertThat(root.text("name")).contains("中");
            assertThat(root.required("name").keyPlace().column()).isEqualTo(1);
        }
    }

    @Nested
    class Scalars {

        /** YAML 1.2.2, clause 10.3; what YAML 1.1 read otherwise is the reason for each row. */
        @ParameterizedTest
        @CsvSource({
            "off, '\"off\"'",
            "yes, '\"yes\"'",
            "true, true",
            "False, false",
            "010, 10",
            "0o10, 8",
            "0x1F, 31",
            "-7, -7",
            "1_000, '\"1_000\"'",
            "12:30, '\"12:30\"'",
            "2027-03-01, '\"2027-03-01\"'",
            ".5, 0.5",
            "1e3, 1000.0",
            ".nan, '\".nan\"'",
            "1e999, '\"1e999\"'",
            "~, null",
            "Null, null",
            "99999999999, 99999999999",
            "99999999999999999999, 99999999999999999999",
            "!!int abc, '\"abc\"'",
        })
        void followTheCoreSchema(String written, String json) {
            assertThat(YamlFile.parse("x: " + written, "f").json().get("x")).hasToString(json);
        }

        @Test
        void withMoreDigitsThanAnySettingStayTexts() {
            assertThat(YamlFile.parse("x: " + "9".repeat(41), "f")
                            .json()
                            .get("x")
                            .isTextual())
                    .isTrue();
        }
    }

    @Nested
    class APlaceWithinAText {

        @ParameterizedTest
        @CsvSource({"x: abc, 6", "x: \"abc\", 7", "x: 'abc', 7", "x: \"a\\tbc\", 4", "{x: abc}, 7"})
        void isExactWhereTheTextIsWrittenAsItIs(String yaml, int column) {
            YamlNode x = YamlFile.parse(yaml, "f").required("x");
            assertThat(x.placeOf(2)).isEqualTo(new Place("f", 1, column));
        }

        @Test
        void isThatOfTheValueWhereTheTextIsFolded() {
            YamlNode x = YamlFile.parse("x: >\n  abc\n  def\n", "f").required("x");
            assertThat(x.placeOf(2)).isEqualTo(new Place("f", 1, 4));
        }
    }
}
