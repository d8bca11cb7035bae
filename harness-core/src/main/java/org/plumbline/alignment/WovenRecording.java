package org.plumbline.alignment;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import org.jspecify.annotations.Nullable;
import org.plumbline.timeline.Observation;
import org.plumbline.timeline.Recording;

/**
 * A recording with the rows of files between its observations, in order of time; at the same time a row comes before what
 * was recorded, as a sample comes before the command of the same instant, and files come in their order. Rows outside of
 * the run are left out.
 */
final class WovenRecording implements Recording {

    /** A file, as often as it is gone over. */
    interface Strand {
        FileRows open();
    }

    private final Recording recording;
    private final List<Strand> strands;
    private final long end;
    private @Nullable List<Act> acts;

    /** @param end of the run, in nanoseconds since its start */
    WovenRecording(Recording recording, List<Strand> strands, long end) {
        this.recording = recording;
        this.strands = strands;
        this.end = end;
    }

    @Override
    public List<Act> acts() {
        List<Act> known = acts;
        if (known == null) {
            known = find();
            acts = known;
        }
        return known;
    }

    private List<Act> find() {
        List<Act> found = new ArrayList<>();
        try (Passage passage = open()) {
            long position = 0;
            for (Observation next = passage.next(); next != null; next = passage.next()) {
                if (Act.is(next)) {
                    found.add(new Act(position, next));
                }
                position++;
            }
        }
        return List.copyOf(found);
    }

    @Override
    public Passage open() {
        return new Woven(recording.open(), strands.stream().map(Ahead::new).toList());
    }

    /** What comes next of a file. */
    private final class Ahead {

        private final FileRows rows;
        private final Queue<Observation> row = new ArrayDeque<>();

        Ahead(Strand strand) {
            rows = strand.open();
        }

        @Nullable
        Observation peek() {
            while (row.isEmpty()) {
                List<Observation> next = rows.next();
                if (next.isEmpty()) {
                    return null;
                }
                long time = next.get(0).time();
                if (time >= 0 && time <= end) {
                    row.addAll(next);
                }
            }
            return row.peek();
        }
    }

    private static final class Woven implements Passage {

        private final Passage recorded;
        private final List<Ahead> files;
        private @Nullable Observation next;
        private boolean begun;

        Woven(Passage recorded, List<Ahead> files) {
            this.recorded = recorded;
            this.files = files;
        }

        @Override
        public @Nullable Observation next() {
            if (!begun) {
                next = recorded.next();
                begun = true;
            }
            @Nullable Ahead earliest = null;
            long time = next == null ? Long.MAX_VALUE : next.time();
            for (Ahead file : files) {
                Observation ahead = file.peek();
                if (ahead != null && (ahead.time() < time || earliest == null && ahead.time() == time)) {
                    earliest = file;
                    time = ahead.time();
                }
            }
            if (earliest != null) {
                return earliest.row.poll();
            }
            Observation passed = next;
            next = passed == null ? null : recorded.next();
            return passed;
        }

        @Override
        public void close() {
            recorded.close();
        }
    }
}
