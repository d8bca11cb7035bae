package org.plumbline.channel;

import org.plumbline.text.Text;

/** What is said of a codec that throws what it may not when it is given a bench's entries or a command's parameters. */
public final class CodecFault {

    /** What to do about it. */
    public static final Text REMEDY = new Text(
            "问题在编解码或提供它的插件：请换用其他版本，或向其作者报告",
            "the fault is the codec's, or its plugin's: use another version, or report it to its author");

    private static final Text OF_COMMAND =
            new Text("编解码 %s 编码命令“%s”时出错: %s", "codec %s failed when it was to encode the command \"%s\": %s");

    private static final Text OF_CHANNEL =
            new Text("编解码 %s 为通道 %s 准备解码时出错: %s", "codec %s failed when it was to decode channel %s: %s");

    private CodecFault() {}

    /** What is wrong where that came of a command. */
    public static Text ofCommand(String codec, String command, Throwable thrown) {
        return OF_COMMAND.with(codec, command, thrown);
    }

    /** What is wrong where that came of a channel. */
    public static Text ofChannel(String codec, String channel, Throwable thrown) {
        return OF_CHANNEL.with(codec, channel, thrown);
    }
}
