package org.plumbline.modbus;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.plumbline.channel.DecodeSink;
import org.plumbline.channel.Decoder;
import org.plumbline.channel.FrameError;
import org.plumbline.channel.Packet;
import org.plumbline.framing.Arrivals;
import org.plumbline.quantity.Quantity;
import org.plumbline.text.Text;

/**
 * Hears a bus on which another one is the master: its questions and the units' answers come on the same line. Frames are
 * found by their length and CRC; what is none is kept as a frame and counted. Sends nothing.
 */
final class ModbusListener implements Decoder {

    private static final Text NEITHER = new Text("既不是询问也不是应答", "no question and no answer");

    private final RtuFraming framing = new RtuFraming();
    private final Answers answers;
    private final Arrivals arrivals = new Arrivals();
    private final long patience;
    private final WireTime line;
    private byte[] heard = {};
    private @Nullable Question waiting;
    private byte[] asked = {};
    private long askedAt;

    /** @param patience of the master with the beginning of an answer, nanoseconds */
    ModbusListener(List<ModbusPoint> points, long patience, WireTime line) {
        this.answers = new Answers(points);
        this.patience = patience;
        this.line = line;
    }

    @Override
    public void decode(long time, Packet packet, DecodeSink sink) {
        byte[] bytes = packet.payload();
        heard = Arrays.copyOf(heard, heard.length + bytes.length);
        System.arraycopy(bytes, 0, heard, heard.length - bytes.length, bytes.length);
        arrivals.add(time, bytes.length);
        while (frame(false, sink) || overflow(sink)) {
            // as long as there is a whole one, or more than the longest
        }
    }

    @Override
    public OptionalLong holdsBackSince() {
        if (!isToCome()) {
            return OptionalLong.empty(); // then a frame anywhere has been taken
        }
        int unknownFrom = RtuFraming.unknownFrom(heard);
        for (int at = 1; at < heard.length; at++) {
            int length = whole(at, unknownFrom);
            if (length > 0 && stands(at, length, unknownFrom)) {
                return OptionalLong.of(arrivals.of(at + length));
            }
        }
        return OptionalLong.empty();
    }

    @Override
    public void broken(long time, DecodeSink sink) {
        while (frame(true, sink)) {
            // as long as there is a whole one, be it behind one that is cut off now
        }
        junk(heard.length, sink);
        waiting = null;
    }

    @Override
    public Optional<String> kind(Packet frame) {
        return framing.kind(frame.payload());
    }

    /**
     * Takes the first whole frame, or what stands before it: a question there tells whether that is its answer.
     *
     * @param ended whether the rest of what stands in front comes no more
     */
    private boolean frame(boolean ended, DecodeSink sink) {
        int unknownFrom = RtuFraming.unknownFrom(heard);
        int end = ended || !isToCome() ? heard.length : Math.min(1, heard.length);
        int at = 0;
        while (at < end && whole(at, unknownFrom) == 0) {
            at++;
        }
        if (at == end) {
            return false;
        } else if (at > 0) {
            junk(at, sink);
        } else {
            front(unknownFrom, sink);
        }
        return true;
    }

    /** Takes the whole frame in front. */
    private void front(int unknownFrom, DecodeSink sink) {
        int answer = answer(0, unknownFrom);
        int question = RtuFraming.isUnknown(heard, 0) ? answer : holding(RtuFraming.questionLength(heard, 0), 0);
        boolean answers = answer > 0 && (question == 0 || isAnswer(answer));
        take(answers ? answer : question, answers, sink);
    }

    /** Whether a frame in front is the answer; after the time-out the master asks again, by the same bytes perhaps. */
    private boolean isAnswer(int length) {
        return isAnswer(heard, length, arrivals.of(length));
    }

    private boolean isAnswer(byte[] bytes, int length, long time) {
        return RtuFraming.answers(bytes, 0, waiting) && time - askedAt < patience + line.nanos(length);
    }

    private boolean overflow(DecodeSink sink) {
        int excess = heard.length - RtuFraming.LONGEST;
        if (excess <= 0) {
            return false;
        }
        int frame = unknown(RtuFraming.LONGEST);
        junk(frame > 0 ? frame : excess, sink);
        return true;
    }

    /** Whether the rest of the question or the answer has to come before anything else can. */
    private boolean isToCome() {
        return RtuFraming.asks(heard) || RtuFraming.begins(heard, waiting) && !RtuFraming.isUnknown(heard, 0);
    }

    private void take(int length, boolean answers, DecodeSink sink) {
        long time = arrivals.of(length);
        byte[] frame = take(length, sink);
        if (answers) {
            answered(time, frame, sink);
        } else {
            asked(time, frame, sink);
        }
    }

    /** The length of the answer there, or of whatever it is where that is not known; 0 where it is none. */
    private int answer(int at, int unknownFrom) {
        return at < unknownFrom && RtuFraming.isUnknown(heard, at) ? 0 : holding(RtuFraming.length(heard, at), at);
    }

    /** The length of the answer or the question there; 0 where there is none. */
    private int whole(int at, int unknownFrom) {
        int answer = answer(at, unknownFrom);
        return answer > 0 ? answer : holding(RtuFraming.questionLength(heard, at), at);
    }

    /** Whether a read began with the frame there, or another one follows: else it may be data of what is still to come. */
    private boolean stands(int at, int length, int unknownFrom) {
        return arrivals.of(at) < arrivals.of(at + 1) || whole(at + length, unknownFrom) > 0;
    }

    /** The length, where the CRC there holds; else 0. */
    private int holding(int length, int at) {
        return length > 0 && Crc16.holds(heard, at, at + length) ? length : 0;
    }

    private void junk(int length, DecodeSink sink) {
        int left = length;
        for (int frame = unknown(left); frame > 0; frame = unknown(left)) {
            take(frame, isAnswer(frame), sink);
            left -= frame;
        }
        if (left == 0) {
            return;
        }
        boolean answer = RtuFraming.length(heard, 0) == left;
        boolean question = !answer && RtuFraming.questionLength(heard, 0) == left;
        Optional<Text> crc = answer || question ? Optional.of(Crc16.compared(heard, left)) : Optional.empty();
        boolean late = arrivals.of(left) - askedAt >= patience + line.nanos(left);
        take(left, sink);
        sink.error(crc.isEmpty() ? FrameError.SYNTAX : FrameError.CHECKSUM, crc.orElse(NEITHER));
        if (left >= RtuFraming.SHORTEST) {
            damaged(question || late, sink);
        }
    }

    /** What is damaged may be the awaited answer, or else the next question, whose answer is not that to the one before. */
    private void damaged(boolean noAnswer, DecodeSink sink) {
        if (noAnswer) {
            unanswered(sink);
        }
        waiting = null;
    }

    /** The shortest in front that can be a frame of a form that is not known: only what follows it says where it ended. Else 0. */
    private int unknown(int length) {
        int frame = RtuFraming.isUnknown(heard, 0) ? RtuFraming.SHORTEST : length + 1;
        while (frame <= length && !Crc16.holds(heard, 0, frame)) {
            frame++;
        }
        return frame <= length ? frame : 0;
    }

    private byte[] take(int length, DecodeSink sink) {
        byte[] taken = Arrays.copyOf(heard, length);
        heard = Arrays.copyOfRange(heard, length, heard.length);
        sink.frame(arrivals.take(length), Packet.of(taken));
        return taken;
    }

    private void unanswered(DecodeSink sink) {
        Question missed = waiting;
        waiting = null;
        if (missed != null) {
            sink.error(
                    FrameError.TIMEOUT, missed.named().and(new Text(": 此询问之前无应答", ": no answer before this question")));
        }
    }

    private void asked(long time, byte[] frame, DecodeSink sink) {
        unanswered(sink);
        asked = framing.pdu(frame);
        askedAt = time;
        Question question = Question.of(framing.unit(frame), asked);
        int written = Question.writes(question.function()) ? Question.written(asked).length - 2 : question.dataLength();
        boolean whole = written == question.dataLength();
        waiting = question.unit() == 0 || !whole || Question.isToFallSilent(asked) ? null : question;
        if (!whole) {
            sink.error(
                    FrameError.LENGTH,
                    new Text(
                            written + " 字节数据，所报的是 " + question.dataLength() + " 字节",
                            written + " bytes of data, announced were " + question.dataLength()));
        }
    }

    /** An answer whose question was not heard tells nothing: it does not say which registers it holds. */
    private void answered(long time, byte[] frame, DecodeSink sink) {
        Question question = waiting;
        boolean inTime = isAnswer(frame, frame.length, time);
        if (question == null || !fits(frame, question, inTime)) {
            sink.error(
                    FrameError.SYNTAX,
                    new Text(
                            "单元 " + framing.unit(frame) + " 应答，但没有询问它",
                            "unit " + framing.unit(frame) + " answers, but was not asked"));
            return;
        }
        waiting = null;
        if (inTime) {
            answers.read(question, asked, framing.pdu(frame), sink);
        } else {
            sink.error(FrameError.TIMEOUT, question.named().and(late(seconds(time - askedAt), seconds(patience))));
        }
    }

    /** Whether it answers the question, be it too late: then nothing but its form says so. */
    private boolean fits(byte[] frame, Question question, boolean inTime) {
        boolean reads = Question.reads(frame[1]);
        return RtuFraming.answers(frame, 0, question)
                && (inTime || !reads || (frame[2] & 0xFF) == question.dataLength());
    }

    private static Text late(String after, String patience) {
        return new Text(
                ": 询问之后 " + after + " s 才应答，response-timeout 为 " + patience + " s",
                ": answered " + after + " s after its question, response-timeout is " + patience + " s");
    }

    private static String seconds(long nanos) {
        return Quantity.plain(Math.round(nanos / 1e6) / 1e3);
    }
}
