package org.plumbline.measure;

import java.util.List;
import java.util.function.DoubleFunction;
import java.util.stream.IntStream;
import org.plumbline.quantity.Quantity;
import org.plumbline.quantity.Unit;
import org.plumbline.separation.MinimumDistance;
import org.plumbline.text.Text;
import org.plumbline.uncertainty.Contribution;
import org.plumbline.uncertainty.Inputs;

/** How far a safeguard has to be from the hazard, from a stopping time that was measured (ISO 13855; GB/T 19876-2012). */
public final class SafeguardDistance {

    private static final Unit MILLIMETRE = Unit.of("mm").orElseThrow();

    private static final int CHORDS = 1000;
    private static final double ROUNDING = 1e-9;

    private SafeguardDistance() {}

    /**
     * The minimum distance S, mm. Its budget is that of the time, times how S follows the time over its U (JCGM 100:2008, 5.1.3
     * note 2); that S bends where K changes is checked by Monte Carlo. Of a time whose interval is not symmetric the
     * ends are those of S: it never falls with the time. Where S falls more steeply from T down than over U, as beside a flat part
     * of it, a row without u tells how much less S may be for each second that a wait added to the time, at most: a shorter wait may take less than that.
     *
     * @param time until the hazard has stopped, s
     * @param response of the safeguard before that, s; taken as known
     * @param formula S for an overall time in s
     */
    public static Measurement of(Measurement time, double response, DoubleFunction<MinimumDistance> formula) {
        double total = time.value() + response;
        MinimumDistance distance = formula.apply(total);
        double reach = time.uncertainty().expanded();
        double lower = Math.max(0, total - reach);
        double perSecond = reach == 0
                ? 0
                : (formula.apply(total + reach).value() - formula.apply(lower).value()) / (total + reach - lower);
        List<Contribution> rows =
                Rows.times(perSecond, time.uncertainty().contributions()).toList();
        Uncertainty uncertainty = checked(distance.value(), Uncertainty.of(rows), total, time.uncertainty(), formula);
        double steepest = steepest(total, time.value(), formula);
        return new Measurement(
                new Text(
                                "最小安全距离 S（T = %s s，K = %s mm/s，C = %s mm）",
                                "minimum distance S (T = %s s, K = %s mm/s, C = %s mm)")
                        .with(
                                Rounding.of(total, reach),
                                Quantity.plain(distance.approachSpeed()),
                                Quantity.plain(distance.intrusion())),
                distance.value(),
                MILLIMETRE,
                time.atLeast(),
                steepest > perSecond * (1 + ROUNDING) ? uncertainty.with(Timing.waiting(steepest)) : uncertainty,
                time.from(),
                time.to(),
                time.samples(),
                time.signals(),
                time.undeclared(),
                time.remark(),
                time.doubt());
    }

    /** The steepest chord from T down to any shorter time than was measured, in mm/s. */
    private static double steepest(double total, double time, DoubleFunction<MinimumDistance> formula) {
        double value = formula.apply(total).value();
        return IntStream.rangeClosed(1, CHORDS)
                .mapToDouble(i -> time * i / CHORDS)
                .filter(less -> less > 0)
                .map(less -> (value - formula.apply(Math.max(0, total - less)).value()) / less)
                .max()
                .orElse(0);
    }

    private static Uncertainty checked(
            double value,
            Uncertainty framework,
            double total,
            Uncertainty time,
            DoubleFunction<MinimumDistance> formula) {
        if (time.check() == null && time.below() != time.above()) {
            double least = formula.apply(Math.max(0, total - time.below())).value();
            return framework.ending(
                    new Reach(value - least, formula.apply(total + time.above()).value() - value));
        }
        return framework.combined() == 0
                ? framework
                : MonteCarloCheck.applied(
                        drawn -> formula.apply(Math.max(0, total + Rows.off(time.contributions(), drawn, 0)))
                                .value(),
                        new Inputs(time.contributions(), List.of()),
                        value,
                        framework,
                        true);
    }
}
