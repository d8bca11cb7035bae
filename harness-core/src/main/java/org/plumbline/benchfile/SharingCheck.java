package org.plumbline.benchfile;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.plumbline.bench.Bench;
import org.plumbline.bench.ChannelSpec;
import org.plumbline.channel.Adapters;
import org.plumbline.text.Text;
import org.plumbline.yaml.Problems;

/** Refuses two channels on one port: the second could not be opened. */
final class SharingCheck {

    private final Bench bench;
    private final Adapters adapters;
    private final Problems problems;

    SharingCheck(Bench bench, Adapters adapters, Problems problems) {
        this.bench = bench;
        this.adapters = adapters;
        this.problems = problems;
    }

    void check() {
        Map<List<String>, ChannelSpec> holders = new HashMap<>();
        for (ChannelSpec channel : bench.channels()) {
            adapters.transport(channel.transport())
                    .orElseThrow()
                    .exclusive(channel)
                    .map(port -> holders.putIfAbsent(List.of(channel.transport(), port), channel))
                    .ifPresent(other -> refuse(channel, other));
        }
    }

    private void refuse(ChannelSpec channel, ChannelSpec other) {
        problems.add(
                channel.settings().place(),
                new Text(
                                "通道 %s 与通道 %s（%s）用同一个端口，而端口同时只能由一个通道打开",
                                "channel %s is on the same port as channel %s (%s), and only one can have it open")
                        .with(channel.name(), other.name(), other.settings().place()),
                new Text(
                        "请为其中一个换端口；来自同一端口的信号应写在同一通道",
                        "give one of them another port; signals that come by one port belong to one channel"));
    }
}
