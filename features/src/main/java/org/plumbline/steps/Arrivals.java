package org.plumbline.steps;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.plumbline.measure.ComingToRest.Movement;
import org.plumbline.measure.Points;
import org.plumbline.measure.Trace;
import org.plumbline.run.NotReachedException;
import org.plumbline.run.Traces;
import org.plumbline.run.Trial;
import org.plumbline.run.Visit;
import org.plumbline.text.Text;

/** Attained values: for each arrival at a place the mean of a signal while the device stays there. */
final class Arrivals {

    private Arrivals() {}

    static List<Trace> at(Trial trial, String place, List<String> signals) {
        List<Visit> visits = visits(trial, place);
        return attained(trial, visits, signals);
    }

    /** The same for each place from which the device came; the first arrival came from nowhere that is known. */
    static List<List<Trace>> byOrigin(Trial trial, String place, List<String> signals) {
        List<Visit> arrivals = visits(trial, place);
        List<Visit> all = trial.visits();
        Map<String, List<Visit>> origins = new LinkedHashMap<>();
        for (int i = 1; i < all.size(); i++) {
            if (arrivals.contains(all.get(i))) {
                origins.computeIfAbsent(all.get(i - 1).place(), origin -> new ArrayList<>())
                        .add(all.get(i));
            }
        }
        return origins.values().stream()
                .map(visits -> attained(trial, visits, signals))
                .toList();
    }

    /** The whole ways to a place, one an arrival: from the command to the end of the stay. */
    static List<List<Trace>> ways(Trial trial, String place, List<String> signals) {
        return movements(trial, place, signals).stream().map(Movement::axes).toList();
    }

    /** The same with the moments at which the device stands. */
    static List<Movement> movements(Trial trial, String place, List<String> signals) {
        signals.forEach(signal -> Names.signal(trial.session().bench(), signal));
        Traces traces = new Traces(trial.session());
        return visits(trial, place).stream()
                .map(visit -> new Movement(
                        signals.stream()
                                .map(signal -> traces.of(signal, visit.sent(), visit.to()))
                                .toList(),
                        visit.from()))
                .toList();
    }

    private static List<Visit> visits(Trial trial, String place) {
        List<Visit> visits = trial.visits().stream()
                .filter(visit -> visit.place().equals(place))
                .toList();
        if (visits.isEmpty()) {
            throw new NotReachedException(
                    new Text("场景中没有到达“%s”的记录", "the scenario never arrived at \"%s\"").with(place));
        }
        return visits;
    }

    private static List<Trace> attained(Trial trial, List<Visit> visits, List<String> signals) {
        signals.forEach(signal -> Names.signal(trial.session().bench(), signal));
        return signals.stream().map(signal -> attained(trial, visits, signal)).toList();
    }

    private static Trace attained(Trial trial, List<Visit> visits, String signal) {
        Traces traces = new Traces(trial.session());
        long[] times = new long[visits.size()];
        double[] values = new double[visits.size()];
        for (int i = 0; i < times.length; i++) {
            Trace stay = traces.of(signal, visits.get(i).from(), visits.get(i).to());
            times[i] = visits.get(i).to();
            values[i] = mean(stay);
        }
        return traces.trace(signal, Points.of(times, values));
    }

    /** Differences from the first value are averaged: angles may wrap, origins may be far. */
    private static double mean(Trace stay) {
        double origin = stay.value(0);
        double sum = 0;
        for (int i = 0; i < stay.size(); i++) {
            sum += stay.difference(stay.value(i), origin);
        }
        return origin + sum / stay.size();
    }
}
