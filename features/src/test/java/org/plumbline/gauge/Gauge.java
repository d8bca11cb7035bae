package org.plumbline.gauge;

import java.nio.charset.StandardCharsets;
import java.util.SplittableRandom;
import org.plumbline.channel.Link;
import org.plumbline.channel.Packet;
import org.plumbline.channel.Receiver;
import org.plumbline.error.BenchException;
import org.plumbline.error.Problem;
import org.plumbline.text.Text;
import org.plumbline.timeline.Clock;

/** Reports ten times a second; each filling ends at 0.5 m or, as chance will have it, at 2 m. It cannot be told to jam. */
public final class Gauge implements Link {

    private static final long STEP = 100_000_000L;

    private final SplittableRandom chance;
    private final Clock clock;
    private final Receiver receiver;
    private double level;
    private boolean open = true;

    Gauge(long seed, Clock clock, Receiver receiver) {
        this.chance = new SplittableRandom(seed);
        this.clock = clock;
        this.receiver = receiver;
        stepAt(clock.now() + STEP);
    }

    /** Whether the first fillings overflow with that seed. */
    public static boolean[] overflows(long seed, int fillings) {
        SplittableRandom chance = new SplittableRandom(seed);
        boolean[] overflows = new boolean[fillings];
        for (int i = 0; i < fillings; i++) {
            overflows[i] = chance.nextBoolean();
        }
        return overflows;
    }

    private void stepAt(long at) {
        clock.schedule(at, () -> {
            if (open) {
                byte[] json = "{\"level\": %s}".formatted(level).getBytes(StandardCharsets.UTF_8);
                receiver.received(clock.now(), new Packet("gauge/state", json));
                stepAt(at + STEP);
            }
        });
    }

    @Override
    public void send(Packet packet) {
        if (packet.text().contains("jam")) {
            throw new BenchException(Problem.of(new Text("卡住了", "jammed"), new Text("敲一下", "give it a knock")));
        }
        level = chance.nextBoolean() ? 2 : 0.5;
    }

    @Override
    public void close() {
        open = false;
    }
}
