package org.plumbline.run;

import org.plumbline.text.Text;

/** The file of an instrument has not come, so that nothing is known of its signals yet: inconclusive, and the run goes on. */
public final class FileAwaitedException extends NotReachedException {

    private static final long serialVersionUID = 1L;

    /** @param channel the one whose file it is */
    public FileAwaitedException(String channel) {
        super(new Text(
                        "通道 %1$s 的文件尚未提供，其信号的测量有待完成: plumbline rejudge BUNDLE --file %1$s=PATH --out DIR",
                        "the file of channel %1$s has not come, its signals are still to be measured: plumbline rejudge BUNDLE --file %1$s=PATH --out DIR")
                .with(channel));
    }
}
