package org.plumbline.run;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.plumbline.channel.Decoder;
import org.plumbline.channel.Packet;
import org.plumbline.text.Text;
import org.plumbline.timeline.Clock;

/** Commands of one channel to which answers come that say whose they are: see {@link Decoder#isAnswered}. Thread-safe. */
final class Unanswered {

    /** Of those before them nobody will say any more what became of them. */
    private static final int MOST = 64;

    /** How long a step waits for an answer that may come on a slow line, ns. */
    private static final long PATIENCE = 1_000_000_000L;

    /** How long for one to a command that is said to go on, ns. */
    private static final long LONGEST = 10_000_000_000L;

    /** So long after its answer was waited for another one's is none of it, ns. */
    private static final long FORGOTTEN = 5_000_000_000L;

    /** One that went out. */
    static final class Command {

        private final Packet packet;
        private final Sending sending;
        private final long at;
        private volatile long until;
        private volatile long forgotten;
        private int refusedInARow;
        private volatile @Nullable Text refusal;
        private volatile boolean known;
        private volatile boolean lost;

        private Command(Packet packet, Sending sending, long at) {
            this.packet = packet;
            this.sending = sending;
            this.at = at;
            goesOn(at);
        }

        private void goesOn(long now) {
            until = Math.min(now + PATIENCE, at + LONGEST);
            forgotten = now + PATIENCE + FORGOTTEN;
        }

        Sending sending() {
            return sending;
        }

        /** When it went out, in nanoseconds since the run's start. */
        long at() {
            return at;
        }

        /** One beat of a repetition that is refused is not what makes its device stop. */
        private boolean counts() {
            return !sending.repeated() || refusedInARow > 1;
        }

        private boolean isOfStep() {
            return !sending.repeated() && !sending.opens();
        }
    }

    private final Clock clock;
    private final Deque<Command> commands = new ArrayDeque<>();
    private final List<Command> answered = new ArrayList<>();
    private final Map<String, Integer> refused = new HashMap<>();
    private volatile @Nullable Command ofStep;
    private volatile boolean answers;
    private volatile boolean silent;

    Unanswered(Clock clock) {
        this.clock = clock;
    }

    /** Notes one before it goes out: its answer may be there before anything else is done. */
    synchronized void sends(Packet packet, Sending sending, long at, boolean isAnswered) {
        Command command = isAnswered ? new Command(packet, sending, at) : null;
        if (!sending.repeated()) {
            ofStep = command;
        }
        if (command != null) {
            commands.addLast(command);
            if (commands.size() > MOST) {
                commands.removeFirst();
            }
        }
    }

    /** It did not go out. */
    synchronized void withdraw(Packet packet) {
        commands.removeIf(each -> each.packet == packet);
    }

    /** The oldest one of those that are meant is done: the answers come as the commands went. */
    void accepted(Predicate<Packet> meant) {
        meant(meant).stream().findFirst().ifPresent(each -> answered(each, null));
    }

    /**
     * One of those that are meant is not done. Where answers were lost nobody knows which: then all are taken for it that a step
     * sent, and one of what went out by itself only where there is none of these.
     *
     * @return those that count
     */
    List<Command> declined(Predicate<Packet> meant, Text why) {
        List<Command> all = meant(meant);
        List<Command> ofSteps = all.stream().filter(Command::isOfStep).toList();
        return (ofSteps.isEmpty() ? all.stream().limit(1) : ofSteps.stream())
                .filter(each -> answered(each, why) && each.counts())
                .toList();
    }

    private synchronized boolean answered(Command command, @Nullable Text refusal) {
        if (!commands.remove(command)) {
            return false;
        }
        String name = command.sending.command();
        command.refusal = refusal;
        command.refusedInARow = refusal == null ? 0 : refused.getOrDefault(name, 0) + 1;
        refused.put(name, command.refusedInARow);
        answered.add(command);
        return true;
    }

    /** The answer is still to come. */
    void goesOn(Predicate<Packet> meant) {
        long now = clock.now();
        meant(meant).forEach(each -> each.goesOn(now));
        clock.changed();
    }

    /** A codec looks which they are: nobody waits for that. */
    private List<Command> meant(Predicate<Packet> meant) {
        List<Command> those =
                open().stream().filter(each -> meant.test(each.packet)).toList();
        answers |= !those.isEmpty();
        return those;
    }

    private synchronized List<Command> open() {
        commands.removeIf(each -> clock.now() > each.forgotten);
        return List.copyOf(commands);
    }

    /** What was answered is on the timeline: whoever waits for it may go on. */
    synchronized void conclude() {
        if (!answered.isEmpty()) {
            answered.forEach(each -> each.known = true);
            answered.clear();
            clock.changed();
        }
    }

    /** No answer comes to what went out before. */
    synchronized void broken() {
        commands.clear();
        Command last = ofStep;
        if (last != null) {
            last.lost = true;
        }
        ofStep = null;
        clock.changed();
    }

    /**
     * Waits for the answer to what a step sent last, while one may come. A device that has never answered and has let one wait in vain
     * is not waited for, but for what stops it.
     *
     * @return why it is not done; empty where it is, or nobody says
     */
    Optional<Text> awaitFate() {
        Command command = ofStep;
        if (command == null) {
            return Optional.empty();
        }
        if (answers || !silent || command.sending.stops()) {
            long until = 0;
            while (!command.known && !command.lost && until < command.until) {
                long now = command.until;
                until = now;
                clock.await(() -> command.known || command.lost || command.until != now, now);
            }
            silent |= !command.known;
        }
        return command.known ? Optional.ofNullable(command.refusal) : Optional.empty();
    }
}
