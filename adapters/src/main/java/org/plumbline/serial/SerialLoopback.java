package org.plumbline.serial;

import java.util.Map;
import java.util.function.LongSupplier;
import org.plumbline.bench.ChannelSpec;
import org.plumbline.bench.Settings;
import org.plumbline.channel.Link;
import org.plumbline.channel.Loopback;
import org.plumbline.channel.Transport;
import org.plumbline.error.PlumblineException;
import org.plumbline.loopback.Rounds;
import org.plumbline.pty.PseudoTerminal;
import org.plumbline.text.Text;

/** A line of our own in place of the device's, from its far end through the serial library to the stamp. */
final class SerialLoopback {

    private static final String FAST = "115200";

    private SerialLoopback() {}

    static Loopback through(Transport serial, ChannelSpec channel, LongSupplier now) {
        if (!PseudoTerminal.available()) {
            return Loopback.none(new Text("本系统没有伪终端", "this system has no pseudo-terminals"));
        }
        Rounds rounds = new Rounds(now);
        try (PseudoTerminal line = PseudoTerminal.open()) {
            Link link = serial.open(on(line, channel), rounds);
            try {
                return rounds.run(line::write);
            } finally {
                link.close();
            }
        } catch (PlumblineException e) {
            return Loopback.none(e.words());
        }
    }

    private static ChannelSpec on(PseudoTerminal line, ChannelSpec channel) {
        Settings settings = Settings.of(Map.of("port", line.port().toString(), "baud", FAST));
        return new ChannelSpec(channel.name(), channel.owner(), channel.transport(), channel.codec(), settings);
    }
}
