package org.plumbline.measure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.plumbline.pose.Position;
import org.plumbline.pose.Stabilisation;
import org.plumbline.quantity.Unit;
import org.plumbline.signal.Settling;
import org.plumbline.text.Text;
import org.plumbline.uncertainty.Contribution;

/**
 * How arrivals come to rest about the attained position (ISO 9283:1998, 7.4 and 7.5; GB/T 12642-2013, 7.4 and 7.5): the
 * worst of them counts. U reaches as far as that of any.
 */
public final class ComingToRest {

    /**
     * One movement.
     *
     * @param axes one trace an axis, from before the limit band to standstill
     * @param rest ns since the run's start, from when on the device stands
     */
    public record Movement(List<Trace> axes, long rest) {}

    private static final double NANOS = 1e-9;
    private static final Text EDGE = new Text("测量仪器对进入误差带的影响", "the instrument at the edge of the limit band");

    private final List<Movement> movements;
    private final double band;
    private final Timing timing;

    /**
     * Of some arrivals.
     *
     * @param band radius of the limit band, in the axes' unit
     * @param timing how far stamps may be off
     */
    public ComingToRest(List<Movement> movements, double band, Timing timing) {
        this.movements = List.copyOf(movements);
        this.band = band;
        this.timing = timing;
    }

    /**
     * Position stabilisation time, s: from first coming into the limit band until staying in it (7.4). u combines two stamps and
     * two sampling intervals; where a band wider or narrower by as much as the instrument's U or less gives another time, U
     * reaches to that, and a sampling interval beyond.
     *
     * @throws NotMeasurableException where a movement begins within the band or does not end in it
     */
    public Measurement time() {
        Candidate worst = worst((track, rest) -> new Candidate(rest.time(), uncertaintyOfTime(track, rest)));
        return result(new Text("位置稳定时间(%d 次到达)", "position stabilisation time (%d arrivals)"), worst, Unit.S);
    }

    /**
     * Position overshoot OV: the largest distance from the attained position after the limit band was first entered, where it
     * was left again; else 0 (7.5). That a distance is not linear where it is small is checked by Monte Carlo; where a band wider
     * or narrower by as much as the instrument's U or less gives another one, such as 0, U reaches beyond that.
     *
     * @throws NotMeasurableException where a movement begins within the band or does not end in it
     */
    public Measurement overshoot() {
        Candidate worst = worst((track, rest) -> {
            List<Contribution> rows = new ArrayList<>(Rows.ofTwoOfTheWorst(track.axes()));
            rows.add(track.betweenSamples());
            Candidate own = Offset.of(rest.overshoot(), track.axes().size(), List.of(), rows)
                    .candidate();
            Reach reach = track.reach(rest, Settling::overshoot);
            return reach.isNone()
                    ? own
                    : new Candidate(own.value(), own.uncertainty().beyond(EDGE, reach));
        });
        return result(
                new Text("位置超调量 OV(%d 次到达)", "position overshoot OV (%d arrivals)"),
                worst,
                movements.get(0).axes().get(0).unit().ofDifference());
    }

    private Candidate worst(BiFunction<Moved, Stabilisation, Candidate> figure) {
        return Candidate.largest(movements.stream()
                .map(Moved::of)
                .map(moved -> figure.apply(moved, moved.rest(band)))
                .toList());
    }

    private Uncertainty uncertaintyOfTime(Moved moved, Stabilisation rest) {
        long entered = Math.round(rest.settling().entered() / NANOS);
        long settled = Math.round(rest.settling().settled() / NANOS);
        double interval = IntStream.range(1, moved.track().times().size())
                .mapToLong(i ->
                        moved.track().times().get(i) - moved.track().times().get(i - 1))
                .max()
                .orElse(0);
        List<Contribution> rows = new ArrayList<>(timing.enteredAndSettled(entered, settled));
        rows.add(Rows.within(new Text("两个采样间隔", "two sampling intervals"), interval * NANOS / 2)
                .withSensitivity(Math.sqrt(2)));
        Uncertainty own = Uncertainty.of(rows);
        Reach reach = moved.reach(rest, Settling::time);
        return reach.isNone()
                ? own
                : own.reaching(EDGE, reach.beyond(interval * NANOS).with(own));
    }

    private Measurement result(Text quantity, Candidate worst, Unit unit) {
        List<Trace> all =
                movements.stream().flatMap(each -> each.axes().stream()).toList();
        return Result.of(quantity.with(movements.size()), worst.value(), unit, worst.uncertainty(), all)
                .withSignals(movements.get(0).axes().stream().map(Trace::signal).toList());
    }

    /** One movement as it was sampled, and where it ended. */
    private record Moved(Track track, Position attained) {

        static Moved of(Movement movement) {
            Track track = Track.of(movement.axes());
            List<Position> standing = IntStream.range(0, track.times().size())
                    .filter(i -> track.times().get(i) >= movement.rest())
                    .mapToObj(i -> track.positions().get(i))
                    .toList();
            if (standing.isEmpty()) {
                throw new NotMeasurableException(
                        new Text("到位后没有样本，不知道实到位置", "no samples at standstill: the attained position is not known"));
            }
            Position first = standing.get(0);
            Position sum = standing.stream()
                    .map(position -> position.minus(first))
                    .reduce(new Position(0, 0, 0), Position::plus);
            return new Moved(track, first.plus(sum.times(1.0 / standing.size())));
        }

        List<Trace> axes() {
            return track.axes();
        }

        Contribution betweenSamples() {
            return track.betweenSamples();
        }

        /** From a figure to those of the bands that the instrument cannot tell from this one. */
        Reach reach(Stabilisation rest, ToDoubleFunction<Settling> figure) {
            double band = rest.settling().band();
            double expanded = Uncertainty.of(Rows.ofTwoOfTheWorst(track.axes())).expanded();
            Settling widest = rest(band + expanded).settling();
            Settling narrowest = rest(band - expanded).settling();
            double[] times = times();
            double[] distances =
                    rest.distances().stream().mapToDouble(Double::doubleValue).toArray();
            Stream<Settling> between = Arrays.stream(distances)
                    .filter(edge -> Math.abs(edge - band) < expanded)
                    .distinct()
                    .mapToObj(edge -> Settling.of(times, distances, edge));
            return Reach.of(
                    figure.applyAsDouble(rest.settling()),
                    Stream.concat(Stream.of(widest, narrowest), between).mapToDouble(figure));
        }

        private double[] times() {
            return track.times().stream().mapToDouble(time -> time * NANOS).toArray();
        }

        Stabilisation rest(double band) {
            if (track.positions().get(0).distance(attained) <= band) {
                throw new NotMeasurableException(new Text(
                        "运动开始时已在误差带内，不能判断何时进入",
                        "the movement begins within the limit band: nothing shows when it comes in"));
            }
            try {
                return Stabilisation.of(times(), track.positions(), attained, band);
            } catch (IllegalArgumentException e) {
                throw new NotMeasurableException(
                        new Text(
                                "停留结束时仍未稳定在误差带内，或测量仪器对该误差带过粗",
                                "not at rest within the limit band when the stay ends, or the instrument is too coarse for the band"));
            }
        }
    }
}
