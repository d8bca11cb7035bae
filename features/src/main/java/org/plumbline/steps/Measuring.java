package org.plumbline.steps;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.LongFunction;
import java.util.function.Supplier;
import org.plumbline.error.UnfitException;
import org.plumbline.measure.Measurement;
import org.plumbline.measure.Points;
import org.plumbline.measure.SuccessRate;
import org.plumbline.measure.Trace;
import org.plumbline.measure.Uncertainty;
import org.plumbline.quantity.Quantity;
import org.plumbline.quantity.Unit;
import org.plumbline.run.Doubts;
import org.plumbline.run.FileAwaitedException;
import org.plumbline.run.Judge;
import org.plumbline.run.NotReachedException;
import org.plumbline.run.Session;
import org.plumbline.run.Traces;
import org.plumbline.run.Trial;
import org.plumbline.run.Visit;
import org.plumbline.run.Window;
import org.plumbline.standard.Bound;
import org.plumbline.standard.Limit;
import org.plumbline.steps.ParameterTypes.Comparison;
import org.plumbline.text.Text;
import org.plumbline.timeline.Samples;
import org.plumbline.verdict.Verdict;

/** What steps that measure take from the trial, and where they put what they measured. */
final class Measuring {

    private final TrialHolder holder;

    Measuring(TrialHolder holder) {
        this.holder = holder;
    }

    Trial trial() {
        return holder.trial();
    }

    Session session() {
        return trial().session();
    }

    /** What U is to cover for a limit. */
    double coverage(String limit) {
        return session()
                .standard()
                .requirementOfLimit(limit)
                .map(requirement -> requirement.limits().get(limit).coverage())
                .orElse(Uncertainty.COVERAGE);
    }

    /** How often something succeeds, against what a limit claims. */
    Measurement against(String name, SuccessRate rate) {
        Limit limit = session()
                .standard()
                .requirementOfLimit(name)
                .map(requirement -> requirement.limits().get(name))
                .orElseThrow(
                        () -> new NotReachedException(new Text("没有限值“%s”", "no limit is called \"%s\"").with(name)));
        Bound least = limit.min();
        if (least == null || limit.max() != null) {
            throw new NotReachedException(new Text(
                            "限值“%s”须只有下限 min：成功比例的下限只能与下限比较",
                            "limit \"%s\" needs a min and no max: a least share is compared with nothing else")
                    .with(name));
        }
        try {
            double claim = least.resolve(session().bench().device().ixit(), limit.unit());
            return rate.against(limit.unit().convert(claim, Unit.ONE), limit.inclusive());
        } catch (UnfitException e) {
            throw new NotReachedException(new Text("限值无法确定: %s", "the limit cannot be resolved: %s").with(e.reason()));
        }
    }

    /** When this scenario sent a command last, ns. */
    long sent(String command) {
        return session()
                .timeline()
                .lastCommand(command)
                .filter(sent -> sent.time() >= trial().from())
                .orElseThrow(() -> new NotReachedException(
                        new Text("本场景尚未发送命令 %s", "this scenario has not sent command %s").with(command)))
                .time();
    }

    /** The time from a command to what it makes a signal show. */
    Measurement reaction(String command, String signal, Showing showing, Quantity within) {
        Names.command(session().bench(), command);
        Names.signal(session().bench(), signal);
        return new Reaction(trial(), command, signal, showing).measure(sent(command), within.nanos());
    }

    /** The time from a command to an event. */
    Measurement event(String command, String signal, String value, Quantity within) {
        Names.command(session().bench(), command);
        Names.signal(session().bench(), signal);
        return new EventReaction(trial(), signal).measure(command, value, sent(command), within.nanos());
    }

    /** The time from a command until a signal is above or below a threshold, as well as its value is known. */
    Measurement crossing(String command, String signal, Comparison comparison, Quantity threshold, Quantity within) {
        Names.signal(session().bench(), signal);
        Trace shape = new Traces(session()).trace(signal, Points.NONE);
        return reaction(command, signal, Showing.beyond(comparison, threshold, shape), within)
                .ofValues(List.of(shape));
    }

    /** One value an arrival: the mean over the second half of each stay. */
    List<Trace> attained(String place, List<String> signals) {
        return Arrivals.at(trial(), place, signals);
    }

    /** The numbers of a signal in the stretch that was observed last. */
    Trace trace(String signal) {
        Names.signal(session().bench(), signal);
        return new Traces(session()).of(signal, window());
    }

    /** The same up to a time of it, ns since the run's start. */
    Trace trace(String signal, long to) {
        Names.signal(session().bench(), signal);
        return new Traces(session()).of(signal, window().from(), to);
    }

    /**
     * The numbers of a signal that comes when something happens: in the stretch, and the last before it, still in force. What
     * came before the device's state was changed last, before this trial sent a command, or in an earlier round, is not.
     */
    Trace events(String signal) {
        Names.signal(session().bench(), signal);
        session().requireFile(signal);
        Window window = window();
        long since = trial().since();
        Samples counted = session().timeline().samples(signal, since, window.to());
        if (counted.isEmpty()) {
            throw new NotReachedException(new Text(
                            "设备状态上次被改变（或本场景发送命令、本轮开始）以来，信号 %s 没有事件；请在本场景中引发该事件",
                            "no event of signal %s came since the device's state was changed last, this scenario sent a command,"
                                    + " or the round began: let the scenario bring it about")
                    .with(signal));
        }
        long begins = Math.max(since, window.from());
        Samples before = session().timeline().samples(signal, since, begins);
        long from = before.isEmpty() ? begins : before.time(before.size() - 1);
        return new Traces(session()).of(signal, from, window.to());
    }

    Samples samples(String signal) {
        return samples(signal, window().to());
    }

    /** The same up to a time of the stretch, ns since the run's start. */
    Samples samples(String signal, long to) {
        Names.signal(session().bench(), signal);
        session().requireFile(signal);
        return session().timeline().samples(signal, window().from(), to);
    }

    /** What was observed before the device was brought elsewhere is not what the scenario measures now. */
    Window window() {
        Window window = trial().window()
                .orElseThrow(() -> new NotReachedException(
                        new Text("场景在测量前没有观察步骤", "the scenario measures before it has observed anything")));
        if (session().lastAct() >= window.to()) {
            throw new NotReachedException(new Text(
                    "观察之后设备状态已被改变，须重新观察再测量",
                    "the device's state was changed after the observation: observe again before measuring"));
        }
        return window;
    }

    void keep(String limit, Supplier<Measurement> measurement) {
        keep(limit, measurement, trial().window(), Doubts::weigh);
    }

    /** For figures of arrivals, which are stamped with the ends of the stays: what they come from begins with the first stay. */
    void keepStays(String limit, Supplier<Measurement> measurement) {
        keep(limit, () -> sinceFirstStay(measurement.get()));
    }

    private Measurement sinceFirstStay(Measurement measurement) {
        long from = trial().visits().stream()
                .filter(visit -> visit.to() == measurement.from())
                .mapToLong(Visit::from)
                .min()
                .orElse(measurement.from());
        return measurement.since(from);
    }

    /** For measurements of another stretch than the one that was observed last. */
    void keepWithin(String limit, Supplier<Measurement> measurement, Window stretch) {
        keep(limit, measurement, Optional.of(stretch), Doubts::weigh);
    }

    /**
     * For counts of faulty frames in the stretch that was observed last.
     *
     * @param upTo the count from its start to a time, ns since the run's start
     */
    void keepFaults(String limit, LongFunction<Measurement> upTo) {
        Window stretch = window();
        awaiting(limit, () -> new Doubts(session()).weighFaults(upTo, stretch, each -> is(Verdict.FAIL, limit, each)));
    }

    /** For measurements of when samples came. */
    void keepTiming(String limit, Supplier<Measurement> measurement) {
        keep(limit, measurement, trial().window(), Doubts::weighTiming);
    }

    /**
     * For measurements of how long something did not come in the stretch that was observed last.
     *
     * @param upTo the measurement from its start to a time, ns since the run's start
     */
    void keepAbsence(String limit, LongFunction<Measurement> upTo) {
        Window stretch = window();
        awaiting(limit, () -> new Doubts(session()).weighAbsence(upTo, stretch, each -> is(Verdict.PASS, limit, each)));
    }

    private boolean is(Verdict verdict, String name, Measurement measurement) {
        return session()
                .standard()
                .requirementOfLimit(name)
                .map(requirement -> holder.judge()
                        .judge(
                                session().now(),
                                requirement,
                                requirement.limits().get(name),
                                measurement,
                                Judge.NOT_TAKEN))
                .filter(judgement -> judgement.verdict() == verdict)
                .isPresent();
    }

    /** For measurements that take all events in the stretch. */
    void keepAllEvents(String limit, Supplier<Measurement> measurement) {
        keep(limit, measurement, trial().window(), Doubts::weighEvents);
    }

    /** For measurements of events: they come seldom, and from the first to the end of the stretch none may be missed. */
    void keepEvents(String limit, String signal, Function<Trace, Measurement> figure) {
        awaiting(limit, () -> {
            Trace events = events(signal);
            Window stretch = new Window(Math.min(events.time(0), window().from()), window().to(), false);
            return new Doubts(session()).weighEvents(figure.apply(events), Optional.of(stretch));
        });
    }

    /** How a measurement is doubted. */
    private interface Weighing {
        Measurement weigh(Doubts doubts, Measurement measurement, Optional<Window> stretch);
    }

    private void keep(String limit, Supplier<Measurement> measurement, Optional<Window> stretch, Weighing weighing) {
        awaiting(limit, () -> weighing.weigh(new Doubts(session()), measurement.get(), stretch));
    }

    /** What comes as a file afterwards ends no scenario: the rest of it has to be recorded all the same. */
    private void awaiting(String limit, Supplier<Measurement> measurement) {
        try {
            trial().measured(limit, measurement.get());
        } catch (FileAwaitedException e) {
            trial().awaits(limit, e.reason());
        }
    }
}
