package org.plumbline.modbus;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.plumbline.channel.DecodeSink;
import org.plumbline.channel.FrameError;
import org.plumbline.channel.Value;
import org.plumbline.text.Text;

/**
 * What answers tell of the signals.
 *
 * @param points of one channel
 */
record Answers(List<ModbusPoint> points) {

    private static final HexFormat HEX = HexFormat.ofDelimiter(" ").withUpperCase();
    private static final Text SOMETHING_ELSE =
            new Text("应答的内容与所写的不同", "its answer repeats something else than was written");

    /**
     * Reads an answer.
     *
     * @param asked function code and data of the question
     * @param pdu its own
     * @return whether a signal got a value by it
     */
    boolean read(Question question, byte[] asked, byte[] pdu, DecodeSink sink) {
        boolean refused = (pdu[0] & Question.REFUSED) != 0;
        int code = refused && pdu.length == PduLength.REFUSAL ? pdu[1] & 0xFF : 0;
        if (refused) {
            refused(question, pdu.length, code, sink);
            ExceptionCodes.refusal(code).ifPresent(sink::declined);
            if (code == 0) {
                return false; // 0 would say that it is accepted
            }
        } else if (Question.reads(question.function()) && !hasData(question, pdu)) {
            sink.error(
                    FrameError.LENGTH,
                    new Text(
                            pdu.length - 2 + " 字节数据，询问的是 " + question.dataLength() + " 字节",
                            pdu.length - 2 + " bytes of data, asked were " + question.dataLength()));
            sink.declined(ExceptionCodes.UNREADABLE);
            return false;
        } else if (DeviceIdentification.isTorn(pdu)) {
            sink.error(
                    FrameError.LENGTH,
                    new Text("设备标识的对象与应答的长度不符", "the objects of the device identification do not end with the answer"));
            sink.declined(ExceptionCodes.UNREADABLE);
            return false;
        } else if (!accepts(question, asked, pdu)) {
            String accepted = HEX.formatHex(pdu);
            String wanted = HEX.formatHex(echo(question, asked));
            sink.error(
                    FrameError.VALUE,
                    new Text(
                            "单元 " + question.unit() + " 接受的是 " + accepted + "，要求的是 " + wanted,
                            "unit " + question.unit() + " accepts " + accepted + ", asked was " + wanted));
            sink.declined(SOMETHING_ELSE);
            return false;
        }
        boolean told = false;
        for (ModbusPoint point : points) {
            if (!point.isIn(question)) {
                continue;
            }
            if (point.form() instanceof ModbusPoint.ExceptionCode) {
                sink.sample(point.signal(), new Value.Numeric(code));
                told = true;
            } else if (!refused && point.isTold(pdu)) {
                told |= sample(
                        point, question, Question.writes(question.function()) ? Question.written(asked) : pdu, sink);
            }
        }
        return told;
    }

    private static void refused(Question question, int length, int code, DecodeSink sink) {
        int register = question.register();
        Text asked = question.named()
                .and(register < 0 ? Text.same("") : new Text(" 寄存器 " + register, " register " + register));
        if (length != PduLength.REFUSAL) {
            sink.error(
                    FrameError.LENGTH,
                    asked.and(new Text(
                            ": 异常应答为 " + length + " 字节而非 2 字节",
                            ": exception response of " + length + " bytes instead of 2")));
        } else if (code == 0) {
            sink.error(FrameError.VALUE, asked.and(new Text(": 异常码 0 不是异常码", ": exception code 0, which is none")));
        } else {
            sink.error(FrameError.EXCEPTION, asked.and(new Text(": 异常码 " + code, ": exception code " + code)));
        }
    }

    private static boolean hasData(Question question, byte[] pdu) {
        return pdu.length == 2 + question.dataLength() && (pdu[1] & 0xFF) == question.dataLength();
    }

    /** Whether the answer repeats what it must: else the unit did something else, and nobody knows what. */
    private static boolean accepts(Question question, byte[] asked, byte[] pdu) {
        byte[] echo = echo(question, asked);
        return echo.length == 0 || Arrays.equals(echo, pdu);
    }

    private static byte[] echo(Question question, byte[] asked) {
        return Arrays.copyOf(asked, Question.echoed(question.function()));
    }

    /** @param values in the form of an answer to a reading */
    private static boolean sample(ModbusPoint point, Question question, byte[] values, DecodeSink sink) {
        Optional<Value> value = point.value(question, values);
        value.ifPresentOrElse(
                each -> sink.sample(point.signal(), each), () -> sink.error(FrameError.VALUE, point.unreadable()));
        return value.isPresent();
    }
}
