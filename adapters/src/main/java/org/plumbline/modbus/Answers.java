package org.plumbline.modbus;

import java.util.List;
import org.plumbline.channel.DecodeSink;
import org.plumbline.channel.FrameError;
import org.plumbline.channel.Value;

/**
 * What answers tell of the signals.
 *
 * @param points of one channel
 */
record Answers(List<ModbusPoint> points) {

    /**
     * Reads an answer.
     *
     * @param pdu its function code and data
     * @param values in the form of an answer to a reading: the answer itself, or what was written
     */
    void read(Question question, byte[] pdu, byte[] values, DecodeSink sink) {
        boolean refused = (pdu[0] & Question.REFUSED) != 0;
        int code = refused && pdu.length > 1 ? pdu[1] & 0xFF : 0;
        if (refused) {
            sink.error(
                    FrameError.EXCEPTION,
                    "unit %d function %d register %d: exception code %d"
                            .formatted(question.unit(), question.function(), question.register(), code));
        } else if (Question.reads(question.function()) && !hasData(question, pdu)) {
            sink.error(
                    FrameError.LENGTH,
                    "%d bytes of data, asked were %d".formatted(pdu.length - 2, question.dataLength()));
            return;
        } else if (Question.writes(question.function()) && Question.word(pdu, 1) != question.register()) {
            sink.error(
                    FrameError.VALUE,
                    "register %d, written was %d".formatted(Question.word(pdu, 1), question.register()));
        }
        for (ModbusPoint point : points) {
            if (point.isIn(question)) {
                sample(point, question, values, refused, code, sink);
            }
        }
    }

    private static boolean hasData(Question question, byte[] pdu) {
        return pdu.length == 2 + question.dataLength() && (pdu[1] & 0xFF) == question.dataLength();
    }

    private static void sample(
            ModbusPoint point, Question question, byte[] values, boolean refused, int code, DecodeSink sink) {
        if (point.form() instanceof ModbusPoint.ExceptionCode) {
            sink.sample(point.signal(), new Value.Numeric(code));
        } else if (!refused) {
            point.value(question, values)
                    .ifPresentOrElse(
                            value -> sink.sample(point.signal(), value),
                            () -> sink.error(
                                    FrameError.VALUE, "register " + point.register() + ": " + point.unreadable()));
        }
    }
}
