package org.plumbline.run;

import java.util.function.LongBinaryOperator;
import org.plumbline.measure.Measurement;
import org.plumbline.measure.Timing;
import org.plumbline.measure.Uncertainty;
import org.plumbline.quantity.Unit;
import org.plumbline.text.Text;
import org.plumbline.verdict.Judgement;
import org.plumbline.verdict.Tolerance;
import org.plumbline.verdict.Verdict;

/**
 * Calls no device nonconforming, nor conforming, for a time that its computer may have added: where something on it had to wait
 * for a processor for as long as a maximum was exceeded, or a minimum was kept by, nothing is shown. Likewise for what follows
 * such a time, as the minimum distance of a safeguard does. Its own threads are in the uncertainty; the kernel's workers and
 * other processes are not.
 */
public final class BusyComputer {

    private static final double NANOS = 1e-9;
    private static final Text NOT_TO_BLAME = new Text(
            "；但计算机在该时段内持续繁忙 %.2f s，不能归咎于设备，请在空闲的计算机上重试",
            "; but the computer was busy for %.2f s of that stretch on end, so the device is not to blame: run again on a quiet one");
    private static final Text NOT_SHOWN = new Text(
            "；但计算机在该时段内持续繁忙 %.2f s，不能证明设备符合，请在空闲的计算机上重试",
            "; but the computer was busy for %.2f s of that stretch on end, so the device is not shown to conform: run again on a quiet one");

    private BusyComputer() {}

    /**
     * The judgement, or inconclusive in its place.
     *
     * @param pressure how long on end something had to wait between two times, all in nanoseconds since the run's start
     */
    public static Judgement weigh(Judgement judgement, LongBinaryOperator pressure) {
        Measurement measurement = judgement.measurement();
        Tolerance tolerance = judgement.tolerance();
        if (measurement == null || tolerance == null) {
            return judgement;
        }
        boolean fails = judgement.verdict() == Verdict.FAIL;
        Double bound = fails ? tolerance.max() : judgement.verdict() == Verdict.PASS ? tolerance.min() : null;
        if (bound == null) {
            return judgement;
        }
        double beyond = seconds(measurement.value() - bound, tolerance.unit(), measurement);
        double waited = pressure.applyAsLong(measurement.from(), measurement.to()) * NANOS;
        boolean counts = fails ? beyond > 0 : waited > 0;
        return counts && waited >= beyond ? undecided(judgement, waited, fails ? NOT_TO_BLAME : NOT_SHOWN) : judgement;
    }

    /** How long a wait adds that much; what was made of no time stamp is infinitely much, as one that a device sent. */
    private static double seconds(double beyond, Unit unit, Measurement measurement) {
        Uncertainty uncertainty = measurement.uncertainty();
        double perSecond = Timing.perSecond(uncertainty);
        if (perSecond > 0) {
            return beyond / perSecond;
        }
        return uncertainty.isStated() && unit.isCommensurableWith(Unit.S)
                ? unit.convertDifference(beyond, Unit.S)
                : Double.POSITIVE_INFINITY;
    }

    private static Judgement undecided(Judgement judgement, double waited, Text why) {
        return new Judgement(
                judgement.time(),
                judgement.requirement(),
                judgement.limit(),
                judgement.measurement(),
                judgement.tolerance(),
                Verdict.INCONCLUSIVE,
                judgement.reason().and(why.with(waited)),
                judgement.global(),
                null);
    }
}
