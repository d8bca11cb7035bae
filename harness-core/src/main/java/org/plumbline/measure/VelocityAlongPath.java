package org.plumbline.measure;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.plumbline.pose.PathVelocity;
import org.plumbline.quantity.Unit;
import org.plumbline.statistics.Summary;
import org.plumbline.text.Text;
import org.plumbline.uncertainty.Contribution;

/**
 * How truly, how alike and how evenly a commanded velocity is kept along a path that is followed several times (ISO 9283:1998,
 * 8.6; GB/T 12642-2013, 8.6).
 */
public final class VelocityAlongPath {

    private static final Text CYCLES = new Text("%d 次循环的分散性", "scatter of %d cycles");
    private static final Text ENDS = new Text("测量仪器对路段两端的影响", "the instrument at the ends of the part of the path");
    private static final Unit PERCENT = Unit.of("%").orElseThrow();
    private static final double HUNDRED = 100;

    /** So many samples of a cycle show its course, as for a contact: fewer meet a fluctuation by chance. */
    private static final int LEAST = 10;

    private final List<Trace> cycles;
    private final List<Trace> narrower;
    private final List<Trace> wider;
    private final double[] means;
    private final PathVelocity velocity;
    private final List<String> signals;

    /**
     * Of some cycles.
     *
     * @param cycles of each the velocity where the commanded one is constant, see {@link #between}
     * @param narrower the same where the coordinate surely is between the two values, see {@link #surelyBetween}
     * @param wider the same where it may be, see {@link #perhapsBetween}
     * @param commanded v_c, in the traces' unit, above 0
     * @param signals velocity and coordinate: both must be whole for the figure to be
     * @throws NotMeasurableException with fewer than two cycles, or where one has fewer than two samples
     */
    public VelocityAlongPath(
            List<Trace> cycles, List<Trace> narrower, List<Trace> wider, double commanded, List<String> signals) {
        this.signals = List.copyOf(signals);
        if (cycles.size() < 2) {
            throw new NotMeasurableException(
                    new Text("只有 %d 次循环，至少需要 %d 次", "only %d cycles, at least %d are needed").with(cycles.size(), 2));
        }
        for (Trace cycle : cycles) {
            if (cycle.size() < 2) {
                throw new NotMeasurableException(new Text(
                                "有一次循环在该路段内只有信号 %s 的 %d 个样本，至少需要两个",
                                "a cycle has only %2$d samples of signal %1$s on that part of the path, two are needed")
                        .with(cycle.signal(), cycle.size()));
            }
        }
        this.cycles = List.copyOf(cycles);
        this.narrower = List.copyOf(narrower);
        this.wider = List.copyOf(wider);
        this.velocity = velocity(commanded, cycles);
        this.means = velocity.means().stream().mapToDouble(Double::doubleValue).toArray();
    }

    /** The same of parts whose ends are exactly known. */
    public VelocityAlongPath(List<Trace> cycles, double commanded, List<String> signals) {
        this(cycles, cycles, cycles, commanded, signals);
    }

    private static PathVelocity velocity(double commanded, List<Trace> cycles) {
        return PathVelocity.of(commanded, cycles.stream().map(Axes::values).toList());
    }

    /**
     * The velocity on a part of a straight path: while one coordinate, interpolated to the velocity's times, is between two values.
     *
     * @param coordinate over the same stretch
     * @param one end of the part, in the coordinate's unit; counts itself
     * @param other end, likewise
     */
    public static Trace between(Trace velocity, Trace coordinate, double one, double other) {
        return between(velocity, coordinate, one, other, 0, Timing.UNDISTURBED);
    }

    /** The same where the coordinate may be between the two, see {@link #doubt}. */
    public static Trace perhapsBetween(Trace velocity, Trace coordinate, double one, double other, Timing timing) {
        return between(velocity, coordinate, one, other, 1, timing);
    }

    /** The same where it surely is; that may be nowhere. */
    public static Trace surelyBetween(Trace velocity, Trace coordinate, double one, double other, Timing timing) {
        return between(velocity, coordinate, one, other, -1, timing);
    }

    private static Trace between(
            Trace velocity, Trace coordinate, double one, double other, int doubts, Timing timing) {
        Interpolation coordinates = coordinate.interpolation();
        double expanded = coordinate.expanded();
        int[] inside = IntStream.range(0, velocity.size())
                .filter(i -> {
                    double place = coordinates.at(velocity.time(i));
                    double beyond = doubts == 0 || Double.isNaN(place)
                            ? 0
                            : doubts * doubt(coordinates, expanded, velocity.time(i), timing);
                    return place >= Math.min(one, other) - beyond && place <= Math.max(one, other) + beyond;
                })
                .toArray();
        return new Trace(
                velocity.signal(),
                velocity.unit(),
                velocity.circle(),
                velocity.contributions(),
                Points.of(
                        IntStream.of(inside).mapToLong(velocity::time).toArray(),
                        IntStream.of(inside).mapToDouble(velocity::value).toArray()));
    }

    /**
     * How well it is known where the device was when a velocity was true, in the coordinate's unit: U of the coordinate, and how
     * far the device went while the stamps of the two may be off.
     */
    private static double doubt(Interpolation coordinates, double expanded, long time, Timing timing) {
        double apart = timing.apart(time, coordinates.stampsAround(time));
        return expanded + Result.K * coordinates.steepest(time) * apart;
    }

    /**
     * Path velocity accuracy AV, %, with its sign (8.6.2). u combines the scatter of the cycles' means with a sample of the
     * instrument.
     */
    public Measurement accuracy() {
        double percent = HUNDRED / velocity.commanded();
        double u = percent * Summary.of(means).standardUncertainty();
        List<Contribution> rows = new ArrayList<>(ofInstrument(percent));
        rows.add(Repeats.of(means).scatter(CYCLES.with(means.length), u));
        return result(
                new Text("%s 的轨迹速度准确度 AV(%d 次)", "path velocity accuracy AV of %s (%d cycles)"),
                velocity.accuracy(),
                PERCENT,
                Uncertainty.of(rows));
    }

    /**
     * Path velocity repeatability RV = 3 S, %, to be read as plus and minus (8.6.3). u(3 S) = 3 S / sqrt(2 (n - 1)) (JCGM 100:2008,
     * E.4.3), combined with a sample of the instrument; that it is skewed is checked by Monte Carlo.
     */
    public Measurement repeatability() {
        double value = velocity.repeatability();
        Contribution scatter = Repeats.ofSquares(means)
                .scatter(CYCLES.with(means.length), value / Math.sqrt(2.0 * (means.length - 1)));
        return result(
                new Text("%s 的轨迹速度重复性 RV(%d 次)", "path velocity repeatability RV of %s (%d cycles)"),
                value,
                PERCENT,
                new Spread(value, scatter, ofInstrument(HUNDRED / velocity.commanded())).checked(Uncertainty.COVERAGE));
    }

    /**
     * Path velocity fluctuation FV: the largest of the cycles' differences between largest and smallest velocity, in the
     * velocity's unit (8.6.4). u combines a difference of two samples with what the velocity may peak higher, and dip lower,
     * between samples: an eighth of the largest second difference each, which add up, since a sampling that misses the peak
     * misses the dip alike. What fluctuates faster than half as often as it is sampled is not seen, however many samples there
     * are. U reaches beyond the figures of the narrower and of the wider part, each to its own side; of a narrower one with too
     * few samples that is 0.
     *
     * @throws NotMeasurableException where a cycle has fewer than ten samples
     */
    public Measurement fluctuation() {
        for (Trace cycle : cycles) {
            if (cycle.size() < LEAST) {
                throw new NotMeasurableException(new Text(
                                "有一次循环在该路段内只有信号 %s 的 %d 个样本，可能漏掉速度的波动；至少需要 %d 个",
                                "a cycle has only %2$d samples of signal %1$s on that part of the path and may have missed how the"
                                        + " velocity fluctuates: %3$d are needed")
                        .with(cycle.signal(), cycle.size(), LEAST));
            }
        }
        Trace any = cycles.get(0);
        List<Contribution> rows = new ArrayList<>(Rows.ofTwoSamples(any));
        rows.add(betweenSamples());
        Uncertainty own = Uncertainty.of(rows);
        Reach reach = Reach.of(
                velocity.fluctuation(),
                DoubleStream.of(
                        ofNarrower(), velocity(velocity.commanded(), wider).fluctuation()));
        return result(
                new Text("%s 的轨迹速度波动 FV(%d 次)", "path velocity fluctuation FV of %s (%d cycles)"),
                velocity.fluctuation(),
                any.unit().ofDifference(),
                own.beyond(ENDS, reach));
    }

    private double ofNarrower() {
        return narrower.stream().anyMatch(cycle -> cycle.size() < LEAST)
                ? 0
                : velocity(velocity.commanded(), narrower).fluctuation();
    }

    private Contribution betweenSamples() {
        double largest = wider.stream()
                .flatMapToDouble(cycle -> IntStream.range(0, cycle.size()).mapToDouble(cycle::bulge))
                .max()
                .orElse(0);
        return Rows.within(new Text("两个样本之间的速度", "the velocity between two samples"), largest)
                .withSensitivity(2);
    }

    private List<Contribution> ofInstrument(double percent) {
        return Rows.times(percent, cycles.get(0).contributions()).toList();
    }

    private Measurement result(Text quantity, double value, Unit unit, Uncertainty uncertainty) {
        String signal = cycles.get(0).signal();
        return Result.of(quantity.with(signal, cycles.size()), value, unit, uncertainty, cycles)
                .withSignals(signals);
    }
}
