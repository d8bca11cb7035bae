package org.plumbline.channel;

import java.util.Locale;
import org.plumbline.text.Text;

/** What can be wrong with a frame; scenarios count these by {@link #key}. */
public enum FrameError {
    /** The check value does not fit the bytes. */
    CHECKSUM("校验"),
    /** Longer or shorter than the protocol allows. */
    LENGTH("长度"),
    /** Not of the protocol's form: delimiters, characters, field count. */
    SYNTAX("格式"),
    /** Of the right form, but a value that a signal refers to cannot be read. */
    VALUE("数值"),
    /** A question of the harness that was not answered in time. */
    TIMEOUT("超时"),
    /** An answer of the right form that refuses what was asked. */
    EXCEPTION("异常应答"),
    /** Not there, although the number of the frame after it says that it was sent. */
    LOST("丢帧");

    private final String zh;

    FrameError(String zh) {
        this.zh = zh;
    }

    /** The word in files and scenarios. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The same for people; scenarios have these words, too. */
    public Text words() {
        return new Text(zh, key());
    }
}
