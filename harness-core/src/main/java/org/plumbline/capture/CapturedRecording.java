package org.plumbline.capture;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.plumbline.timeline.Observation;
import org.plumbline.timeline.Recording;

/** The observations of a capture, read from its file each time. For one thread. */
final class CapturedRecording implements Recording {

    private final Path file;
    private final long start;
    private @Nullable List<Act> acts;

    /** @param start the run's start, nanoseconds since 1970, UTC */
    CapturedRecording(Path file, long start) {
        this.file = file;
        this.start = start;
    }

    @Override
    public List<Act> acts() {
        List<Act> known = acts;
        if (known == null) {
            known = findActs();
            acts = known;
        }
        return known;
    }

    private List<Act> findActs() {
        List<Act> found = new ArrayList<>();
        try (CapturedPassage passage = CapturedPassage.ofActs(file, start)) {
            for (Observation next = passage.next(); next != null; next = passage.next()) {
                if (Act.is(next)) {
                    found.add(new Act(passage.passed() - 1, next));
                }
            }
            return List.copyOf(found);
        }
    }

    @Override
    public Passage open() {
        return CapturedPassage.of(file, start);
    }
}
