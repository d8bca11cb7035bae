package org.plumbline.timeline;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.plumbline.timeline.Observation.Boundary;
import org.plumbline.timeline.Observation.Judged;
import org.plumbline.timeline.Observation.JudgedStep;
import org.plumbline.timeline.Observation.TrialBegun;
import org.plumbline.timeline.Observation.TrialEnded;

/**
 * What judging a recording adds to it, each at its place in the recording. So a record of a replay holds what was observed once
 * and in its order, whatever scenarios looked at it and in which order, and a replay of that record finds what this one found.
 */
final class Annotations {

    private record Made(long position, Observation observation) {}

    private final List<Made> made = new ArrayList<>();
    private final Map<Long, Boundary> found = new HashMap<>();

    /** A boundary of the recording is one of a trial that is judged. */
    void found(long position, Boundary boundary) {
        found.put(position, boundary);
    }

    /** What the run makes itself before that position. Of its waits and what it did not do to a device there is no record. */
    void made(long position, Observation observation) {
        if (observation instanceof JudgedStep
                || observation instanceof TrialBegun
                || observation instanceof TrialEnded
                || observation instanceof Judged) {
            made.add(new Made(position, observation));
        }
    }

    void tell(Recording recording, Consumer<? super Observation> to) {
        List<Made> inOrder = new ArrayList<>(made);
        inOrder.sort(Comparator.comparingLong(Made::position));
        int told = 0;
        try (Recording.Passage passage = recording.open()) {
            long position = 0;
            for (Observation next = passage.next(); next != null; next = passage.next()) {
                while (told < inOrder.size() && inOrder.get(told).position() <= position) {
                    to.accept(inOrder.get(told++).observation());
                }
                to.accept(next instanceof Boundary boundary ? told(position, boundary) : next);
                position++;
            }
        }
        inOrder.subList(told, inOrder.size()).forEach(last -> to.accept(last.observation()));
    }

    /** A trial that is not judged now is none of this run. */
    private Boundary told(long position, Boundary recorded) {
        Boundary other = new Boundary(recorded.time(), "", recorded.scenario(), recorded.step(), recorded.begins());
        return found.getOrDefault(position, other);
    }
}
