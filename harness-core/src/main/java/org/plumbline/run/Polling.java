package org.plumbline.run;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.plumbline.channel.Packet;
import org.plumbline.channel.Poller;
import org.plumbline.error.BenchException;
import org.plumbline.text.Text;
import org.plumbline.timeline.Clock;
import org.plumbline.timeline.InterruptedRunException;
import org.plumbline.timeline.Observation;

/** Lets a poller ask on its channel: by its plan, and commands in between, which go first. Thread-safe. */
final class Polling {

    /** Longer than answers take: then a command goes out on a line that is not free. */
    private static final long LONGEST = TimeUnit.SECONDS.toNanos(10);

    /** Whoever sends from within the recorder must not wait for one who records. */
    private static final long LOCK_SECONDS = 1;

    private static final Text UNKNOWN = new Text("未等到应答", "its answer was not waited for");

    /** What became of a command. */
    private static final class Fate {
        private final Sending sending;
        private volatile boolean known;
        private volatile @Nullable Text declined;

        Fate(Sending sending) {
            this.sending = sending;
        }
    }

    private final ChannelPump pump;
    private final Clock clock;
    private final Poller poller;
    private final ReentrantLock lock = new ReentrantLock();
    private final AtomicInteger commands = new AtomicInteger();
    private volatile boolean paused = true;
    private volatile long freeAt;
    private @Nullable Fate waiting;
    private volatile @Nullable Fate ofStep;
    private final Map<String, Integer> missed = new HashMap<>();
    private Clock.@Nullable Cancellation next;

    Polling(ChannelPump pump, Clock clock, Poller poller) {
        this.pump = pump;
        this.clock = clock;
        this.poller = poller;
    }

    /** Whoever has the lock settles, too. */
    void start() {
        paused = false;
        goOn();
    }

    /** Takes no lock: a thread that cannot write may hold up nobody who tells of it. */
    void pause() {
        paused = true;
    }

    /**
     * What is sent on opening was not refused by a device that did not hear it.
     *
     * @return false where somebody else holds this up
     */
    boolean broken() {
        pause();
        boolean locked = locked();
        if (locked) {
            try {
                Fate fate = waiting;
                pump.breakOff();
                if (fate != null && fate.sending.opens()) {
                    waiting = null;
                    fate.known = true;
                    clock.changed();
                }
                conclude();
                freeAt = poller.freeAt();
            } finally {
                lock.unlock();
            }
        }
        return locked;
    }

    void received(long time, Packet packet) {
        lock.lock();
        try {
            pump.decode(time, packet);
            conclude();
            settle();
        } finally {
            lock.unlock();
        }
    }

    /**
     * Encodes it once it is its turn; returns what went out.
     *
     * @throws InterruptedRunException where the run was interrupted meanwhile, unless it is what {@link Sending#ends ends} it
     */
    Observation.Frame send(Supplier<Packet> command, Sending sending) {
        try {
            return pump.transmit(inTurn(command, sending), sending);
        } finally {
            goOn(); // the plan waited while this had its turn
        }
    }

    private Packet inTurn(Supplier<Packet> command, Sending sending) {
        commands.incrementAndGet();
        try {
            return asked(command, sending);
        } finally {
            commands.decrementAndGet();
        }
    }

    private void goOn() {
        if (locked()) {
            try {
                settle();
            } finally {
                lock.unlock();
            }
        }
    }

    private Packet asked(Supplier<Packet> command, Sending sending) {
        long end = clock.now() + LONGEST;
        boolean goesOn = awaitTurn(end, sending);
        for (; locked(); goesOn = awaitTurn(end, sending)) {
            try {
                if (!sending.stops()) {
                    expire(clock.now());
                }
                if (!goesOn || clock.now() >= poller.freeAt() || clock.now() >= end) {
                    Packet question = command.get(); // which may take its time
                    long now = clock.now();
                    if (poller instanceof Questions questions) {
                        questions.named(now, question, sending.command());
                    }
                    Packet asked = poller.ask(now, question);
                    await(new Fate(sending));
                    settle();
                    return asked;
                }
                freeAt = poller.freeAt();
            } finally {
                lock.unlock();
            }
        }
        ofStep = sending.repeated() ? ofStep : new Fate(sending);
        return command.get();
    }

    private void await(Fate fate) {
        Fate before = waiting;
        if (before != null && !fate.sending.stops()) {
            before.declined = UNKNOWN;
            end(before);
        }
        waiting = fate;
        if (!fate.sending.repeated()) {
            ofStep = fate;
        }
        conclude();
    }

    /** What the question that went out last is said to have come to; under the lock. */
    void declined(Text why) {
        Fate fate = waiting;
        if (fate != null) {
            fate.declined = why;
        }
    }

    /** Who asks next may come before the tick that would do it, and a repetition holds that tick up. */
    private void expire(long now) {
        pump.expire(now, poller);
        conclude();
    }

    /** One beat of a repetition that is lost on the line is not what makes its device stop. */
    private void conclude() {
        Fate fate = waiting;
        if (fate == null || poller.awaitsAnswer()) {
            return;
        }
        waiting = null;
        end(fate);
    }

    private void end(Fate fate) {
        Text why = fate.declined;
        Sending sending = fate.sending;
        int inARow = why == null ? 0 : missed.getOrDefault(sending.command(), 0) + 1;
        if (sending.repeated()) {
            missed.put(sending.command(), inARow);
        }
        if (why != null && (!sending.repeated() || inARow > 1)) {
            pump.noteDeclined(why, sending);
        }
        fate.known = true;
        clock.changed();
    }

    /**
     * Waits until it is known what became of the command that a step sent last.
     *
     * @return why it is not done; empty where the answer says that it is
     * @throws InterruptedRunException where the run was interrupted meanwhile
     */
    Optional<Text> awaitFate() {
        return awaitFate(() -> paused);
    }

    /**
     * The same.
     *
     * @param ends whether it cannot be known any more
     */
    Optional<Text> awaitFate(BooleanSupplier ends) {
        Fate fate = ofStep;
        if (fate == null) {
            return Optional.empty();
        }
        clock.await(() -> fate.known || ends.getAsBoolean(), freeAt + TimeUnit.SECONDS.toNanos(LOCK_SECONDS));
        return fate.known ? Optional.ofNullable(fate.declined) : Optional.of(UNKNOWN);
    }

    /** Until the line is free, in a run that has ended, too; bounded. */
    void awaitFreeLine() {
        if (awaitFreeEvenAtTheEnd(clock.now() + LONGEST)) {
            return;
        }
        boolean interrupted = Thread.interrupted();
        long left = Math.min(freeAt - clock.now(), LONGEST);
        while (left > 0) {
            long before = clock.now();
            LockSupport.parkNanos(left);
            interrupted |= Thread.interrupted();
            long passed = clock.now() - before;
            left = passed > 0 ? left - passed : 0; // virtual time stands still once it has ended
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** Where the run has ended meanwhile, what a step sends does not go out; what stops the device does, at once. */
    private boolean awaitTurn(long end, Sending sending) {
        if (sending.ends()) {
            return awaitFreeEvenAtTheEnd(end);
        }
        awaitFree(end);
        return true;
    }

    /** False where the run has ended meanwhile. */
    private boolean awaitFreeEvenAtTheEnd(long end) {
        try {
            awaitFree(end);
            return true;
        } catch (RuntimeException e) {
            return false;
        }
    }

    private void awaitFree(long end) {
        while (clock.now() < Math.min(freeAt, end)) {
            long until = freeAt;
            clock.await(() -> freeAt != until, Math.min(until, end));
        }
    }

    private boolean locked() {
        try {
            return lock.tryLock(pump.givenUp() ? 0 : LOCK_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private void tick() {
        try {
            question().ifPresent(pump::ask);
        } catch (BenchException e) {
            if (!paused) { // otherwise it is told already, or the channel is closed
                pump.breaks(e.words());
            }
        } catch (RuntimeException | Error e) {
            pump.failed(e); // the clock would only log it, and nobody would be asked any more
        }
    }

    private Optional<Packet> question() {
        lock.lock();
        try {
            long now = clock.now();
            expire(now);
            boolean may = !paused && commands.get() == 0 && now >= Math.max(poller.freeAt(), poller.dueAt());
            Optional<Packet> question = may ? poller.next(now).map(due -> poller.ask(now, due)) : Optional.empty();
            settle();
            return question;
        } finally {
            lock.unlock();
        }
    }

    private void settle() {
        freeAt = poller.freeAt();
        clock.changed();
        if (next != null) {
            next.cancel();
        }
        // a command that waits for its turn settles after it
        long wake = clock.now() < freeAt ? freeAt : poller.dueAt();
        boolean mayWake = clock.now() < freeAt ? waiting != null || !paused : commands.get() == 0 && !paused;
        if (mayWake && wake < Long.MAX_VALUE) {
            next = clock.schedule(wake, this::tick);
        }
    }
}
