package org.plumbline.timeline;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.plumbline.text.Text;
import org.plumbline.timeline.Observation.Boundary;
import org.plumbline.timeline.Observation.ChannelEvent;
import org.plumbline.timeline.Observation.Command;
import org.plumbline.timeline.Observation.CommandSent;
import org.plumbline.timeline.Observation.JudgedStep;
import org.plumbline.timeline.Observation.Mark;
import org.plumbline.timeline.Observation.Repetition;
import org.plumbline.timeline.Observation.Stall;
import org.plumbline.timeline.Recording.Act;

/**
 * A recording in place of the devices: its observations come onto the timeline in their order, as far as somebody waits or
 * notes something that the recording holds too. A wait never passes a command that changes the device's state and that the
 * scenario does not send, nor the beginning or end of a repetition that is not the scenario's, nor the end of a trial that
 * set the network right: beyond it the device is not where the scenario brought it. For one thread.
 */
public final class Replay implements Clock, Notes, AutoCloseable {

    private final Recording recording;
    private final Passing passing;
    private final Annotations annotations = new Annotations();
    private long now;
    private @Nullable Timeline timeline;
    private final Map<String, String> standIns;
    private final Map<String, Integer> begun = new HashMap<>();
    private final Map<String, String> judgedOn = new HashMap<>();
    private final Repeated repeated;
    private @Nullable Mark mark;
    private @Nullable String missing;
    private String safeState = "";
    private @Nullable Observation interrupted;
    private @Nullable Text brokeOff;
    private boolean inRecordedStep;
    private boolean elsewhere; // in a step that is not the one in which the scenario stands
    private final Set<Stall> told = new HashSet<>();

    /** From the front of the recording; to be closed, for it may be a file. */
    public Replay(Recording recording) {
        this(recording, Map.of());
    }

    /**
     * The same where scenarios have other names than in the recording.
     *
     * @param standIns which recorded scenario stands in for one: as many steps that send the same commands
     */
    public Replay(Recording recording, Map<String, String> standIns) {
        this.recording = recording;
        this.passing = new Passing(recording);
        this.repeated = new Repeated(recording);
        this.standIns = Map.copyOf(standIns);
    }

    /** Names the command that the harness itself sends where a run ends early: what a trial does after it did not happen. */
    public void safeState(String command) {
        safeState = command;
    }

    /** Says why the run did not go to its end: what the step in which it was ended lacks is not there for that. */
    public void brokeOff(Text why) {
        brokeOff = why;
    }

    Notes onto(Timeline fed) {
        timeline = fed;
        return this;
    }

    @Override
    public long now() {
        return now;
    }

    /** @throws UnsupportedOperationException always: what the wall clock showed is recorded */
    @Override
    public long utc() {
        throw new UnsupportedOperationException("the wall clock's time is in the recording");
    }

    /** Everything is there already when somebody waits. */
    @Override
    public void changed() {}

    /** @throws UnsupportedOperationException always: nothing happens in a replay but what is recorded */
    @Override
    public Cancellation schedule(long at, Runnable task) {
        throw new UnsupportedOperationException("nothing is scheduled in a replay");
    }

    /**
     * Lets the recording go on until the condition holds or the run gave up waiting, too.
     *
     * @throws RecordingEndedException where the recording does not go far enough
     */
    @Override
    public boolean await(BooleanSupplier condition, long until) {
        mark = null;
        requireGoingOn();
        repeated.requireSame();
        @Nullable Act last = endOfWait(until);
        boolean marked = last != null && last.observation() instanceof Mark;
        while (!condition.getAsBoolean()) {
            Observation next = passing.peek();
            if (next == null && now < until) {
                throw ended(until);
            }
            boolean here = last != null && last.position() == passing.position();
            boolean barred = next != null && (here && !marked || setsNetworkRight(next));
            if (barred && next.time() <= until) {
                throw notDone(next);
            }
            if (next == null || barred || !marked && isLater(next, until)) {
                tellWhatHeldUp(until);
                now = Math.max(now, until);
                return false;
            }
            Observation passed = pass();
            repeated.requireSame();
            if (here) {
                mark = (Mark) passed;
                return condition.getAsBoolean();
            }
        }
        return true;
    }

    /** Whether the run waited until then in the step in which the replay stands. */
    boolean waited(long until) {
        return passing.next(observation -> ends(observation, until), Replay::endsStep) != null;
    }

    /**
     * In place of a wait for what held the harness up that the run did not make: goes on to what the run did next, and tells of
     * that alone also from beyond, for it says nothing of the device.
     *
     * @throws RecordingEndedException where the run was ended in this step, unless only after such a wait
     */
    void findWhatHeldUp(long until) {
        requireGoingOn();
        repeated.requireSame();
        @Nullable Act ended = passing.next(Replay::foreign, Boundary.class::isInstance);
        boolean before = passing.next(observation -> ends(observation, until), Boundary.class::isInstance) != null;
        if (ended != null && !before && !elsewhere) {
            throw notDone(ended.observation());
        }
        Observation next = passing.peek();
        while (next != null && next.time() <= until && !Act.is(next)) {
            pass();
            next = passing.peek();
        }
        tellWhatHeldUp(until);
    }

    private void tellWhatHeldUp(long until) {
        for (Observation beyond : passing.ahead(until + DISORDER)) {
            if (beyond instanceof Stall stall && stall.time() - stall.duration() <= until && told.add(stall)) {
                Objects.requireNonNull(timeline).passed(stall);
            }
        }
    }

    private void requireGoingOn() {
        if (interrupted != null) {
            throw notDone(interrupted);
        }
    }

    private RecordingEndedException ended(long until) {
        Text ends = new Text(
                        "记录到 %.3f s 为止，场景还需要到 %.3f s",
                        "the recording ends at %.3f s, the scenario needs it until %.3f s")
                .with(now / 1e9, until / 1e9);
        return new RecordingEndedException(whyBrokenOff().orElse(ends));
    }

    /** Empty but in a step that the run began, and in the last trial of one that was ended. */
    private Optional<Text> whyBrokenOff() {
        return Optional.ofNullable(brokeOff)
                .filter(why -> inRecordedStep && passing.next(Replay::beginsTrial, observation -> false) == null);
    }

    private RecordingEndedException notDone(Observation foreign) {
        double at = foreign.time() / 1e9;
        Text what = foreign instanceof Repetition repetition
                ? notRepeated(repetition)
                : foreign instanceof Command command
                        ? new Text(
                                        "记录在 %.3f s 处有命令 %s，场景此时并未发送它，之后的数据不能用于本场景",
                                        "at %.3f s the recording has command %s, which the scenario does not send there: what follows does not count for it")
                                .with(at, command.command())
                        : new Text(
                                        "记录在 %.3f s 处结束了一个场景，网络随之恢复，之后的数据不能用于本场景",
                                        "at %.3f s the recording ends a scenario and with it what that did to the network: what follows does not count for this one")
                                .with(at);
        boolean ended = isSafeState(foreign) || foreign instanceof Boundary;
        return new RecordingEndedException(ended ? whyBrokenOff().orElse(what) : what);
    }

    private boolean setsNetworkRight(Observation observation) {
        return observation instanceof Boundary boundary
                && boundary.endsTrial()
                && Objects.requireNonNull(timeline).networkActed();
    }

    private static Text notRepeated(Repetition repetition) {
        Text what = repetition.begins()
                ? new Text(
                        "记录在 %.3f s 处开始重复发送命令 %s，场景此时没有这样做，之后的数据不能用于本场景",
                        "at %.3f s the recording begins a repetition of command %s, which the scenario does not there: what follows does not count for it")
                : new Text(
                        "记录在 %.3f s 处不再重复发送命令 %s，场景此时没有这样做，之后的数据不能用于本场景",
                        "at %.3f s the recording ends the repetition of command %s, which the scenario does not there: what follows does not count for it");
        return what.with(repetition.time() / 1e9, repetition.command());
    }

    private static boolean foreign(Observation observation) {
        return observation instanceof Repetition
                || observation instanceof Command command && command.changesState() && !command.repeated();
    }

    /**
     * What a wait cannot go past: the mark that the run left where it gave up this wait, however late that was, what the
     * scenario does not do, or the end of the step in which the run was broken off. Without any it ends before what
     * {@link #isLater}.
     */
    private @Nullable Act endOfWait(long until) {
        @Nullable Act marked = passing.next(observation -> ends(observation, until), Replay::endsStep);
        if (marked != null) {
            return marked;
        }
        boolean last = whyBrokenOff().isPresent() && passing.next(Replay::beginsStep, observation -> false) == null;
        return passing.next(next -> foreign(next) || last && next instanceof Boundary, observation -> false);
    }

    /**
     * What the run did or lost after a wait that it did not make says nothing of that wait; it may be the scenario's next step.
     * Of the rest, some of before may still follow.
     */
    private static boolean isLater(Observation next, long until) {
        boolean lost = next instanceof ChannelEvent event && event.kind() == ChannelEvent.Kind.LOST;
        return next.time() > until && (lost || Act.is(next) || next.time() > until + DISORDER);
    }

    private static boolean ends(Observation observation, long until) {
        return observation instanceof Mark looked && looked.ends(until);
    }

    /** A wait ends within its step. */
    private static boolean endsStep(Observation observation) {
        return observation instanceof Boundary || foreign(observation);
    }

    /** What a scenario does, it does in its own trial and after what it did before. */
    private static boolean endsSending(Observation observation) {
        return beginsTrial(observation) || foreign(observation);
    }

    /** What the threads of a run stamped may come onto its timeline out of order by that. */
    private static final long DISORDER = 2_000_000_000L;

    private Observation pass() {
        Observation passed = pass(UnaryOperator.identity());
        if (passed instanceof Boundary) {
            elsewhere = beginsStep(passed);
        }
        return passed;
    }

    private Observation pass(UnaryOperator<Observation> as) {
        long position = passing.position();
        Observation recorded = passing.pass();
        Observation observation = as.apply(recorded);
        if (observation instanceof Boundary found && found != recorded) {
            annotations.found(position, found);
        }
        if (!(observation instanceof Stall stall && told.remove(stall))) {
            Objects.requireNonNull(timeline).passed(observation);
        }
        now = Math.max(now, observation.time());
        repeated.passed(observation);
        return observation;
    }

    /** The scenario sends a command in each period from now on. */
    public void repeats(String command, long period) {
        repeated.begins(command, period, now);
    }

    /** No longer. */
    public void stopsRepeating(String command) {
        repeated.stops(command, now);
    }

    @Override
    public Observation note(Observation made) {
        Observation noted = find(made).orElseGet(() -> {
            Objects.requireNonNull(timeline)
                    .append(made instanceof Boundary boundary ? new JudgedStep(boundary) : made);
            return made;
        });
        Objects.requireNonNull(timeline).see(noted.time());
        return noted;
    }

    private Optional<Observation> find(Observation made) {
        if (!(made instanceof Boundary || made instanceof Repetition)) {
            repeated.requireSame();
        }
        if (made instanceof CommandSent command) {
            requireGoingOn();
            return Optional.of(command(command));
        }
        if (made instanceof Mark looked) {
            requireGoingOn();
            Optional<Observation> passed =
                    mark != null ? Optional.of(mark) : reach(next -> sameLook(next, looked), Replay::endsStep);
            mark = null;
            return passed;
        }
        if (made instanceof Repetition repetition) {
            if (repetition.begins()) {
                requireGoingOn();
            }
            return repetition(repetition);
        }
        return made instanceof Boundary boundary ? boundary(boundary) : Optional.empty();
    }

    /** Its period is compared when somebody looks. */
    private Optional<Observation> repetition(Repetition wanted) {
        Optional<Observation> found =
                missing == null ? reach(next -> sameRepetition(next, wanted), Replay::endsSending) : Optional.empty();
        if (found.isEmpty() && wanted.begins() && (missing != null || repeated.tells())) {
            throw new RecordingEndedException(
                    whyBrokenOff().orElse(Repeated.missing(wanted.command(), wanted.period())));
        }
        return found;
    }

    private static boolean sameRepetition(Observation next, Repetition made) {
        return next instanceof Repetition recorded
                && recorded.command().equals(made.command())
                && recorded.begins() == made.begins();
    }

    private static boolean sameLook(Observation next, Mark made) {
        return next instanceof Mark looked && looked.until() == made.until();
    }

    /** That it could not be sent is found as well. */
    private Observation command(CommandSent wanted) {
        return reach(
                        observation -> observation instanceof Command command
                                && !command.repeated()
                                && command.command().equals(wanted.command())
                                && command.parameters().equals(wanted.parameters()),
                        Replay::endsSending)
                .orElseThrow(() -> new RecordingEndedException(
                        missing == null ? whyBrokenOff().orElse(notHere(wanted)) : notThere(missing, wanted)));
    }

    private static Text notHere(CommandSent wanted) {
        return new Text("记录中此处没有命令 %s %s", "the recording has no command %s %s here")
                .with(wanted.command(), wanted.parameters());
    }

    private static Text notThere(String scenario, CommandSent wanted) {
        return new Text(
                        "记录中没有场景“%s”，也没有要求、命令和步骤数都与它相同的场景，因此没有它发送的命令 %s %s",
                        "the recording has no scenario \"%s\", nor one with its requirements, commands and number of steps, so it has no command %s %s of it")
                .with(scenario, wanted.command(), wanted.parameters());
    }

    /**
     * A step is found within its trial, a trial anywhere, and a later attempt is a later one of the recording; what is not
     * found was not recorded.
     */
    private Optional<Observation> boundary(Boundary wanted) {
        Predicate<Observation> same = observation -> same(observation, wanted);
        UnaryOperator<Observation> own = recorded -> at(recorded.time(), wanted);
        if (!beginsTrial(wanted)) {
            if (wanted.step().isEmpty()) {
                repeated.leave();
            }
            Optional<Observation> found = step(same, own);
            inRecordedStep = found.isPresent();
            return found;
        }
        interrupted = null;
        repeated.leave();
        Optional<Act> recorded = passing.find(same, begun.merge(wanted.scenario(), 1, Integer::sum));
        missing = recorded.isPresent() ? null : wanted.scenario();
        recorded.filter(act -> act.position() < passing.position()).ifPresent(behind -> rewind());
        Optional<Observation> ahead = recorded.flatMap(
                act -> reach(observation -> observation == act.observation(), observation -> false, own));
        ahead.ifPresent(found -> repeated.enter(found.time()));
        recorded.ifPresent(act -> judgedOn.put(wanted.trial(), ((Boundary) act.observation()).trial()));
        return ahead;
    }

    /**
     * In a trial that was recorded, also behind the safe state to which the harness brought the device where the run was ended
     * in mid-trial: the run saw that, too. That came between two steps or in the one that is found; what another step sent is
     * the scenario's own.
     */
    private Optional<Observation> step(Predicate<Observation> same, UnaryOperator<Observation> own) {
        boolean others = elsewhere && passing.next(this::isSafeState, Boundary.class::isInstance) != null;
        @Nullable
        Act safe = missing != null || others
                ? null
                : passing.next(this::isSafeState, next -> same.test(next) || endsSending(next) || beginsStep(next));
        if (safe == null) {
            return reach(same, Replay::endsSending, own);
        }
        Optional<Observation> found = reach(same, next -> endsSending(next) && !isSafeState(next), own);
        if (found.isPresent()) {
            interrupted = safe.observation();
        }
        return found;
    }

    private static boolean beginsStep(Observation observation) {
        return observation instanceof Boundary boundary && boundary.begins();
    }

    private boolean isSafeState(Observation observation) {
        return observation instanceof CommandSent sent && sent.command().equals(safeState);
    }

    /** Under its own names, so that a record of the replay can be replayed. */
    private static Boundary at(long time, Boundary wanted) {
        return new Boundary(time, wanted.trial(), wanted.scenario(), wanted.step(), wanted.begins());
    }

    /** The steps of a scenario that another stands in for are found by their order. */
    private boolean same(Observation observation, Boundary wanted) {
        @Nullable String standIn = standIns.get(wanted.scenario());
        return observation instanceof Boundary boundary
                && boundary.begins() == wanted.begins()
                && (standIn == null
                        ? boundary.scenario().equals(wanted.scenario())
                                && boundary.step().equals(wanted.step())
                        : boundary.scenario().equals(standIn)
                                && boundary.step().isEmpty() == wanted.step().isEmpty());
    }

    /** A scenario that the recording does not hold may have looked ahead, or the order of scenarios is another one. */
    private void rewind() {
        Objects.requireNonNull(timeline).forget();
        passing.rewind();
        told.clear();
        repeated.rewound();
        now = 0;
    }

    private static boolean beginsTrial(Observation observation) {
        return observation instanceof Boundary boundary && boundary.beginsTrial();
    }

    /** Passes everything up to the first that fits; nothing where one that must not be passed comes before. */
    private Optional<Observation> reach(Predicate<Observation> wanted, Predicate<Observation> barrier) {
        return reach(wanted, barrier, UnaryOperator.identity());
    }

    private Optional<Observation> reach(
            Predicate<Observation> wanted, Predicate<Observation> barrier, UnaryOperator<Observation> as) {
        @Nullable Act found = passing.next(wanted, barrier);
        while (found != null && passing.position() < found.position()) {
            pass();
        }
        if (found == null) {
            return Optional.empty();
        }
        elsewhere &= !(found.observation() instanceof Boundary);
        return Optional.of(pass(as));
    }

    /**
     * When the recorded trial had ended that came right before the first n-th attempt at a scenario, or where none did when
     * that began; empty where nothing was tried so often.
     */
    public OptionalLong endBefore(int attempt) {
        Map<String, Integer> tried = new HashMap<>();
        long ended = -1;
        for (Act act : recording.acts()) {
            if (act.observation() instanceof Boundary boundary && boundary.endsTrial()) {
                ended = boundary.time();
            } else if (act.observation() instanceof Boundary boundary
                    && boundary.beginsTrial()
                    && tried.merge(boundary.scenario(), 1, Integer::sum) == attempt) {
                return OptionalLong.of(ended < 0 ? boundary.time() : ended);
            }
        }
        return OptionalLong.empty();
    }

    /** The id of the recorded trial that one is judged on; empty for one that the recording does not hold. */
    public Optional<String> judgedOn(String trial) {
        return Optional.ofNullable(judgedOn.get(trial));
    }

    /** Takes what the run makes itself, such as a judgement, for {@link #tell}. */
    public void made(Observation observation) {
        annotations.made(passing.position(), observation);
    }

    /**
     * Tells all of the recording once and in its order, with the trials that were judged on it in place of those that it held,
     * and what was made meanwhile.
     */
    public void tell(Consumer<? super Observation> to) {
        annotations.tell(recording, to);
    }

    @Override
    public void close() {
        passing.close();
    }
}
