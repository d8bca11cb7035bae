package org.plumbline.modbus;

import java.util.Locale;
import java.util.Optional;
import org.plumbline.channel.FrameError;
import org.plumbline.text.Text;

/** How function code and data are wrapped for a line, and found again in what arrives. One for each channel. */
interface Framing {

    /** As it goes on the wire. */
    byte[] wrap(int unit, byte[] pdu);

    /** A frame made by {@link #wrap} with what distinguishes this sending from others. */
    byte[] sent(byte[] frame);

    /** The unit of a whole frame. */
    int unit(byte[] frame);

    /** Function code and data of a whole frame. */
    byte[] pdu(byte[] frame);

    /** Whether the bytes are a frame, and nothing else. */
    boolean isWhole(byte[] bytes);

    /** Who is asked or answers what; empty where the bytes are no frame. */
    default Optional<String> kind(byte[] bytes) {
        if (!isWhole(bytes)) {
            return Optional.empty();
        }
        int function = pdu(bytes)[0] & 0xFF;
        String refusal = function > Question.REFUSED ? " exception" : "";
        return Optional.of(String.format(
                Locale.ROOT, "unit %d function %d%s", unit(bytes), function & ~Question.REFUSED, refusal));
    }

    /** What stands at the beginning of bytes that have arrived, at least one. */
    Part first(byte[] bytes, Question question);

    /** Whether unit 0 means all of them, of which none answers. */
    boolean broadcasts();

    /** Whether an answer says which sending of a question it belongs to. */
    boolean numbers();

    /** A stretch of what has arrived. */
    sealed interface Part {

        /** Another unit or function code answers than was asked. */
        static Text other(Question answering, Question asked) {
            Text who = answering.named();
            Text whom = asked.named();
            return new Text("应答的是" + who.zh() + "，询问的是" + whom.zh(), who.en() + " answers, asked was " + whom.en());
        }

        /** More is needed. */
        record Unfinished() implements Part {}

        /** An answer to the question. */
        record Answer(int length) implements Part {}

        /**
         * Something else.
         *
         * @param ends whether it was meant as the answer, so that no other is to be waited for
         */
        record Fault(int length, FrameError kind, Text detail, boolean ends) implements Part {}
    }
}
