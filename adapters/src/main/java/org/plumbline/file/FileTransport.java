package org.plumbline.file;

import java.util.List;
import java.util.Optional;
import org.plumbline.bench.ChannelSpec;
import org.plumbline.channel.Carriage;
import org.plumbline.channel.Key;
import org.plumbline.channel.Link;
import org.plumbline.channel.Receiver;
import org.plumbline.channel.Transport;
import org.plumbline.error.BenchException;
import org.plumbline.error.Problem;
import org.plumbline.text.Text;

/** An instrument that only exports files: nothing is opened for it, and {@code rejudge --file} brings its samples. */
public final class FileTransport implements Transport {

    @Override
    public String name() {
        return ChannelSpec.FILE;
    }

    @Override
    public Optional<Carriage> carries() {
        return Optional.of(Carriage.FILE);
    }

    @Override
    public List<Key> keys() {
        return List.of(
                Key.required(
                        "sync",
                        Key.Type.TREE,
                        "文件与运行都看到的同步事件: file 与 run",
                        "the event that file and run both saw: file and run"),
                Key.optional(
                        "sync-end",
                        Key.Type.TREE,
                        "第二个同步事件，由此确定时钟漂移",
                        "a second event of both, from which the drift of the clock is determined"),
                Key.required(
                        "clock-uncertainty",
                        Key.Type.TEXT,
                        "同步时两侧时间最多相差多少（半宽），如 2 ms",
                        "by how much the times of the event may differ on both sides at most (half-width), such as 2 ms"),
                Key.required(
                        "clock-drift",
                        Key.Type.NUMBER,
                        "仪器时钟漂移的上限，百万分之几（ppm）",
                        "how fast the instrument's clock may drift at most, in parts per million (ppm)"));
    }

    /** @throws BenchException always: there is nothing to open */
    @Override
    public Link open(ChannelSpec channel, Receiver receiver) {
        throw new BenchException(Problem.of(
                new Text(
                                "通道 %s 的数据是运行后的文件，没有可打开的连接",
                                "channel %s comes as a file after the run: there is nothing to open")
                        .with(channel.name()),
                new Text("请在运行后执行 plumbline rejudge --file", "give its file after the run: plumbline rejudge --file")));
    }
}
