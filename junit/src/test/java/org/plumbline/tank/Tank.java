package org.plumbline.tank;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.SplittableRandom;
import org.plumbline.channel.Link;
import org.plumbline.channel.Packet;
import org.plumbline.channel.Receiver;
import org.plumbline.error.BenchException;
import org.plumbline.error.Problem;
import org.plumbline.text.Text;
import org.plumbline.timeline.Clock;

/** A tank of water that reports ten times a second and obeys 0.2 s after it was told. */
final class Tank implements Link {

    private static final long STEP = 100_000_000L;
    private static final long CUT = 4_000_000_000L;

    private final List<String> faults;
    private final Clock clock;
    private final Receiver receiver;
    private boolean pump;
    private boolean open = true;
    private long steps;

    Tank(List<String> faults, Clock clock, Receiver receiver) {
        this.faults = faults;
        this.clock = clock;
        this.receiver = receiver;
        stepAt(clock.now() + STEP);
    }

    private void stepAt(long at) {
        clock.schedule(at, () -> {
            if (open) {
                step();
                stepAt(at + STEP);
            }
        });
    }

    private void step() {
        steps++;
        if (faults.contains("cut-cable") && clock.now() >= CUT) {
            receiver.lost(new Text("电缆已断", "the cable is cut"));
            open = false;
            return;
        }
        double level = faults.contains("low") ? 0.41 : 0.8;
        boolean flickers = faults.contains("hot-at-times") && new SplittableRandom(steps / 20).nextBoolean();
        double temperature = faults.contains("hot") || flickers ? 71.5 : 40;
        boolean reports = !faults.contains("slow-reports") || steps % 10 == 0;
        String json = "{\"level\": %s, \"pump\": %s, \"pressure\": 1.5%s}"
                .formatted(level, pump, reports ? ", \"temperature\": " + temperature : "");
        receiver.received(clock.now(), new Packet("tank/state", json.getBytes(StandardCharsets.UTF_8)));
    }

    @Override
    public void send(Packet packet) {
        if (packet.address().equals("tank/vent")) {
            vent();
            return;
        }
        if (faults.contains("bursting")) {
            throw new IllegalStateException("the tank has burst");
        }
        boolean on = packet.text().contains("true");
        boolean obeys = on ? !faults.contains("stuck-pump") : !faults.contains("deaf");
        clock.schedule(clock.now() + 2 * STEP, () -> pump = obeys ? on : pump);
    }

    private void vent() {
        if (faults.contains("jammed-vent")) {
            throw new BenchException(Problem.of(new Text("排气阀卡住", "the vent is jammed"), new Text("请上油", "oil it")));
        }
    }

    @Override
    public void close() {
        open = false;
    }
}
