package org.plumbline.timeline;

import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.plumbline.timeline.Recording.Act;

/** How far a replay has come in its recording. */
final class Passing implements AutoCloseable {

    private final Recording recording;
    private Recording.Passage passage;
    private @Nullable Observation ahead;
    private boolean looked;
    private long position;
    private int act;

    Passing(Recording recording) {
        this.recording = recording;
        this.passage = recording.open();
    }

    /** How many observations it has passed. */
    long position() {
        return position;
    }

    /** What comes next; null at the end. */
    @Nullable
    Observation peek() {
        if (!looked) {
            ahead = passage.next();
            looked = true;
        }
        return ahead;
    }

    /** Passes what comes next, which is there. */
    Observation pass() {
        Observation passed = peek();
        if (passed == null) {
            throw new IllegalStateException("the recording is shorter than its acts say");
        }
        looked = false;
        if (act < recording.acts().size() && recording.acts().get(act).position() == position) {
            act++;
        }
        position++;
        return passed;
    }

    /** The first act ahead that fits; null where there is none, or one that must not be passed comes before it. */
    @Nullable
    Act next(Predicate<Observation> wanted, Predicate<Observation> barrier) {
        for (Act ahead : recording.acts().subList(act, recording.acts().size())) {
            if (wanted.test(ahead.observation())) {
                return ahead;
            }
            if (barrier.test(ahead.observation())) {
                return null;
            }
        }
        return null;
    }

    /**
     * One of the acts that fit, wherever it stands.
     *
     * @param nth from 1
     */
    Optional<Act> find(Predicate<Observation> wanted, int nth) {
        return recording.acts().stream()
                .filter(act -> wanted.test(act.observation()))
                .skip(nth - 1L)
                .findFirst();
    }

    void rewind() {
        passage.close();
        passage = recording.open();
        looked = false;
        position = 0;
        act = 0;
    }

    @Override
    public void close() {
        passage.close();
    }
}
