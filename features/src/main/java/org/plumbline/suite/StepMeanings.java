package org.plumbline.suite;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.plumbline.suite.StepMeaning.Gives;
import org.plumbline.text.Text;

/** The meaning of every step of the vocabulary, by its English expression: the table in {@code step-meanings.txt}. */
final class StepMeanings {

    private static final Map<String, StepMeaning> BY_EXPRESSION = read();

    private StepMeanings() {}

    /** Empty where the table has no such step. */
    static Optional<StepMeaning> of(String english) {
        return Optional.ofNullable(BY_EXPRESSION.get(english));
    }

    private static Map<String, StepMeaning> read() {
        Map<String, StepMeaning> meanings = new LinkedHashMap<>();
        for (String block : table().replaceAll("(?m)^#.*\\R", "").strip().split("\\R\\R")) {
            List<String> lines = block.lines().toList();
            meanings.put(lines.get(0), meaning(lines));
        }
        return meanings;
    }

    private static StepMeaning meaning(List<String> lines) {
        String[] words = lines.get(1).split(" ");
        return new StepMeaning(
                Arrays.stream(words).skip(1).map(StepRole::valueOf).toList(),
                Gives.valueOf(words[0]),
                new Text(lines.get(2), lines.get(3)));
    }

    private static String table() {
        try (InputStream in = Objects.requireNonNull(StepMeanings.class.getResourceAsStream("step-meanings.txt"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
