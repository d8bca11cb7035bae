package org.plumbline.timeline;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.plumbline.timeline.Recording.Act;

/** How far a replay has come in its recording. */
final class Passing implements AutoCloseable {

    private final Recording recording;
    private Recording.Passage passage;
    private final Deque<Observation> ahead = new ArrayDeque<>();
    private boolean ended;
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
        return ahead.isEmpty() ? read() : ahead.getFirst();
    }

    private @Nullable Observation read() {
        Observation next = ended ? null : passage.next();
        if (next == null) {
            ended = true;
        } else {
            ahead.addLast(next);
        }
        return next;
    }

    /** What comes before the first that is later than that; it is still to be passed. */
    List<Observation> ahead(long until) {
        Observation last = ahead.isEmpty() ? read() : ahead.getLast();
        while (last != null && last.time() <= until) {
            last = read();
        }
        return ahead.stream().takeWhile(next -> next.time() <= until).toList();
    }

    /** Passes what comes next, which is there. */
    Observation pass() {
        Observation passed = peek();
        if (passed == null) {
            throw new IllegalStateException("the recording is shorter than its acts say");
        }
        ahead.removeFirst();
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
        ahead.clear();
        ended = false;
        position = 0;
        act = 0;
    }

    @Override
    public void close() {
        passage.close();
    }
}
