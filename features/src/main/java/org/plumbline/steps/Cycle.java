package org.plumbline.steps;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.plumbline.bench.SignalSpec;
import org.plumbline.quantity.Quantity;
import org.plumbline.run.NotReachedException;
import org.plumbline.run.Session;
import org.plumbline.run.Trial;
import org.plumbline.run.Visit;
import org.plumbline.run.Waiting;
import org.plumbline.text.Text;
import org.plumbline.timeline.Observation.Sample;

/** Repeats commands and notes each arrival. */
final class Cycle {

    private final Trial trial;
    private final Session session;
    private final List<CycleStep> steps;
    private final long within;

    Cycle(Trial trial, List<CycleStep> steps, long within) {
        this.trial = trial;
        this.session = trial.session();
        this.steps = steps;
        this.within = within;
        steps.forEach(step -> {
            Names.command(session.bench(), step.command());
            Names.signal(session.bench(), step.signal());
        });
    }

    void run(int times) {
        for (int i = 1; i <= times; i++) {
            for (CycleStep step : steps) {
                visit(step, i);
            }
        }
    }

    private void visit(CycleStep step, int round) {
        Map<String, String> parameters = new HashMap<>();
        step.parameters().forEach((name, value) -> parameters.put(name, Parameters.value(trial, value)));
        long sent = session.send(step.command(), parameters);
        SignalSpec signal = Names.signal(session.bench(), step.signal());
        Optional<Sample> arrived = new Waiting(trial)
                .first(step.signal(), sent, sample -> sample.value().is(step.value(), signal.unit()), sent + within);
        if (arrived.isEmpty()) {
            String seconds = Quantity.plain(within / 1e9);
            throw new NotReachedException(new Text(
                    String.format(
                            Locale.ROOT,
                            "第 %d 次循环：信号 %s 未能在 %s s 内变为“%s”",
                            round,
                            step.signal(),
                            seconds,
                            step.value()),
                    String.format(
                            Locale.ROOT,
                            "cycle %d: signal %s did not become \"%s\" within %s s",
                            round,
                            step.signal(),
                            step.value(),
                            seconds)));
        }
        long at = arrived.get().time();
        if (!session.timeline().awaitTime(at + step.dwell())) {
            session.requireChannels();
        }
        trial.visited(new Visit(step.value(), sent, at + step.dwell() / 2, at + step.dwell()));
    }
}
