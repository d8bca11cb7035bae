package org.plumbline.timeline;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.plumbline.timeline.Observation.Boundary;
import org.plumbline.timeline.Observation.Command;
import org.plumbline.timeline.Observation.Mark;
import org.plumbline.timeline.Observation.Repetition;

/** The observations of a run in the order in which they were made; of any length, so gone over from the front. */
public interface Recording {

    /** What a run did itself, in order: few, however long it was. */
    List<Act> acts();

    /** Goes over everything from the front; as often as it is asked. */
    Passage open();

    /**
     * A step's or trial's boundary, a command that a step sent or could not send, a repetition's beginning or
     * end, or a look.
     *
     * @param position how many observations came before it
     */
    record Act(long position, Observation observation) {

        /** Whether an observation is an act: what a repetition sends by itself is none. */
        public static boolean is(Observation observation) {
            return observation instanceof Boundary
                    || observation instanceof Mark
                    || observation instanceof Repetition
                    || observation instanceof Command command && !command.repeated();
        }
    }

    /** One way from the front to the end. */
    interface Passage extends AutoCloseable {

        /** The next observation; null after the last. */
        @Nullable
        Observation next();

        @Override
        void close();
    }

    /** A recording in memory; what it holds of judgements is left out. */
    static Recording of(List<Observation> all) {
        List<Observation> observations = all.stream()
                .filter(observation -> !(observation instanceof Observation.Judged))
                .toList();
        List<Act> acts = new ArrayList<>();
        for (int i = 0; i < observations.size(); i++) {
            if (Act.is(observations.get(i))) {
                acts.add(new Act(i, observations.get(i)));
            }
        }
        return new Recording() {
            @Override
            public List<Act> acts() {
                return acts;
            }

            @Override
            public Passage open() {
                Iterator<Observation> left = observations.iterator();
                return new Passage() {
                    @Override
                    public @Nullable Observation next() {
                        return left.hasNext() ? left.next() : null;
                    }

                    @Override
                    public void close() {
                        // memory only
                    }
                };
            }
        };
    }
}
