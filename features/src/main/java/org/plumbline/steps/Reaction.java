package org.plumbline.steps;

import java.util.List;
import java.util.function.Predicate;
import org.plumbline.channel.Value;
import org.plumbline.measure.Measurement;
import org.plumbline.measure.Passage;
import org.plumbline.measure.Points;
import org.plumbline.run.NotReachedException;
import org.plumbline.run.Session;
import org.plumbline.run.Traces;
import org.plumbline.run.Trial;
import org.plumbline.run.Unheard;
import org.plumbline.run.Waiting;
import org.plumbline.text.Text;
import org.plumbline.timeline.Observation.Sample;
import org.plumbline.timeline.Samples;
import org.plumbline.uncertainty.Contribution;

/** Measures the time from a command to what it makes a signal show. */
final class Reaction {

    private static final Text ALONE = new Text(
            "信号 %s 只有最后一个样本为 %s，而确认反应须有相继的两个；若它只随事件到来，请测量到其“出现”的时间",
            "of signal %s only the last sample is %s, and it takes two in succession to confirm a reaction; where it comes only with"
                    + " events, measure the time \"to the event\"");

    private static final long LOOK_BACK = 5_000_000_000L;

    private final Trial trial;
    private final Session session;
    private final String command;
    private final String signal;
    private final Showing showing;

    Reaction(Trial trial, String command, String signal, Showing showing) {
        this.trial = trial;
        this.session = trial.session();
        this.command = command;
        this.signal = signal;
        this.showing = showing;
    }

    Measurement measure(long start, long within) {
        refuseEarlier(start);
        Text quantity = new Text("从命令 %s 到信号 %s %s 的时间", "time from command %s until signal %s %s")
                .with(command, signal, showing.goal());
        new Waiting(trial).first(signal, start + 1, new Lasting(showing.surely()), start + within);
        session.requireFile(signal);
        Samples samples = session.timeline().samples(signal, start + 1, start + within);
        int possibly = first(samples, showing.possibly());
        int surely = first(samples, showing.surely());
        if (surely < samples.size()) {
            return reaction(quantity, start, samples, possibly, surely);
        }
        new Unheard(session).require(command, start);
        if (samples.isEmpty()) {
            throw new NotReachedException(new Text(
                            "命令 %s 之后信号 %s 没有样本，无法证明未反应",
                            "after command %s signal %s had no samples: no proof either way")
                    .with(command, signal));
        }
        if (possibly < samples.size()) {
            return noReaction(quantity, start, samples, possibly).remarked(undecided(start, samples, possibly));
        }
        int alone = lastWithout(samples) + 1;
        Measurement none = noReaction(quantity, start, samples, alone);
        return alone < samples.size() ? none.remarked(ALONE.with(signal, showing.goal())) : none;
    }

    private Measurement reaction(Text quantity, long start, Samples samples, int possibly, int surely) {
        new Waiting(trial).knowsWhatHeldUp(samples.time(surely));
        int seen = first(samples, showing.indicated());
        Passage passage = new Passage(
                before(samples, possibly, start),
                before(samples, seen, start),
                samples.time(seen),
                samples.time(surely));
        return session.timing(signal).reaction(quantity, signal, start, passage, crossing(samples.get(seen)));
    }

    private Measurement noReaction(Text quantity, long start, Samples samples, int after) {
        return session.timing(signal)
                .noReaction(quantity, signal, start, before(samples, after, start), samples.size());
    }

    private Text undecided(long start, Samples samples, int possibly) {
        return new Text(
                        "信号 %s 自命令后 %.3f s 起可能已 %s，但未曾超出其扩展不确定度 U = %.3g %s",
                        "from %2$.3f s after the command on signal %1$s may be %3$s, but never by more than its expanded"
                                + " uncertainty U = %4$.3g %5$s")
                .with(
                        signal,
                        (samples.time(possibly) - start) * 1e-9,
                        showing.goal(),
                        showing.expanded().value(),
                        showing.expanded().unit());
    }

    /** One sample that shows it may be a flicker: the next has to show it too, and the first of the two counts. */
    private static int first(Samples samples, Predicate<Sample> shows) {
        Lasting lasting = new Lasting(shows);
        for (int i = 0; i < samples.size(); i++) {
            if (lasting.test(samples.get(i))) {
                return i - 1;
            }
        }
        return samples.size();
    }

    private int lastWithout(Samples samples) {
        int last = samples.size() - 1;
        while (last >= 0 && showing.possibly().test(samples.get(last))) {
            last--;
        }
        return last;
    }

    private static long before(Samples samples, int place, long start) {
        return place == 0 ? start : samples.time(place - 1);
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

    /** The second of two samples in succession that show it. */
    private static final class Lasting implements Predicate<Sample> {
        private final Predicate<Sample> shows;
        private boolean shown;

        Lasting(Predicate<Sample> shows) {
            this.shows = shows;
        }

        @Override
        public boolean test(Sample sample) {
            boolean before = shown;
            shown = shows.test(sample);
            return before && shown;
        }
    }

    /** A reaction that was there before its cause proves nothing; a sample of the same instant came before it. */
    private void refuseEarlier(long start) {
        List<Sample> earlier = session.timeline().samples(signal, Math.max(0, start - LOOK_BACK), start);
        if (!earlier.isEmpty() && showing.indicated().test(earlier.get(earlier.size() - 1))) {
            throw new NotReachedException(
                    new Text("发送命令 %s 之前信号 %s 已经是 %s", "before command %s signal %s already was %s")
                            .with(command, signal, showing.goal()));
        }
    }
}
