package org.plumbline.probe;

import java.util.List;
import java.util.Map;
import org.plumbline.bench.Bench;
import org.plumbline.bench.ChannelSpec;
import org.plumbline.bench.Device;
import org.plumbline.bench.DeviceIdentity;
import org.plumbline.bench.Laboratory;
import org.plumbline.bench.Secrets;
import org.plumbline.bench.Settings;
import org.plumbline.bench.SignalSpec;
import org.plumbline.quantity.Unit;

/** A bench with one channel of its device, and one signal in metres on it. */
final class LoneChannel {

    private LoneChannel() {}

    static Bench bench(String transport, String codec, Map<String, ?> channel, Map<String, ?> signal) {
        Unit unit = Unit.of("m").orElseThrow();
        Device device = new Device(
                new DeviceIdentity("test", "m", "x", "1", "1"),
                Map.of(),
                Map.of(),
                Map.of("nav", new ChannelSpec("nav", Device.OWNER, transport, codec, Settings.of(channel))),
                Map.of("level", new SignalSpec("level", "nav", unit, null, null, Settings.of(signal))),
                Map.of());
        return new Bench(
                new Laboratory("lab", ""),
                "operator",
                Map.of(),
                device,
                List.of(),
                1,
                null,
                new Secrets(name -> null),
                null,
                null);
    }
}
