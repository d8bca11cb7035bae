package org.plumbline.measure;

import java.util.List;
import java.util.function.DoubleFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.plumbline.quantity.Unit;
import org.plumbline.separation.ProtectiveSeparation;
import org.plumbline.text.Text;
import org.plumbline.uncertainty.Contribution;
import org.plumbline.uncertainty.Inputs;

/**
 * How much farther apart person and robot are than they have to be (SSM; ISO/TS 15066:2016,
 * 5.5.4.2.3; GB/T 36008-2018, 5.5.4.2.3).
 */
public final class SeparationMargin {

    private static final Unit METRE = Unit.of("m").orElseThrow();
    private static final Unit METRE_PER_SECOND = Unit.of("m/s").orElseThrow();

    /** Where the velocity is known without uncertainty, m/s. */
    private static final double SMALL = 1e-6;

    private final Trace distance;
    private final Trace velocity;
    private final Interpolation velocities;
    private final DoubleFunction<ProtectiveSeparation> required;
    private final Timing timing;

    private SeparationMargin(
            Trace distance, Trace velocity, DoubleFunction<ProtectiveSeparation> required, Timing timing) {
        this.distance = distance;
        this.velocity = velocity;
        this.velocities = velocity.interpolation();
        this.required = required;
        this.timing = timing;
    }

    /**
     * The least margin, m: distance minus protective separation distance for the robot's velocity at that moment, interpolated to
     * the times of the distance. u combines that of the distance, that of the velocity times how S_p follows it, and what the
     * velocity may have changed while the stamps are off; that S_p is not linear is checked by Monte Carlo. U reaches as far as
     * that of any sample. The uncertainties of position
     * that S_p itself has (Z_d, Z_r) are terms of the requirement, not of this budget.
     *
     * @param distance between person and robot, a length
     * @param velocity of the robot towards the person; below 0 where it goes away, which counts as 0
     * @param required S_p by the robot's velocity in m/s, not below 0
     * @throws NotMeasurableException where the two do not overlap in time
     */
    public static Measurement least(
            Trace distance, Trace velocity, DoubleFunction<ProtectiveSeparation> required, Timing timing) {
        return new SeparationMargin(distance, velocity, required, timing).least();
    }

    private Measurement least() {
        Farthest shortfalls = new Farthest();
        for (int i = 0; i < distance.size(); i++) {
            long time = distance.time(i);
            double v = velocity(time);
            if (!Double.isNaN(v)) {
                double margin = distance.unit().convert(distance.value(i), METRE)
                        - required.apply(v).value();
                shortfalls.take(time, time, -margin, Uncertainty.of(rows(time)).combined());
            }
        }
        if (shortfalls.isEmpty()) {
            throw new NotMeasurableException(new Text("信号 %s 与 %s 在时间上没有重叠", "signals %s and %s do not overlap in time")
                    .with(distance.signal(), velocity.signal()));
        }
        return Result.of(
                new Text("%s 相对保护间距的最小余量", "least margin of %s over the protective separation distance")
                        .with(distance.signal()),
                -shortfalls.largest(),
                METRE,
                shortfalls
                        .uncertainty((time, same) -> rows(time), this::checked)
                        .mirrored(),
                List.of(distance, velocity));
    }

    /** Of the shortfall. What is drawn for the velocity goes through S_p itself. */
    private Uncertainty checked(long time, Uncertainty framework) {
        List<Contribution> inputs = rows(time);
        double v = velocity(time);
        double separation = required.apply(v).value();
        List<Contribution> ofDistance =
                inputs.subList(0, distance.contributions().size());
        List<Contribution> ofVelocity = velocity.contributions();
        return MonteCarloCheck.applied(
                        drawn -> {
                            double off = Rows.off(ofDistance, drawn, 0) + drawn[drawn.length - 1];
                            double faster = inMetresPerSecond(Rows.off(ofVelocity, drawn, ofDistance.size()));
                            return off
                                    + separation
                                    - required.apply(Math.max(0, v + faster)).value();
                        },
                        new Inputs(
                                IntStream.range(0, inputs.size())
                                        .mapToObj(i -> inputs.get(i).named(Text.same(Integer.toString(i))))
                                        .toList(),
                                List.of()),
                        0,
                        framework,
                        true)
                .mirrored();
    }

    private double velocity(long time) {
        double v = velocity.unit().convert(velocities.at(time), METRE_PER_SECOND);
        return Math.max(0, v);
    }

    private List<Contribution> rows(long time) {
        double perVelocity = slope(velocity(time));
        Stream<Contribution> ofDistance =
                Rows.times(distance.unit().convertDifference(1, METRE), distance.contributions());
        Stream<Contribution> ofVelocity = Rows.times(inMetresPerSecond(perVelocity), velocity.contributions());
        Contribution ofTime = Contribution.normal(
                new Text("时间戳偏差期间 %s 的变化", "change of %s while the stamps may be off").with(velocity.signal()),
                0,
                inMetresPerSecond(perVelocity)
                        * velocities.steepest(time)
                        * timing.apart(time, velocities.stampsAround(time)),
                Double.POSITIVE_INFINITY);
        return Stream.of(ofDistance, ofVelocity, Stream.of(ofTime))
                .flatMap(each -> each)
                .toList();
    }

    /** How S_p follows the velocity over the velocity's own uncertainty (JCGM 100:2008, 5.1.3 note 2), m per m/s. */
    private double slope(double v) {
        double u = Math.max(SMALL, inMetresPerSecond(velocity.standard()));
        double lower = Math.max(0, v - u);
        return (required.apply(v + u).value() - required.apply(lower).value()) / (v + u - lower);
    }

    private double inMetresPerSecond(double ofVelocity) {
        return velocity.unit().convertDifference(ofVelocity, METRE_PER_SECOND);
    }
}
