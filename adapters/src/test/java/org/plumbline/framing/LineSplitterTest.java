package org.plumbline.framing;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LineSplitterTest {

    private final List<String> lines = new ArrayList<>();

    private void take(LineSplitter splitter, String bytes) {
        splitter.take(
                bytes.getBytes(StandardCharsets.ISO_8859_1),
                line -> lines.add(new String(line, StandardCharsets.ISO_8859_1).replace("\n", "\\n")));
    }

    @ParameterizedTest
    @CsvSource({
        "'a\nb\n', a\\n|b\\n",
        "'\n\n', \\n|\\n",
        "'abcdefgh', abcd|efgh",
        "'abc\nd', abc\\n",
        "'abcd\n', abcd|\\n"
    })
    void cutsAtLineEndsAndAtTheBound(String bytes, String expected) {
        take(new LineSplitter(4), bytes);
        assertThat(String.join("|", lines)).isEqualTo(expected);
    }

    @Test
    void keepsWhatIsUnfinished() {
        LineSplitter splitter = new LineSplitter(10);
        take(splitter, "ab");
        take(splitter, "");
        take(splitter, "c\nd");
        take(splitter, "\n");
        assertThat(lines).containsExactly("abc\\n", "d\\n");
    }
}
