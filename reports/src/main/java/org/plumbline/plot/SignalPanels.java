package org.plumbline.plot;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntToDoubleFunction;
import org.plumbline.bench.SignalSpec;
import org.plumbline.channel.Value;
import org.plumbline.quantity.Unit;
import org.plumbline.run.Session;
import org.plumbline.timeline.Samples;

/** Gathers the signals of a measurement into panels: one for each kind of quantity, one for each state. */
final class SignalPanels {

    /** Of a longer signal the smallest and the largest value of each of so many equal stretches are copied. */
    private static final int COPIED = 64 * (int) (Drawing.RIGHT - Drawing.LEFT);

    private final Session session;
    private final long from;
    private final long to;
    private final Map<Unit, List<Curve>> numbers = new LinkedHashMap<>();
    private final List<Panel> states = new ArrayList<>();

    /** @param from nanoseconds since the run's start, as is {@code to} */
    SignalPanels(Session session, long from, long to) {
        this.session = session;
        this.from = from;
        this.to = to;
    }

    /** Numbers of one kind together, by unit, in the order of the signals. */
    Map<Unit, List<Curve>> numbers() {
        return numbers;
    }

    /** States, each with its own names on the axis. */
    List<Panel> states() {
        return states;
    }

    void add(String name) {
        Samples samples = session.timeline().samples(name, from, to);
        session.bench().signal(name).filter(signal -> !samples.isEmpty()).ifPresent(signal -> {
            if (samples.stream().allMatch(sample -> sample.value() instanceof Value.Numeric)) {
                number(signal, samples);
            } else {
                state(signal, samples);
            }
        });
    }

    private void number(SignalSpec signal, Samples samples) {
        Unit unit = numbers.keySet().stream()
                .filter(known -> signal.unit().isCommensurableWith(known))
                .findFirst()
                .orElse(signal.unit());
        numbers.computeIfAbsent(unit, key -> new ArrayList<>())
                .add(curve(signal, samples, i -> signal.unit().convert(samples.number(i), unit), false));
    }

    private void state(SignalSpec signal, Samples samples) {
        List<String> levels = samples.stream()
                .map(sample -> sample.value().shown())
                .distinct()
                .toList();
        IntToDoubleFunction level = i -> levels.indexOf(samples.value(i).shown());
        states.add(new Panel(signal.name(), List.of(curve(signal, samples, level, true)), levels, List.of()));
    }

    /** Nobody sees all samples of a day: what is not drawn anyway is not copied either. */
    private Curve curve(SignalSpec signal, Samples samples, IntToDoubleFunction value, boolean held) {
        return Thinning.of(
                signal.name(), samples.size(), i -> samples.time(i) / 1e9, value, held, from / 1e9, to / 1e9, COPIED);
    }
}
