package org.plumbline.results;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.plumbline.verdict.Verdict;

/** A bundle's README.txt against what junit.xml really has. */
class ReadmeWordsTest {

    /** The Chinese README comes first, the English one after a line of dashes. */
    private static List<String> readme(int language) throws IOException {
        try (InputStream in = JunitCase.class.getResourceAsStream("/org/plumbline/evidence/README.txt")) {
            String all = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            return all.split("\n-{20,}\n")[language].lines().toList();
        }
    }

    private static Set<String> verdictsWith(String element) {
        return Arrays.stream(Verdict.values())
                .filter(verdict -> new JunitCase("c", "n", verdict, false, 0, List.of("r"), Map.of())
                        .outcome()
                        .filter(element::equals)
                        .isPresent())
                .map(Verdict::key)
                .collect(Collectors.toSet());
    }

    private static Set<String> verdictsIn(String words) {
        return Arrays.stream(Verdict.values())
                .map(Verdict::key)
                .filter(key -> Pattern.compile("(?<![a-z-])" + key + "(?![a-z-])")
                        .matcher(words)
                        .find())
                .collect(Collectors.toSet());
    }

    @ParameterizedTest
    @CsvSource({"0, failure", "0, error", "0, skipped", "1, failure", "1, error", "1, skipped"})
    void namesTheVerdictsOfEachElement(int language, String element) throws IOException {
        List<String> lines = readme(language).stream()
                .map(String::strip)
                .filter(line -> line.startsWith("<" + element + ">"))
                .toList();
        assertThat(lines).hasSize(1);
        assertThat(verdictsIn(lines.get(0).substring(element.length() + 2)))
                .isNotEmpty()
                .isEqualTo(verdictsWith(element));
    }
}
