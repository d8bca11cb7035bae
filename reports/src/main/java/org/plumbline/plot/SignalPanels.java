package org.plumbline.plot;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.plumbline.bench.SignalSpec;
import org.plumbline.channel.Value;
import org.plumbline.quantity.Unit;
import org.plumbline.run.Session;
import org.plumbline.timeline.Observation.Sample;

/** Gathers the signals of a measurement into panels: one for each kind of quantity, one for each state. */
final class SignalPanels {

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
        List<Sample> samples = session.timeline().samples(name, from, to);
        session.bench().signal(name).filter(signal -> !samples.isEmpty()).ifPresent(signal -> {
            if (samples.stream().allMatch(sample -> sample.value() instanceof Value.Numeric)) {
                number(signal, samples);
            } else {
                state(signal, samples);
            }
        });
    }

    private void number(SignalSpec signal, List<Sample> samples) {
        Unit unit = numbers.keySet().stream()
                .filter(known -> signal.unit().isCommensurableWith(known))
                .findFirst()
                .orElse(signal.unit());
        double[] values = samples.stream()
                .mapToDouble(sample -> signal.unit().convert(((Value.Numeric) sample.value()).value(), unit))
                .toArray();
        numbers.computeIfAbsent(unit, key -> new ArrayList<>())
                .add(new Curve(signal.name(), seconds(samples), values, false));
    }

    private void state(SignalSpec signal, List<Sample> samples) {
        List<String> levels = samples.stream()
                .map(sample -> sample.value().shown())
                .distinct()
                .toList();
        double[] values = samples.stream()
                .mapToDouble(sample -> levels.indexOf(sample.value().shown()))
                .toArray();
        states.add(new Panel(
                signal.name(), List.of(new Curve(signal.name(), seconds(samples), values, true)), levels, List.of()));
    }

    private static double[] seconds(List<Sample> samples) {
        return samples.stream().mapToDouble(sample -> sample.time() / 1e9).toArray();
    }
}
