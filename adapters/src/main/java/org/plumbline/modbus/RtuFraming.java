package org.plumbline.modbus;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.plumbline.channel.FrameError;
import org.plumbline.text.Text;

/**
 * Unit, function code and data, CRC (Modbus over Serial Line V1.02, 2.5.1). Frames are found by their length and CRC, not by
 * the silence between them: operating systems, USB adapters and networks deliver bytes later and together.
 */
final class RtuFraming implements Framing {

    /** Longest frame, 2.5.1.1. */
    static final int LONGEST = 256;

    static final int SHORTEST = 4;
    private static final int CRC = 2;

    @Override
    public byte[] wrap(int unit, byte[] pdu) {
        byte[] frame = new byte[1 + pdu.length + CRC];
        frame[0] = (byte) unit;
        System.arraycopy(pdu, 0, frame, 1, pdu.length);
        int crc = Crc16.of(frame, 0, frame.length - CRC);
        frame[frame.length - 2] = (byte) crc;
        frame[frame.length - 1] = (byte) (crc >> 8);
        return frame;
    }

    @Override
    public byte[] sent(byte[] frame) {
        return frame;
    }

    @Override
    public int unit(byte[] frame) {
        return frame[0] & 0xFF;
    }

    @Override
    public byte[] pdu(byte[] frame) {
        return Arrays.copyOfRange(frame, 1, frame.length - CRC);
    }

    @Override
    public boolean isWhole(byte[] bytes) {
        return bytes.length >= SHORTEST && Crc16.holds(bytes, 0, bytes.length);
    }

    @Override
    public boolean broadcasts() {
        return true;
    }

    @Override
    public boolean numbers() {
        return false;
    }

    /** Noise before the answer is common where an RS-485 driver is switched on. */
    @Override
    public Part first(byte[] bytes, Question question) {
        for (int at = 0; at < bytes.length && (at == 0 || !begins(bytes, question)); at++) {
            int length = answers(bytes, at, question) ? length(bytes, at) : 0;
            if (length > 0 && Crc16.holds(bytes, at, at + length)) {
                return at == 0
                        ? new Part.Answer(length)
                        : new Part.Fault(
                                at, FrameError.SYNTAX, new Text("应答之前有别的字节", "bytes before the answer"), false);
            }
        }
        int length = length(bytes, 0);
        if (length > 0 && answers(bytes, 0, question)) {
            return new Part.Fault(length, FrameError.CHECKSUM, Crc16.compared(bytes, length), true);
        } else if (length > 0 && Crc16.holds(bytes, 0, length)) {
            return new Part.Fault(
                    length,
                    FrameError.SYNTAX,
                    Part.other(new Question(bytes[0] & 0xFF, bytes[1] & 0xFF, -1, 0), question),
                    false);
        }
        return bytes.length > LONGEST
                ? new Part.Fault(
                        bytes.length,
                        FrameError.LENGTH,
                        new Text("超过 256 字节而没有应答", "more than 256 bytes and no answer"),
                        false)
                : new Part.Unfinished();
    }

    static boolean answers(byte[] bytes, int at, @Nullable Question question) {
        return question != null
                && at + 1 < bytes.length
                && (bytes[at] & 0xFF) == question.unit()
                && (bytes[at + 1] & 0x7F) == question.function();
    }

    /**
     * Whether the answer stands in front, but not yet as a whole: its data may look like a frame, so that none is looked for
     * in it.
     */
    static boolean begins(byte[] bytes, @Nullable Question question) {
        if (question == null || !answers(bytes, 0, question)) {
            return false;
        }
        boolean fits = !Question.reads(bytes[1]) || bytes.length < 3 || (bytes[2] & 0xFF) == question.dataLength();
        return fits && length(bytes, 0) == 0 && bytes.length <= LONGEST;
    }

    /**
     * Whether a question that writes more than one stands in front, but not yet as a whole: what it writes may look like a frame,
     * too. Its quantity and its number of bytes tell it from noise.
     */
    static boolean asks(byte[] bytes) {
        int quantity = bytes.length > 1 ? PduLength.quantityWritten(bytes[1]) + 1 : 0;
        if (quantity == 0 || bytes.length < quantity + 3 || bytes.length > LONGEST) {
            return false;
        }
        Question written = new Question(bytes[0] & 0xFF, bytes[1], 0, Question.word(bytes, quantity));
        return (bytes[quantity + 2] & 0xFF) == written.dataLength() && questionLength(bytes, 0) == 0;
    }

    /** Of the question that would begin there; 0 where it is not there as a whole, or its form {@link #isUnknown}. */
    static int questionLength(byte[] bytes, int at) {
        int pdu = PduLength.ofQuestion(bytes, at + 1);
        int length = 1 + pdu + CRC;
        return pdu > 0 && length <= bytes.length - at ? length : 0;
    }

    /** Whether no length is known of what would begin there, be it a question or an answer. */
    static boolean isUnknown(byte[] bytes, int at) {
        return PduLength.ofAnswer(bytes, at + 1) == PduLength.UNKNOWN;
    }

    /**
     * Where a frame may begin of which no length is known: behind the questions and answers in front, be they still to come. Their
     * data look like the end of one too often, tried at every byte again with every read.
     */
    static int unknownFrom(byte[] bytes) {
        int at = 0;
        while (at < bytes.length && !isUnknown(bytes, at)) {
            int question = PduLength.ofQuestion(bytes, at + 1);
            int answer = PduLength.ofAnswer(bytes, at + 1);
            boolean told = question != PduLength.MORE && answer != PduLength.MORE;
            at = told ? at + 1 + Math.max(question, answer) + CRC : bytes.length;
        }
        return at;
    }

    /** Of the answer that would begin there; 0 where it is not there as a whole. All that is there, where its form is not known. */
    static int length(byte[] bytes, int at) {
        int there = bytes.length - at;
        int pdu = PduLength.ofAnswer(bytes, at + 1);
        if (pdu == PduLength.UNKNOWN) {
            return there >= SHORTEST && Crc16.holds(bytes, at, bytes.length) ? there : 0;
        }
        int length = 1 + pdu + CRC;
        return pdu > 0 && length <= there ? length : 0;
    }
}
