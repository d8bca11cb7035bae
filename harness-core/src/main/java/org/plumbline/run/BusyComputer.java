package org.plumbline.run;

import java.util.function.LongBinaryOperator;
import org.plumbline.measure.Measurement;
import org.plumbline.measure.Timing;
import org.plumbline.quantity.Unit;
import org.plumbline.text.Text;
import org.plumbline.verdict.Judgement;
import org.plumbline.verdict.Tolerance;
import org.plumbline.verdict.Verdict;

/**
 * Calls no device nonconforming for a time that its computer may have added: where something on it had to wait for a
 * processor for as long as the limit was exceeded, nothing is shown. Likewise for what follows such a time, as the minimum
 * distance of a safeguard does. Its own threads are in the uncertainty; the kernel's workers and other processes are not.
 */
public final class BusyComputer {

    private static final double NANOS = 1e-9;

    private BusyComputer() {}

    /**
     * The judgement, or inconclusive in its place.
     *
     * @param pressure how long on end something had to wait between two times, all in nanoseconds since the run's start
     */
    public static Judgement weigh(Judgement judgement, LongBinaryOperator pressure) {
        Measurement measurement = judgement.measurement();
        Tolerance tolerance = judgement.tolerance();
        if (judgement.verdict() != Verdict.FAIL
                || measurement == null
                || tolerance == null
                || tolerance.max() == null) {
            return judgement;
        }
        double excess = seconds(measurement.value() - tolerance.max(), tolerance.unit(), measurement);
        double waited = pressure.applyAsLong(measurement.from(), measurement.to()) * NANOS;
        return excess > 0 && waited >= excess ? undecided(judgement, waited) : judgement;
    }

    /** What is no time and follows none is infinitely much. */
    private static double seconds(double excess, Unit unit, Measurement measurement) {
        return unit.isCommensurableWith(Unit.S)
                ? unit.convertDifference(excess, Unit.S)
                : excess / Timing.perSecond(measurement.uncertainty());
    }

    private static Judgement undecided(Judgement judgement, double waited) {
        return new Judgement(
                judgement.time(),
                judgement.requirement(),
                judgement.limit(),
                judgement.measurement(),
                judgement.tolerance(),
                Verdict.INCONCLUSIVE,
                judgement
                        .reason()
                        .and(new Text(
                                        "；但计算机在该时段内持续繁忙 %.2f s，不能归咎于设备，请在空闲的计算机上重试",
                                        "; but the computer was busy for %.2f s of that stretch on end, so the device is not to blame: run again on a quiet one")
                                .with(waited)),
                judgement.global(),
                null);
    }
}
