package org.plumbline.benchfile;

import org.plumbline.bench.Bench;
import org.plumbline.bench.ChannelSpec;
import org.plumbline.bench.SignalSpec;
import org.plumbline.channel.Adapters;
import org.plumbline.channel.Transport;
import org.plumbline.error.Problem;
import org.plumbline.text.Text;
import org.plumbline.yaml.Problems;

/** Refuses a signal that is at an address which its channel does not ask for: it would look like a silent device. */
final class AddressCheck {

    private final Bench bench;
    private final Adapters adapters;
    private final Problems problems;

    AddressCheck(Bench bench, Adapters adapters, Problems problems) {
        this.bench = bench;
        this.adapters = adapters;
        this.problems = problems;
    }

    void check() {
        for (SignalSpec signal : bench.signals()) {
            ChannelSpec channel = bench.channel(signal.channel()).orElseThrow();
            Transport transport = adapters.transport(channel.transport()).orElseThrow();
            adapters.codec(channel.codec())
                    .orElseThrow()
                    .address(channel, signal)
                    .flatMap(address -> transport.unreachable(channel, address))
                    .ifPresent(why -> refuse(signal, why));
        }
    }

    private void refuse(SignalSpec signal, Problem why) {
        problems.add(
                signal.settings().place(),
                redacted(new Text("信号“%s”收不到任何值：%s", "no value of the signal \"%s\" can ever come: %s")
                        .with(signal.name(), why.what())),
                redacted(why.remedy()));
    }

    private Text redacted(Text words) {
        return bench.secrets().redact(words);
    }
}
