package org.plumbline.run;

import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.plumbline.channel.Packet;
import org.plumbline.text.Text;

/**
 * Holds a decoder to what {@link org.plumbline.channel.Decoder} promises: each byte that arrives goes out in a frame, in order, and a
 * frame's time is one at which its bytes were there. Otherwise evidence would be missing without a word. Not thread-safe.
 */
final class ByteAccount {

    /** In bytes; more than any frame has. */
    private static final int MOST = 1 << 20;

    private static final Text FAULT = new Text(
            "（问题在编解码或提供它的插件，不在线路：请换用其他版本，或向其作者报告）",
            " (the fault is the codec's, or its plugin's, not the line's: use another version, or report it to its author)");

    private static final Text THREW = new Text("编解码 %s 出错: %s", "codec %s failed: %s").and(FAULT);

    private static final Text STUCK =
            new Text("编解码 %s 开始处理数据后 %d s 仍未返回", "codec %s was given data and has not returned for %d s").and(FAULT);

    private static final Text MISSING =
            new Text("编解码 %s 收到 %d 字节，只交出 %d 字节", "codec %s got %d bytes and gave out only %d").and(FAULT);

    private static final Text OTHER = new Text(
                    "编解码 %s 未如数交出数据：收到 %d 字节，前 %d 字节之后交出的与收到的不符",
                    "codec %s does not give out what arrives: of %d bytes the first %d, but then something else")
            .and(FAULT);

    private static final Text TIME = new Text(
                    "编解码 %s 给出的帧时间为 %.3f s，而其数据在 %.3f s 至 %.3f s 之间到达",
                    "codec %s gives a frame the time %.3f s, but what it is made of came between %.3f s and %.3f s")
            .and(FAULT);

    private final String codec;
    private byte[] held = new byte[256];
    private int from;
    private int to;
    private Packet newest = Packet.of(new byte[0]);
    private long arrived;
    private long oldestCame;
    private long newestCame;
    private long now;
    private @Nullable Text wrong;
    private boolean ceased;

    ByteAccount(String codec) {
        this.codec = codec;
    }

    /** What to say of a codec that threw that. */
    static Text threw(String codec, Throwable thrown) {
        return THREW.with(codec, thrown);
    }

    /**
     * What to say of a codec that does not return.
     *
     * @param nanos for how long
     */
    static Text stuck(String codec, long nanos) {
        return STUCK.with(codec, TimeUnit.NANOSECONDS.toSeconds(nanos));
    }

    /** The decoder is about to get a packet. */
    void arrives(long time, Packet packet) {
        if (from == to) {
            from = 0;
            to = 0;
            oldestCame = time;
        }
        newestCame = time;
        newest = packet;
        now = time;
        if (counts()) {
            hold(packet.payload());
        }
    }

    private boolean counts() {
        return wrong == null && !ceased;
    }

    /** Nothing is held against the decoder any more: it was not its fault. */
    void ceases() {
        ceased = true;
    }

    /** The decoder may give out what it holds, with times until then. */
    void until(long time) {
        now = time;
    }

    private void hold(byte[] bytes) {
        if (held.length - to < bytes.length) {
            int waiting = to - from;
            byte[] room = new byte[Math.max(held.length, 2 * (waiting + bytes.length))];
            System.arraycopy(held, from, room, 0, waiting);
            held = room;
            from = 0;
            to = waiting;
        }
        System.arraycopy(bytes, 0, held, to, bytes.length);
        to += bytes.length;
        arrived += bytes.length;
    }

    /** The decoder gives out a frame. */
    void goesOut(long time, byte[] frame) {
        int end = from + frame.length;
        if (!counts()) {
            return;
        } else if (time < oldestCame || time > now) {
            wrong = TIME.with(codec, time / 1e9, oldestCame / 1e9, now / 1e9);
        } else if (end > to || !Arrays.equals(held, from, end, frame, 0, frame.length)) {
            wrong = OTHER.with(codec, arrived, arrived - (to - from));
        } else {
            from = end;
        }
        if (to - from <= newest.payload().length) {
            oldestCame = newestCame;
        }
    }

    /** The decoder has taken the packet; more bytes than any frame has do not wait for those that come later. */
    void taken() {
        waits(MOST);
    }

    /** The decoder was to give out all that it holds. */
    void ends() {
        waits(0);
    }

    private void waits(int most) {
        if (counts() && to - from > most) {
            wrong = MISSING.with(codec, arrived, arrived - (to - from));
        }
    }

    /** What the decoder did wrong first; null where nothing. */
    @Nullable
    Text wrong() {
        return wrong;
    }

    /** What went in and has not gone out; the newest packet at least where that is not known any more. */
    Optional<Packet> rest() {
        boolean all = !counts() || to - from == newest.payload().length;
        Packet rest = all ? newest : new Packet(newest.address(), Arrays.copyOfRange(held, from, to));
        return Optional.of(rest).filter(packet -> packet.payload().length > 0);
    }

    /** When the newest packet came, in nanoseconds since the run's start. */
    long newest() {
        return newestCame;
    }

    /** When the first of the bytes came that have not gone out, in nanoseconds since the run's start. */
    long since() {
        return oldestCame;
    }
}
