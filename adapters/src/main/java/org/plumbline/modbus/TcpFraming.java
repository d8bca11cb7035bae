package org.plumbline.modbus;

import java.util.Arrays;
import org.plumbline.channel.FrameError;
import org.plumbline.text.Text;

/** The MBAP header: transaction, protocol 0, length, unit (Modbus Messaging on TCP/IP V1.0b, 3.1.3). */
final class TcpFraming implements Framing {

    private static final int HEADER = 7;

    /** Transaction, protocol and the length itself are not counted by it. */
    private static final int UNCOUNTED = 6;

    private static final int LONGEST = 254;

    private int transaction;

    @Override
    public byte[] wrap(int unit, byte[] pdu) {
        byte[] frame = new byte[HEADER + pdu.length];
        frame[4] = (byte) (1 + pdu.length >> 8);
        frame[5] = (byte) (1 + pdu.length);
        frame[6] = (byte) unit;
        System.arraycopy(pdu, 0, frame, HEADER, pdu.length);
        return frame;
    }

    @Override
    public byte[] sent(byte[] frame) {
        transaction = transaction + 1 & 0xFFFF;
        byte[] numbered = frame.clone();
        numbered[0] = (byte) (transaction >> 8);
        numbered[1] = (byte) transaction;
        return numbered;
    }

    @Override
    public int unit(byte[] frame) {
        return frame[UNCOUNTED] & 0xFF;
    }

    @Override
    public byte[] pdu(byte[] frame) {
        return Arrays.copyOfRange(frame, HEADER, frame.length);
    }

    @Override
    public boolean isWhole(byte[] bytes) {
        return bytes.length > HEADER
                && Question.word(bytes, 2) == 0
                && Question.word(bytes, 4) == bytes.length - UNCOUNTED;
    }

    @Override
    public boolean broadcasts() {
        return false;
    }

    @Override
    public boolean numbers() {
        return true;
    }

    @Override
    public Part first(byte[] bytes, Question question) {
        if (bytes.length < UNCOUNTED) {
            return new Part.Unfinished();
        }
        int counted = Question.word(bytes, 4);
        if (Question.word(bytes, 2) != 0 || counted < 2 || counted > LONGEST) {
            return new Part.Fault(bytes.length, FrameError.SYNTAX, new Text("不是 MBAP 报文头", "no MBAP header"), false);
        }
        int length = UNCOUNTED + counted;
        if (bytes.length < length) {
            return new Part.Unfinished();
        }
        int unit = bytes[UNCOUNTED] & 0xFF;
        int function = bytes[HEADER] & 0x7F;
        if (Question.word(bytes, 0) != transaction) {
            Text detail = new Text(
                    "事务号 " + Question.word(bytes, 0) + "，询问的是 " + transaction,
                    "transaction " + Question.word(bytes, 0) + ", asked was " + transaction);
            return new Part.Fault(length, FrameError.SYNTAX, detail, false);
        } else if (unit != question.unit() || function != question.function()) {
            Text detail = Part.other(new Question(unit, function, -1, 0), question);
            return new Part.Fault(length, FrameError.SYNTAX, detail, true);
        }
        return new Part.Answer(length);
    }
}
