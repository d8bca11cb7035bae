package org.plumbline.run;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.plumbline.bench.ChannelSpec;
import org.plumbline.bench.SignalSpec;
import org.plumbline.channel.DecodeSink;
import org.plumbline.channel.Decoder;
import org.plumbline.channel.FrameError;
import org.plumbline.channel.LateAnswer;
import org.plumbline.channel.Packet;
import org.plumbline.channel.Poller;
import org.plumbline.channel.Value;
import org.plumbline.quantity.Quantity;
import org.plumbline.text.Text;

/**
 * Asks what a channel's {@code poll} says, whatever its codec is. A question is answered by the first frame that comes, or, where
 * signals say that they answer it, by a frame with one of these. Anything else may come as well.
 */
final class Questions implements Poller {

    /** A command goes on the wire before the next is made. */
    private static final long SENDING = 1_000_000L;

    /** The plan leaves a command so long for an answer, of which nobody knows whether it comes. */
    private static final long TURNAROUND = 100_000_000L;

    private static final Text NO_ANSWER = new Text("%s: %s ms 内无应答", "%s: no answer in %s ms");

    private static final Text NO_VALUE = new Text("%s: %s ms 内无带值的应答", "%s: no answer with a value in %s ms");

    private static final Text NOT_ASKED = new Text("没有待答的询问与之对应", "nothing was asked that it answers");

    private final List<String> names;
    private final List<Supplier<Packet>> packets;
    private final Map<String, String> answerTo = new HashMap<>();
    private final long period;
    private final long patience;
    private final Decoder decoder;
    private int turn;
    private long roundAt;
    private @Nullable Packet planned;
    private String asking = "";
    private @Nullable String waiting;
    private long freeAt;
    private boolean yielded;
    private long yieldsUntil;
    private long quietUntil;
    private @Nullable LateAnswer late;
    private @Nullable String askedInQuiet;

    /**
     * @param signals those on the channel
     * @param packets the questions as they are now, in the order of {@link ChannelSpec#poll}
     * @param decoder of the channel's codec
     */
    Questions(ChannelSpec channel, List<SignalSpec> signals, List<Supplier<Packet>> packets, Decoder decoder) {
        this.names = channel.poll();
        this.packets = packets;
        this.period = channel.pollPeriod();
        this.patience = channel.pollTimeout();
        this.decoder = decoder;
        signals.forEach(signal -> signal.answerTo().ifPresent(question -> answerTo.put(signal.name(), question)));
    }

    @Override
    public long freeAt() {
        return freeAt;
    }

    @Override
    public long dueAt() {
        return Math.max(turn == 0 ? roundAt : 0, Math.max(yieldsUntil, quietUntil()));
    }

    private long quietUntil() {
        LateAnswer owed = late;
        return owed == null ? quietUntil : Math.max(quietUntil, owed.quietUntil());
    }

    /** A round that took longer than its period is not made up for. */
    @Override
    public Optional<Packet> next(long time) {
        if (turn == 0) {
            roundAt = (roundAt + period > time ? roundAt : time) + period;
        }
        Packet packet = packets.get(turn).get();
        planned = packet;
        asking = names.get(turn);
        turn = (turn + 1) % names.size();
        return Optional.of(packet);
    }

    /** What goes out next is that command: where the plan asks it, too, its answer is awaited likewise. */
    void named(long time, Packet question, String command) {
        if (names.contains(command) && time >= quietUntil()) {
            planned = question;
            asking = command;
        }
        if (names.contains(command) && planned != question) {
            askedInQuiet = command;
        }
    }

    /** Between two questions the plan gives way to one command: those of a repetition would hold it up for ever. */
    @Override
    public Packet ask(long time, Packet question) {
        boolean ofPlan = question == planned;
        if (ofPlan) {
            askedInQuiet = null;
        }
        if (late != null && late.isSettled(time)) {
            late = null;
        }
        planned = null;
        waiting = ofPlan ? asking : null;
        freeAt = time + (ofPlan ? patience : SENDING);
        if (!ofPlan && !yielded) {
            yieldsUntil = time + Math.min(TURNAROUND, patience);
        }
        yielded = !ofPlan;
        return question;
    }

    /** An answer that may be taken for that of another question must not meet it when it is late: none is asked as long again. */
    @Override
    public void expire(long time, DecodeSink sink) {
        String missed = waiting;
        if (missed == null || time < freeAt) {
            return;
        }
        waiting = null;
        sink.error(
                FrameError.TIMEOUT,
                (answerTo.containsValue(missed) ? NO_VALUE : NO_ANSWER).with(missed, Quantity.plain(patience / 1e6)));
        freeAt = time;
        quietUntil = time + (answerTo.containsValue(missed) ? patience : 0);
        if (names.size() > 1 && answerTo.containsValue(missed)) {
            late = new LateAnswer(time, patience);
        }
    }

    /** Whether a fault is that of something that came. */
    static boolean mayBeLate(FrameError kind) {
        return kind != FrameError.TIMEOUT;
    }

    @Override
    public boolean awaitsAnswer() {
        return waiting != null;
    }

    @Override
    public void decode(long time, Packet packet, DecodeSink sink) {
        Answers answers = new Answers(time, sink);
        decoder.decode(time, packet, answers);
        answers.end();
    }

    /** What went out before the loss was perhaps not heard: nobody says that an answer is missing. */
    @Override
    public void broken(long time, DecodeSink sink) {
        Answers answers = new Answers(time, sink);
        decoder.broken(time, answers);
        answers.end();
        waiting = null;
        freeAt = time;
        quietUntil = time;
    }

    @Override
    public OptionalLong holdsBackSince() {
        return decoder.holdsBackSince();
    }

    @Override
    public Optional<String> kind(Packet frame) {
        return decoder.kind(frame);
    }

    @Override
    public boolean isAnswered(Packet command) {
        return decoder.isAnswered(command);
    }

    /** Passes frames on, without samples that are the answer to another question than the one that waits. */
    private final class Answers implements DecodeSink {

        private final long now;
        private final DecodeSink to;
        private boolean answered;
        private boolean empty;
        private boolean taken;
        private boolean left;
        private boolean valued;
        /** It may be the answer to what a step asked meanwhile, or the late one. */
        private boolean ofStep;

        Answers(long now, DecodeSink to) {
            this.now = now;
            this.to = to;
        }

        /** One frame holds the samples of several signals. */
        void end() {
            if (left && !taken && !ofStep) {
                to.error(FrameError.SYNTAX, NOT_ASKED);
            }
            LateAnswer owed = late;
            if (owed != null && valued) {
                owed.answered(now);
            } else if (owed != null && (left || answered || empty)) {
                owed.heard(now);
            }
            if (answered || empty && !left) {
                waiting = null;
                freeAt = now;
            }
            answered = false;
            empty = false;
            taken = false;
            left = false;
            valued = false;
            ofStep = false;
        }

        private void heard(FrameError kind) {
            if (late != null && mayBeLate(kind)) {
                late.heard(now);
            }
        }

        private boolean takes(SignalSpec signal) {
            String question = answerTo.get(signal.name());
            boolean takes = question == null || question.equals(waiting);
            answered |= takes && question != null;
            taken |= takes;
            left |= !takes;
            ofStep |= question != null && question.equals(askedInQuiet);
            return takes;
        }

        @Override
        public void frame(long time, Packet frame) {
            end();
            to.frame(time, frame);
            yieldsUntil = Math.min(yieldsUntil, now);
            answered = waiting != null && !answerTo.containsValue(waiting);
        }

        @Override
        public void sample(SignalSpec signal, Value value) {
            if (takes(signal)) {
                valued |= answerTo.containsKey(signal.name());
                to.sample(signal, value);
            }
        }

        @Override
        public void unreadable(SignalSpec signal, Text detail) {
            if (takes(signal)) {
                to.unreadable(signal, detail);
            }
        }

        @Override
        public void absent(SignalSpec signal) {
            empty |= waiting != null && waiting.equals(answerTo.get(signal.name()));
            to.absent(signal);
        }

        @Override
        public void error(FrameError kind, Text detail) {
            heard(kind);
            to.error(kind, detail);
        }

        @Override
        public void refused(FrameError kind, Text detail) {
            heard(kind);
            to.refused(kind, detail);
        }

        @Override
        public void declined(Text why) {
            if (waiting == null) {
                to.declined(why);
            }
        }

        @Override
        public void declined(Predicate<Packet> command, Text why) {
            to.declined(command, why);
        }

        @Override
        public void accepted(Predicate<Packet> command) {
            to.accepted(command);
        }

        @Override
        public void goesOn(Predicate<Packet> command) {
            to.goesOn(command);
        }
    }
}
