package org.plumbline.suite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.cucumber.core.gherkin.Feature;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.plumbline.error.InputException;
import org.plumbline.text.Language;

/** What is said of feature files that cannot be read. */
class FeatureFilesTest {

    private static final String WHOLE = """
            # language: zh-CN
            功能: 数据

              背景:
                假如 信号 "depth" 有数据，最长等待 5 s

              场景: 保持
                当 观察 1 s
            """;

    @TempDir
    Path folder;

    private void write(String text) throws IOException {
        Files.writeString(folder.resolve("a.feature"), text);
    }

    private List<Feature> read() {
        return FeatureFiles.read(new Suite("written", folder, ""), folder);
    }

    private void assertSaid(String zh, String en) {
        InputException e = catchThrowableOfType(InputException.class, this::read);
        assertThat(e).as("the mistake is found").isNotNull();
        String prefix = folder.resolve("a.feature") + ":";
        assertThat(e.message(Language.ZH)).isEqualTo(prefix + zh);
        assertThat(e.message(Language.EN)).isEqualTo(prefix + en);
    }

    @Test
    void aWholeFileIsRead() throws IOException {
        write(WHOLE);
        assertThat(read()).singleElement().satisfies(feature -> assertThat(feature.getPickles())
                .hasSize(1));
    }

    @Nested
    class TheEncoding {

        @Test
        void withAByteOrderMarkIsTheSame() throws IOException {
            write("\uFEFF" + WHOLE);
            assertThat(read()).singleElement().satisfies(feature -> {
                assertThat(feature.getPickles()).extracting("name").containsExactly("保持");
                assertThat(feature.getSource()).isEqualTo(WHOLE);
            });
        }

        @Test
        void ofAnOldWindowsEditorIsNamed() throws IOException {
            Files.write(folder.resolve("a.feature"), WHOLE.getBytes(Charset.forName("GBK")));
            assertSaid(
                    "2:1: 文件不是 UTF-8 编码，看来是 GBK 或 GB 18030；请用编辑器将文件另存为 UTF-8 编码",
                    "2:1: the file is not UTF-8; it looks like GBK or GB 18030; save the file as UTF-8 with your editor");
        }

        @Test
        void ofSixteenBitsIsNamed() throws IOException {
            Files.write(folder.resolve("a.feature"), WHOLE.getBytes(StandardCharsets.UTF_16));
            assertSaid(
                    " 文件是 UTF-16 编码，应为 UTF-8；请用编辑器将文件另存为 UTF-8 编码",
                    " the file is encoded in UTF-16, not in UTF-8; save the file as UTF-8 with your editor");
        }
    }

    @Nested
    class AFullWidthColon {

        @ParameterizedTest
        @ValueSource(strings = {"功能", "背景", "场景"})
        void isFoundAlsoWhereItWouldMakeTheLineFreeText(String keyword) throws IOException {
            String text = WHOLE.replace(keyword + ":", keyword + "：");
            write(text);
            int line = (int) text.substring(0, text.indexOf("：")).lines().count();
            String place = line + ":" + (keyword.equals("功能") ? 1 : 3);
            assertSaid(
                    place + ": “" + keyword + "”之后是全角冒号；请改为半角冒号，写成“" + keyword + ":”",
                    place + ": a full-width colon follows \"" + keyword + "\"; write it with an ASCII colon: \""
                            + keyword + ":\"");
        }

        @Test
        void afterAnEnglishKeywordIsFoundToo() throws IOException {
            write("Feature: data\n  Scenario： hold\n    When observed for 1 s\n");
            assertSaid(
                    "2:3: “Scenario”之后是全角冒号；请改为半角冒号，写成“Scenario:”",
                    "2:3: a full-width colon follows \"Scenario\"; write it with an ASCII colon: \"Scenario:\"");
        }

        @Test
        void inATextOrInAStepIsNoKeyword() throws IOException {
            write(WHOLE.replace("场景: 保持", "场景: 保持：场景：一") + "      \"\"\"\n      场景：二\n      \"\"\"\n");
            assertThat(read()).hasSize(1);
        }
    }

    @Nested
    class TheLanguage {

        private static final String UNDECLARED_ZH = "文件使用中文关键字，却没有语言声明；请在第一行写上 # language: zh-CN（半角冒号）";
        private static final String UNDECLARED_EN =
                "the file uses Chinese keywords, but does not declare its language; write # language: zh-CN as its first line";

        @Test
        void thatIsNotDeclaredIsSaid() throws IOException {
            write(WHOLE.replace("# language: zh-CN\n", ""));
            assertSaid("1:1: " + UNDECLARED_ZH, "1:1: " + UNDECLARED_EN);
        }

        @Test
        void thatIsDeclaredWithAFullWidthColonIsSaid() throws IOException {
            write(WHOLE.replace("# language: zh-CN", "# language：zh-CN"));
            assertSaid("2:1: " + UNDECLARED_ZH, "2:1: " + UNDECLARED_EN);
        }

        @Test
        void thatIsUnknownIsSaid() throws IOException {
            write(WHOLE.replace("zh-CN", "zh"));
            assertSaid(
                    "1:1: 不是有效的 Gherkin：没有这种语言；请写 # language: zh-CN 或 # language: en",
                    "1:1: not valid Gherkin: there is no such language; write # language: zh-CN or # language: en");
        }
    }

    @Nested
    class TheSyntax {

        @Test
        void isSaidWithTheFirstErrorAlone() throws IOException {
            write(WHOLE + "    唱歌\n    跳舞\n");
            assertSaid(
                    "9:5: 不是有效的 Gherkin：此处不能是“唱歌”；每行须以关键字（场景:、假如、当、那么、而且 等）、@标签、| 表格或 # 注释开头",
                    "9:5: not valid Gherkin: \"唱歌\" cannot stand here; "
                            + "begin the line with a keyword (Scenario:, Given, When, Then, And), a @tag, a table's | or a #");
        }

        @Test
        void ofATableIsSaid() throws IOException {
            write(WHOLE + "      | a | b |\n      | c |\n");
            assertSaid(
                    "10:7: 不是有效的 Gherkin：表格各行的列数不同；请使每行的 | 个数相同",
                    "10:7: not valid Gherkin: the table's rows have different numbers of cells; give every row the same number of |");
        }

        @Test
        void thatEndsTooEarlyIsSaid() throws IOException {
            write(WHOLE + "  @UW-A02\n");
            InputException e = catchThrowableOfType(InputException.class, FeatureFilesTest.this::read);
            assertThat(e.message(Language.ZH))
                    .contains("文件在此处中断；请补全最后的标签、表格或文本块")
                    .doesNotContain("expected");
        }

        @Test
        void ofEveryFileIsSaid() throws IOException {
            write(WHOLE + "    唱歌\n");
            Files.writeString(folder.resolve("b.feature"), "# only a comment\n");
            InputException e = catchThrowableOfType(InputException.class, FeatureFilesTest.this::read);
            assertThat(e.message(Language.EN).lines()).hasSize(2).anySatisfy(line -> assertThat(line)
                    .startsWith(folder.resolve("b.feature") + ": the file holds no scenario; "));
        }
    }

    @Test
    void aFolderWithoutThemIsNamed() throws IOException {
        Files.writeString(folder.resolve("standard.yaml"), "");
        InputException e = catchThrowableOfType(InputException.class, this::read);
        assertThat(e.message(Language.ZH)).startsWith(folder + " 中没有 .feature 文件；");
        assertThat(e.message(Language.EN)).startsWith("no .feature file in " + folder + "; ");
    }
}
