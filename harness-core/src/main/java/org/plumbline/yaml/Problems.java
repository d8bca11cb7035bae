package org.plumbline.yaml;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.plumbline.error.InputException;
import org.plumbline.error.Place;
import org.plumbline.error.Problem;
import org.plumbline.text.Text;

/** Collects what is wrong with one or more files, so that all of it is said at once. Not thread-safe. */
public final class Problems {

    private final List<Problem> found = new ArrayList<>();
    private final List<String> files = new ArrayList<>();

    /** @param files those that come first, in this order; others follow as they are named */
    public Problems(String... files) {
        this.files.addAll(List.of(files));
    }

    /** Adds one problem. */
    public void add(Problem problem) {
        found.add(problem);
        Place place = problem.place();
        if (place != null && !files.contains(place.file())) {
            files.add(place.file());
        }
    }

    /** Adds one problem. */
    public void add(@Nullable Place place, Text what, Text remedy) {
        add(new Problem(place, what, remedy));
    }

    /** What the reader returns; null where it throws, and then its problems are kept. */
    public <T> @Nullable T keep(Supplier<T> reader) {
        try {
            return reader.get();
        } catch (InputException e) {
            e.problems().forEach(this::add);
            return null;
        }
    }

    /** Whether there are none. */
    public boolean isEmpty() {
        return found.isEmpty();
    }

    /** By file, line and column; those without a place first. */
    public List<Problem> inFileOrder() {
        return found.stream()
                .distinct()
                .sorted(Comparator.comparingInt(this::file)
                        .thenComparingInt(problem ->
                                problem.place() == null ? 0 : problem.place().line())
                        .thenComparingInt(problem ->
                                problem.place() == null ? 0 : problem.place().column()))
                .toList();
    }

    private int file(Problem problem) {
        Place place = problem.place();
        return place == null ? -1 : files.indexOf(place.file());
    }

    /**
     * Goes on where nothing is wrong.
     *
     * @throws InputException with all problems in file order
     */
    public void throwIfAny() {
        if (!found.isEmpty()) {
            throw new InputException(inFileOrder(), null);
        }
    }
}
