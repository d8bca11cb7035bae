package org.plumbline.run;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
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
        private int refusedInARow;
        private volatile @Nullable Text refusal;
        private volatile boolean known;

        private Command(Packet packet, Sending sending, long at) {
            this.packet = packet;
            this.sending = sending;
            this.at = at;
            this.until = at + PATIENCE;
        }

        Sending sending() {
            return sending;
        }

        /** When it went out, in nanoseconds since the run's start. */
        long at() {
            return at;
        }

        /** One beat of a repetition that is refused is not what makes its device stop. */
        boolean counts() {
            return !sending.repeated() || refusedInARow > 1;
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

    /**
     * The oldest one of those that is meant by an answer; from then on it is answered.
     *
     * @param refusal why it is not done; null where it is
     */
    synchronized Optional<Command> answered(Predicate<Packet> meant, @Nullable Text refusal) {
        Optional<Command> command = meant(meant);
        command.ifPresent(each -> {
            commands.remove(each);
            each.refusal = refusal;
            each.refusedInARow = refusal == null ? 0 : refused.getOrDefault(each.sending.command(), 0) + 1;
            refused.put(each.sending.command(), each.refusedInARow);
            answered.add(each);
        });
        return command;
    }

    /** Its answer is still to come. */
    synchronized void goesOn(Predicate<Packet> meant) {
        meant(meant).ifPresent(each -> {
            each.until = Math.min(clock.now() + PATIENCE, each.at + LONGEST);
            clock.changed();
        });
    }

    private Optional<Command> meant(Predicate<Packet> meant) {
        commands.removeIf(each -> clock.now() - each.until > FORGOTTEN);
        Optional<Command> command =
                commands.stream().filter(each -> meant.test(each.packet)).findFirst();
        answers |= command.isPresent();
        return command;
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
    }

    /**
     * Waits for the answer to what a step sent last. A device that has never answered and has let one wait in vain is not waited for,
     * but for what stops it.
     *
     * @param ends whether none can come any more
     * @return why it is not done; empty where it is, or nobody says
     */
    Optional<Text> awaitFate(BooleanSupplier ends) {
        Command command = ofStep;
        if (command == null) {
            return Optional.empty();
        }
        if (answers || !silent || command.sending.stops()) {
            long until = 0;
            while (!command.known && !ends.getAsBoolean() && until < command.until) {
                long now = command.until;
                until = now;
                clock.await(() -> command.known || ends.getAsBoolean() || command.until != now, now);
            }
            silent |= !command.known;
        }
        return command.known ? Optional.ofNullable(command.refusal) : Optional.empty();
    }
}
