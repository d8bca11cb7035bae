package org.plumbline.alignment;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.DoublePredicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.plumbline.channel.Value;
import org.plumbline.text.Text;
import org.plumbline.timeline.Observation;

/** What one side of a synchronisation sees. */
sealed interface SyncEvent {

    /** Which occurrence it is, from 1; 0 where there must be only one. */
    int nth();

    /** How people call it. */
    Text words();

    /** Looks for it from the front. */
    Search search();

    /** A numeric signal of a channel passed a level: the first sample beyond it after one that is not. */
    record Passing(String channel, String signal, boolean above, double level, Text words, int nth)
            implements SyncEvent {

        @Override
        public Search search() {
            DoublePredicate beyond = value -> above ? value > level : value < level;
            return new OfSignal(channel, signal) {
                @Override
                boolean shows(Value before, Value now) {
                    return before instanceof Value.Numeric was
                            && now instanceof Value.Numeric is
                            && !beyond.test(was.value())
                            && beyond.test(is.value());
                }

                @Override
                boolean counts(Value value) {
                    return value instanceof Value.Numeric;
                }
            };
        }
    }

    /** A signal of a channel took another value. */
    record Changed(String channel, String signal, Text words, int nth) implements SyncEvent {

        @Override
        public Search search() {
            return new OfSignal(channel, signal) {
                @Override
                boolean shows(Value before, Value now) {
                    return !now.equals(before);
                }

                @Override
                boolean counts(Value value) {
                    return true;
                }
            };
        }
    }

    /** A step sent a command. */
    record Sent(String command, Text words, int nth) implements SyncEvent {

        @Override
        public Search search() {
            return new Search() {
                @Override
                Optional<Occurrence> look(Observation next, int line) {
                    return next instanceof Observation.CommandSent sent
                                    && !sent.repeated()
                                    && sent.command().equals(command)
                            ? Optional.of(new Occurrence(sent.time(), sent.time(), line))
                            : Optional.empty();
                }
            };
        }
    }

    /** A step of a scenario began. */
    record Begun(String step, Text words, int nth) implements SyncEvent {

        @Override
        public Search search() {
            return new Search() {
                @Override
                Optional<Occurrence> look(Observation next, int line) {
                    return next instanceof Observation.Boundary boundary
                                    && boundary.begins()
                                    && boundary.step().equals(step)
                            ? Optional.of(new Occurrence(boundary.time(), boundary.time(), line))
                            : Optional.empty();
                }
            };
        }
    }

    /**
     * What may hide an occurrence: a word where a number was needed, such as for what is beyond the range, a row of a file that
     * cannot be read, or what a run did not record.
     *
     * @param line of the file, from 1; 0 on a timeline
     */
    record Hiding(long time, int line, Text words) {}

    /** Goes along observations and notes each occurrence. */
    abstract class Search {

        private final List<Occurrence> found = new ArrayList<>();
        private @Nullable Hiding hiding;

        abstract Optional<Occurrence> look(Observation next, int line);

        /** Takes the next of a run's recording. */
        void take(Observation next) {
            note(next, 0);
        }

        final void note(Observation next, int line) {
            look(next, line).ifPresent(found::add);
        }

        /** Likewise with a row of a file, the one given last. */
        final void take(List<Observation> row, FileRows rows) {
            row.forEach(next -> note(next, rows.line()));
            hidden(rows)
                    .ifPresent(fault -> hides(
                            fault.time(),
                            rows.line(),
                            new Text("该行无法读取（%s）", "this row cannot be read (%s)").with(fault.detail())));
        }

        /** Why nobody knows what the row says of what is looked for, where that is so. */
        Optional<Observation.FrameFault> hidden(FileRows rows) {
            return Optional.empty();
        }

        final void hides(long time, int line, Text words) {
            hiding = hiding == null ? new Hiding(time, line, words) : hiding;
        }

        final List<Occurrence> found() {
            return found;
        }

        /** The first. */
        Optional<Hiding> hiding() {
            return Optional.ofNullable(hiding);
        }
    }

    /** One that compares neighbouring samples of a signal. */
    abstract class OfSignal extends Search {

        private final String signal;
        private final Losses losses;
        private Observation.@Nullable Sample before;

        OfSignal(String channel, String signal) {
            this.signal = signal;
            this.losses = new Losses(channel, signal);
        }

        @Override
        final void take(Observation next) {
            losses.take(next);
            super.take(next);
        }

        @Override
        final Optional<Hiding> hiding() {
            return Stream.of(super.hiding(), losses.first())
                    .flatMap(Optional::stream)
                    .min(Comparator.comparingLong(Hiding::time));
        }

        abstract boolean shows(Value before, Value now);

        abstract boolean counts(Value value);

        /** Before the first sample a file may have anything, such as a line with units. */
        @Override
        final Optional<Observation.FrameFault> hidden(FileRows rows) {
            return before == null ? Optional.empty() : rows.hidden(signal);
        }

        @Override
        final Optional<Occurrence> look(Observation next, int line) {
            if (!(next instanceof Observation.Sample sample) || !sample.signal().equals(signal)) {
                return Optional.empty();
            } else if (!counts(sample.value())) {
                hides(
                        sample.time(),
                        line,
                        new Text("信号 %s 为“%s”，不是数", "signal %s reads \"%s\", which is no number")
                                .with(signal, sample.value().shown()));
                return Optional.empty();
            }
            Observation.Sample earlier = before;
            before = sample;
            return earlier != null && shows(earlier.value(), sample.value())
                    ? Optional.of(new Occurrence(earlier.time(), sample.time(), line))
                    : Optional.empty();
        }
    }
}
