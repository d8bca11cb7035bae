package org.plumbline.benchmark.ten;

import java.nio.charset.StandardCharsets;
import java.util.SplittableRandom;
import org.plumbline.channel.Link;
import org.plumbline.channel.Packet;
import org.plumbline.channel.Receiver;
import org.plumbline.timeline.Clock;

/** A device that reports ten noisy numbers a hundred times a second, all in one message. */
final class TenSignals implements Link {

    private static final long PERIOD = 10_000_000L;
    private static final int SIGNALS = 10;

    private final Clock clock;
    private final Receiver receiver;
    private final SplittableRandom noise;
    private boolean open = true;

    TenSignals(Clock clock, Receiver receiver, long seed) {
        this.clock = clock;
        this.receiver = receiver;
        this.noise = new SplittableRandom(seed);
        reportAt(clock.now() + PERIOD);
    }

    private void reportAt(long at) {
        clock.schedule(at, () -> {
            if (open) {
                receiver.received(clock.now(), new Packet("ten/state", report().getBytes(StandardCharsets.UTF_8)));
                reportAt(at + PERIOD);
            }
        });
    }

    private String report() {
        StringBuilder json = new StringBuilder("{");
        for (int i = 0; i < SIGNALS; i++) {
            json.append(i == 0 ? "\"s" : ",\"s")
                    .append(i)
                    .append("\":")
                    .append(4 + noise.nextDouble() - noise.nextDouble());
        }
        return json.append('}').toString();
    }

    @Override
    public void send(Packet packet) {
        // it has no commands
    }

    @Override
    public void close() {
        open = false;
    }
}
