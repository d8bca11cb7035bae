package org.plumbline.run;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
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

    /** One that went out. */
    static final class Command {

        private final Packet packet;
        private final Sending sending;
        private final long at;
        private volatile @Nullable Text refusal;
        private volatile boolean known;

        private Command(Packet packet, Sending sending, long at) {
            this.packet = packet;
            this.sending = sending;
            this.at = at;
        }

        Sending sending() {
            return sending;
        }

        /** When it went out, in nanoseconds since the run's start. */
        long at() {
            return at;
        }
    }

    private final Clock clock;
    private final Deque<Command> commands = new ArrayDeque<>();
    private final List<Command> answered = new ArrayList<>();
    private volatile @Nullable Command ofStep;
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
            commands.addFirst(command);
            if (commands.size() > MOST) {
                commands.removeLast();
            }
        }
    }

    /**
     * The newest one of those that is meant by an answer; from then on it is answered.
     *
     * @param refusal why it is not done; null where it is
     */
    synchronized Optional<Command> answered(Predicate<Packet> meant, @Nullable Text refusal) {
        Optional<Command> command =
                commands.stream().filter(each -> meant.test(each.packet)).findFirst();
        command.ifPresent(each -> {
            commands.remove(each);
            each.refusal = refusal;
            answered.add(each);
        });
        return command;
    }

    /** What was answered is on the timeline: whoever waits for it may go on. */
    synchronized void conclude() {
        if (!answered.isEmpty()) {
            answered.forEach(each -> each.known = true);
            answered.clear();
            silent = false;
            clock.changed();
        }
    }

    /**
     * Waits for the answer to what a step sent last; a device that has let one wait in vain is not waited for until it answers.
     *
     * @param ends whether none can come any more
     * @return why it is not done; empty where it is, or nobody says
     */
    Optional<Text> awaitFate(BooleanSupplier ends) {
        Command command = ofStep;
        if (command == null) {
            return Optional.empty();
        }
        long patience = silent ? 0 : PATIENCE;
        if (!clock.await(() -> command.known || ends.getAsBoolean(), command.at + patience)) {
            silent = true;
        }
        return command.known ? Optional.ofNullable(command.refusal) : Optional.empty();
    }
}
