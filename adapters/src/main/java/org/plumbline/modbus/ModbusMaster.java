package org.plumbline.modbus;

import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.plumbline.channel.DecodeSink;
import org.plumbline.channel.FrameError;
import org.plumbline.channel.LateAnswer;
import org.plumbline.channel.Packet;
import org.plumbline.channel.Poller;
import org.plumbline.framing.FaultWords;
import org.plumbline.text.Text;

/** Asks one question at a time and reads its answer; what is no answer is kept as a frame and counted. */
final class ModbusMaster implements Poller {

    /** How long a broadcast is left to the units before the next question (Modbus over Serial Line V1.02, 2.4.1). */
    private static final long TURNAROUND = 100_000_000L;

    private static final Text NO_ANSWER = new Text("%s 在 %d ms 内无应答", "%s: no answer in %d ms");
    private static final Text OF_COMMAND = new Text("（命令）", " (command)");
    private static final Text LATE = new Text(": 先前询问的应答迟到", ": a late answer to a question before");
    private static final Text BROKEN = new Text("应答之前通道中断", "the channel broke before an answer");

    private final Framing framing;
    private final PollPlan plan;
    private final Answers answers;
    private final long silence;
    private final long patience;
    private final WireTime line;
    private final boolean echoes;
    private final Echo echo = new Echo();
    private final Map<Integer, LateAnswer> late = new HashMap<>();
    private final Map<Integer, Set<Question>> owed = new HashMap<>();
    private byte[] heard = {};
    private @Nullable Question waiting;
    private byte[] asked = {};
    private long freeAt;

    /**
     * @param plan what it asks by itself
     * @param silence between the last byte and the next question, nanoseconds
     * @param patience with an answer, nanoseconds, besides the time that it and its question are on the line
     * @param echoes whether what is sent comes back before the answer
     */
    ModbusMaster(
            Framing framing,
            List<ModbusPoint> points,
            PollPlan plan,
            long silence,
            long patience,
            WireTime line,
            boolean echoes) {
        this.framing = framing;
        this.plan = plan;
        this.answers = new Answers(points);
        this.silence = silence;
        this.patience = patience;
        this.line = line;
        this.echoes = echoes;
    }

    @Override
    public long freeAt() {
        return freeAt;
    }

    @Override
    public long dueAt() {
        return plan.dueAt(this::quietUntil); // commands do not wait for that
    }

    /** An answer says which unit gives it: the others are asked meanwhile. */
    private long quietUntil(int unit) {
        LateAnswer owed = late.get(unit);
        return owed == null ? 0 : owed.quietUntil();
    }

    @Override
    public long longestPeriod() {
        return plan.longestPeriod();
    }

    @Override
    public Optional<Packet> next(long time) {
        return plan.next(time, this::quietUntil)
                .map(question -> Packet.of(framing.wrap(question.unit(), question.pdu())));
    }

    @Override
    public Packet ask(long time, Packet question) {
        late.values().removeIf(each -> each.isSettled(time));
        byte[] frame = framing.sent(question.payload());
        asked = framing.pdu(frame);
        Question asking = Question.of(framing.unit(frame), asked);
        boolean toAll = framing.broadcasts() && asking.unit() == 0;
        waiting = toAll ? null : asking;
        long sent = time + line.nanos(frame.length);
        int answer = frame.length - asked.length + asking.answerLength();
        freeAt = sent + (toAll ? TURNAROUND : patience + line.nanos(answer));
        if (echoes) {
            echo.expect(frame);
        }
        return Packet.of(frame);
    }

    /** Where answers bear no number, one that comes late must not meet the next question: the line stays quiet as long again. */
    @Override
    public void expire(long time, DecodeSink sink) {
        Question missed = waiting;
        if (missed == null || time < freeAt) {
            return;
        }
        if (heard.length > 0) {
            sink.declined(ExceptionCodes.UNREADABLE);
        } else if (!Question.isToFallSilent(asked)) {
            sink.declined(
                    NO_ANSWER.with(new Text("单元 " + missed.unit(), "unit " + missed.unit()), patience / 1_000_000));
        }
        if (heard.length == 0) {
            sink.error(FrameError.TIMEOUT, NO_ANSWER.with(named(missed), patience / 1_000_000));
        } else {
            sink.frame(time, Packet.of(heard));
            sink.error(FrameError.LENGTH, named(missed).and(new Text(": 应答不完整", ": the answer is cut short")));
            heard = new byte[0];
        }
        if (!framing.numbers() && plan.mayMix(missed)) {
            late.put(missed.unit(), new LateAnswer(time, patience)); // a few bytes may have been noise
        }
        if (!framing.numbers() && Question.reads(missed.function())) {
            owed.computeIfAbsent(missed.unit(), unit -> new LinkedHashSet<>()).add(missed);
        }
        abandon(time);
    }

    private Text named(Question question) {
        boolean reads = Question.polls(question.function());
        return reads && !plan.questions().contains(question) ? question.named().and(OF_COMMAND) : question.named();
    }

    /**
     * Whether a fault says that a question had no answer, or none to its end, which may be taken for that to another one.
     *
     * @param question of the plan, to the same unit and with the same function
     * @param alike whether there are others that are answered in the same form
     */
    static boolean isMissed(Question question, boolean alike, FrameError kind, Text detail) {
        String named = question.named().en();
        boolean missed = kind == FrameError.TIMEOUT || kind == FrameError.LENGTH;
        return missed
                && (detail.en().startsWith(named + OF_COMMAND.en() + ":")
                        || alike && detail.en().startsWith(named + ":"));
    }

    /** Whether a fault is that of something that came; the others are those of an answer that was waited for, or of none. */
    static boolean mayBeLate(FrameError kind) {
        return kind != FrameError.TIMEOUT && kind != FrameError.EXCEPTION && kind != FrameError.VALUE;
    }

    private void abandon(long time) {
        answered(time);
        if (!framing.numbers()) {
            freeAt = time + patience;
        }
    }

    /** What went out before the loss was perhaps not heard: nobody says that an answer is missing. */
    @Override
    public void broken(long time, DecodeSink sink) {
        owed.clear();
        if (heard.length > 0) {
            sink.frame(time, take(heard.length));
            sink.error(FrameError.SYNTAX, FaultWords.CUT_OFF);
        }
        if (waiting != null) {
            sink.declined(BROKEN);
            abandon(time);
        }
    }

    @Override
    public Optional<String> kind(Packet frame) {
        return framing.kind(frame.payload());
    }

    @Override
    public boolean awaitsAnswer() {
        return waiting != null;
    }

    private void answered(long time) {
        echo.forget();
        waiting = null;
        freeAt = time + silence;
    }

    @Override
    public void decode(long time, Packet packet, DecodeSink sink) {
        byte[] bytes = packet.payload();
        heard = Arrays.copyOf(heard, heard.length + bytes.length);
        System.arraycopy(bytes, 0, heard, heard.length - bytes.length, bytes.length);
        while (heard.length > 0 && part(time, sink)) {
            // as long as there is a whole part
        }
    }

    private boolean part(long time, DecodeSink sink) {
        Question question = waiting;
        if (echo.isExpected()) {
            int before = echo.at(heard);
            if (before + echo.length() <= heard.length) {
                echoed(time, before, sink);
                return true;
            }
            // what is written or tried out is accepted by the same bytes: only what follows the copy can be that
            boolean ambiguous = question != null && !Question.reads(question.function());
            if (before == 0 || ambiguous) {
                return false;
            }
        }
        if (question == null) {
            sink.frame(time, take(heard.length));
            sink.error(FrameError.SYNTAX, new Text("没有询问", "nothing was asked"));
            late.values().forEach(each -> each.heard(time));
            freeAt = Math.max(freeAt, time + silence);
            return true;
        }
        Framing.Part part = framing.first(heard, question);
        if (part instanceof Framing.Part.Answer answer) {
            Packet frame = take(answer.length());
            if (isLate(question, framing.pdu(frame.payload()))) {
                sink.frame(time, frame);
                sink.error(FrameError.SYNTAX, question.named().and(LATE));
                late.values().forEach(each -> each.heard(time));
                return true;
            }
            answered(time);
            sink.frame(time, frame);
            boolean told = answers.read(question, asked, framing.pdu(frame.payload()), sink);
            LateAnswer owed = late.get(question.unit());
            if (owed != null && told && plan.questions().contains(question)) {
                owed.answered(time);
            }
        } else if (part instanceof Framing.Part.Fault fault) {
            sink.frame(time, take(fault.length()));
            sink.error(fault.kind(), fault.detail());
            late.values().forEach(each -> each.heard(time));
            if (fault.ends()) {
                sink.declined(ExceptionCodes.UNREADABLE);
                answered(time);
            }
        }
        return !(part instanceof Framing.Part.Unfinished);
    }

    /**
     * Whether an answer is that to a question which was given up: of the length of that one, and not of the one that waits. A unit
     * answers one question after the other, so that it owes none from before what it has answered.
     */
    private boolean isLate(Question question, byte[] pdu) {
        boolean fits = !Question.reads(question.function())
                || (pdu[0] & Question.REFUSED) != 0
                || pdu.length == question.answerLength();
        Optional<Question> late = owed.getOrDefault(question.unit(), Set.of()).stream()
                .filter(each -> !fits && each.function() == question.function() && pdu.length == each.answerLength())
                .findFirst();
        if (late.isEmpty()) {
            owed.remove(question.unit());
        }
        late.ifPresent(each -> owed.get(question.unit()).remove(each));
        return late.isPresent();
    }

    private void echoed(long time, int before, DecodeSink sink) {
        if (before > 0) {
            sink.frame(time, take(before));
            sink.error(FrameError.SYNTAX, new Text("回显之前有别的字节", "bytes before the echo"));
        }
        sink.frame(time, take(echo.length()));
        echo.forget();
    }

    private Packet take(int length) {
        Packet taken = Packet.of(Arrays.copyOf(heard, length));
        heard = Arrays.copyOfRange(heard, length, heard.length);
        return taken;
    }
}
