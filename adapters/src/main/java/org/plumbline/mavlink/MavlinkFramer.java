package org.plumbline.mavlink;

import java.util.Arrays;
import java.util.HexFormat;
import org.plumbline.channel.FrameError;
import org.plumbline.framing.FaultWords;
import org.plumbline.text.Text;

/**
 * Finds frames in a stream of bytes. A frame counts where its CRC fits; all bytes before it that are none are then handed
 * over as faulty, cut where frames with a wrong CRC seem to lie. A frame that begins inside another one is no frame,
 * unless the outer one proves wrong. Not thread-safe.
 */
final class MavlinkFramer {

    /** Bytes that wait for a frame to follow them; one frame has at most 280. */
    private static final int BOUND = 1024;

    private static final HexFormat HEX = HexFormat.of().withUpperCase();

    private byte[] waiting = {};

    /** Where the pieces go, in the order of the stream; together they are the stream. */
    interface Found {

        /** A frame with the right CRC; of a message of no known definition, with one that it may have. */
        void frame(MavlinkFrame frame);

        /** Bytes that are no such frame. */
        void faulty(byte[] bytes, FrameError kind, Text detail);
    }

    private enum State {
        RIGHT,
        WRONG,
        UNFINISHED
    }

    void take(byte[] bytes, Found found) {
        int before = waiting.length;
        waiting = Arrays.copyOf(waiting, before + bytes.length);
        System.arraycopy(bytes, 0, waiting, before, bytes.length);
        handOver(false, found);
    }

    /** @param ended whether nothing comes any more for which a frame might wait */
    private void handOver(boolean ended, Found found) {
        int done = 0;
        int at = 0;
        while (at < waiting.length) {
            State state = state(at, done);
            if (state == State.UNFINISHED && !ended) {
                break;
            }
            if (state == State.RIGHT) {
                faulty(done, at, found);
                MavlinkFrame frame = frame(at);
                found.frame(frame);
                at += frame.bytes().length;
                done = at;
            } else {
                at++;
            }
        }
        if (ended || at - done > BOUND) {
            faulty(done, at, found);
            done = at;
        }
        waiting = Arrays.copyOfRange(waiting, done, waiting.length);
    }

    /** Bytes up to the end of the first frame that waits behind the beginning of another one; 0 where none does. */
    int heldBack() {
        for (int at = 0; at < waiting.length; at++) {
            if (state(at, 0) == State.RIGHT) {
                return at + MavlinkFrame.length(waiting, at);
            }
        }
        return 0;
    }

    /** The connection broke: what waits is not joined with what comes later, and no frame in it waits any longer. */
    void end(Found found) {
        handOver(true, found);
    }

    /**
     * Whether a frame begins there. One that is not all there is waited for only where its header makes sense. Of a message of no
     * known definition half of the CRC can be checked: such a frame follows another one, or another one it.
     *
     * @param done where the frame before ends
     */
    private State state(int at, int done) {
        if (!MavlinkFrame.isMagic(waiting[at])) {
            return State.WRONG;
        }
        if (waiting.length - at < MavlinkFrame.headerLength(waiting[at])) {
            return State.UNFINISHED;
        }
        MessageDefinition definition = Definitions.message(MavlinkFrame.message(waiting, at));
        int end = at + MavlinkFrame.length(waiting, at);
        if (end > waiting.length) {
            return definition != null && isPlausible(at, definition) ? State.UNFINISHED : State.WRONG;
        }
        boolean stands = definition != null || at == done || isWholeIn(end, waiting.length) && hasRightCrc(end);
        return stands && hasRightCrc(at) ? State.RIGHT : State.WRONG;
    }

    private boolean hasRightCrc(int at) {
        MavlinkFrame frame = frame(at);
        MessageDefinition definition = Definitions.message(frame.message());
        return definition == null
                ? frame.hasPossibleCrc()
                : frame.givenCrc() == frame.computedCrc(definition.crcExtra());
    }

    /** The whole one there. */
    private MavlinkFrame frame(int at) {
        return new MavlinkFrame(Arrays.copyOfRange(waiting, at, at + MavlinkFrame.length(waiting, at)));
    }

    private boolean isPlausible(int at, MessageDefinition definition) {
        int length = waiting[at + 1] & 0xFF;
        boolean first = (waiting[at] & 0xFF) == MavlinkFrame.MAGIC_1;
        return length <= definition.fullLength()
                && length >= (first ? definition.baseLength() : 1)
                && (first || (waiting[at + 2] & ~MavlinkFrame.SIGNED) == 0);
    }

    private void faulty(int from, int to, Found found) {
        int at = from;
        while (at < to) {
            int end = at;
            if (isWholeIn(at, to)) {
                end = at + MavlinkFrame.length(waiting, at);
                whole(Arrays.copyOfRange(waiting, at, end), found);
            } else {
                do {
                    end++;
                } while (end < to && !(isWholeIn(end, to) && isKnown(end)));
                found.faulty(Arrays.copyOfRange(waiting, at, end), FrameError.SYNTAX, FaultWords.NO_FRAME);
            }
            at = end;
        }
    }

    private boolean isWholeIn(int at, int to) {
        return at < to
                && MavlinkFrame.isMagic(waiting[at])
                && to - at >= MavlinkFrame.headerLength(waiting[at])
                && to - at >= MavlinkFrame.length(waiting, at);
    }

    private boolean isKnown(int at) {
        return Definitions.message(MavlinkFrame.message(waiting, at)) != null;
    }

    /** One of no known definition may be right: it counted as wrong for the wrong frames about it, which are frames all the same. */
    private static void whole(byte[] bytes, Found found) {
        MavlinkFrame frame = new MavlinkFrame(bytes);
        MessageDefinition definition = Definitions.message(frame.message());
        if (definition == null && frame.hasPossibleCrc()) {
            found.frame(frame);
        } else if (definition == null) {
            found.faulty(
                    bytes,
                    FrameError.SYNTAX,
                    new Text(
                            "报文 " + frame.message() + " 未知，其 CRC 与任何报文都不符",
                            "message " + frame.message() + " is not known, and its CRC fits none"));
        } else {
            found.faulty(
                    bytes,
                    FrameError.CHECKSUM,
                    Text.same(definition.name() + ": ")
                            .and(FaultWords.differs(HEX.toHexDigits((short) frame.givenCrc()), HEX.toHexDigits((short)
                                    frame.computedCrc(definition.crcExtra())))));
        }
    }
}
