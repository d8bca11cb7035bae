package org.plumbline.suite;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Finds the steps of one suite in the vocabulary; the same steps come again and again, so each is looked up once. */
final class StepReader {

    private final Map<String, Optional<FoundStep>> found = new HashMap<>();

    /** Empty where no step fits the text. */
    Optional<FoundStep> find(String text) {
        return found.computeIfAbsent(text, StepCatalogue::find);
    }
}
