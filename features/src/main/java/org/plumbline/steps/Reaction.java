package org.plumbline.steps;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.plumbline.channel.Value;
import org.plumbline.measure.Measurement;
import org.plumbline.measure.Points;
import org.plumbline.run.NotReachedException;
import org.plumbline.run.Session;
import org.plumbline.run.Traces;
import org.plumbline.run.Trial;
import org.plumbline.run.Waiting;
import org.plumbline.text.Text;
import org.plumbline.timeline.Observation.Sample;
import org.plumbline.uncertainty.Contribution;

/** Measures the time from a command to what it makes a signal show. */
final class Reaction {

    private static final long LOOK_BACK = 5_000_000_000L;

    /** After that what held the harness up meanwhile is known. */
    private static final long HELD_UP = 5_000_000L;

    private final Trial trial;
    private final Session session;
    private final String command;
    private final String signal;
    private final Predicate<Sample> shows;
    private final String goal;

    Reaction(Trial trial, String command, String signal, Predicate<Sample> shows, String goal) {
        this.trial = trial;
        this.session = trial.session();
        this.command = command;
        this.signal = signal;
        this.shows = shows;
        this.goal = goal;
    }

    Measurement measure(long start, long within) {
        refuseEarlier(start);
        Text quantity =
                new Text("从命令 %s 到信号 %s %s 的时间", "time from command %s until signal %s %s").with(command, signal, goal);
        Lasting lasting = new Lasting();
        Optional<Sample> seen = new Waiting(trial)
                .first(signal, start + 1, lasting, start + within)
                .map(confirming -> lasting.since());
        session.requireFile(signal);
        List<Sample> before = session.timeline()
                .samples(signal, start, seen.map(s -> s.time() - 1).orElse(start + within));
        if (seen.isPresent()) {
            session.timeline().awaitTime(seen.get().time() + HELD_UP);
            long previous =
                    before.isEmpty() ? start : before.get(before.size() - 1).time();
            return session.timing(signal)
                    .reaction(quantity, signal, start, seen.get().time(), previous, crossing(seen.get()));
        }
        new Waiting(trial).requireHeard(command, start);
        if (before.isEmpty()) {
            throw new NotReachedException(new Text(
                            "命令 %s 之后信号 %s 没有样本，无法证明未反应",
                            "after command %s signal %s had no samples: no proof either way")
                    .with(command, signal));
        }
        long last = before.get(before.size() - 1).time();
        return session.timing(signal).noReaction(quantity, signal, start, last, before.size());
    }

    /** Where the signal is a number, its own uncertainty blurs the time at which it passed the level. */
    private List<Contribution> crossing(Sample seen) {
        List<Sample> earlier =
                session.timeline().samples(signal, Math.max(0, seen.time() - LOOK_BACK), seen.time() - 1);
        if (earlier.isEmpty()) {
            return List.of();
        }
        Sample before = earlier.get(earlier.size() - 1);
        return seen.value() instanceof Value.Numeric to && before.value() instanceof Value.Numeric from
                ? new Traces(session)
                        .trace(signal, Points.of(new long[] {before.time(), seen.time()}, new double[] {
                            from.value(), to.value()
                        }))
                        .crossing(1)
                : List.of();
    }

    /** One sample that shows it may be a flicker: the next has to show it too, and the first of the two counts. */
    private final class Lasting implements Predicate<Sample> {
        private @Nullable Sample since;

        @Override
        public boolean test(Sample sample) {
            boolean showing = shows.test(sample);
            boolean confirmed = showing && since != null;
            if (!confirmed) {
                since = showing ? sample : null;
            }
            return confirmed;
        }

        Sample since() {
            return Objects.requireNonNull(since);
        }
    }

    /** A reaction that was there before its cause proves nothing; a sample of the same instant came before it. */
    private void refuseEarlier(long start) {
        List<Sample> earlier = session.timeline().samples(signal, Math.max(0, start - LOOK_BACK), start);
        if (!earlier.isEmpty() && shows.test(earlier.get(earlier.size() - 1))) {
            throw new NotReachedException(
                    new Text("发送命令 %s 之前信号 %s 已经是 %s", "before command %s signal %s already was %s")
                            .with(command, signal, goal));
        }
    }
}
