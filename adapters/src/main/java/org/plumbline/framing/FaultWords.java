package org.plumbline.framing;

import org.plumbline.text.Text;

/** What several codecs say of frames with faults. Joined, not formatted: on a bad line it is said of every frame. */
public final class FaultWords {

    /** The rest of the frame comes no more. */
    public static final Text CUT_OFF = new Text("因连接中断而不完整", "cut off with the connection");

    /** Bytes between frames. */
    public static final Text NO_FRAME = new Text("不是帧", "not a frame");

    private FaultWords() {}

    /**
     * A check value that does not fit.
     *
     * @param given in the frame, in hexadecimal
     * @param computed from its bytes, in hexadecimal
     */
    public static Text differs(String given, String computed) {
        return new Text("收到 " + given + "，应为 " + computed, "given " + given + ", computed " + computed);
    }
}
