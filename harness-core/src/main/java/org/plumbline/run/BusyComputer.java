package org.plumbline.run;

import java.util.function.LongBinaryOperator;
import org.jspecify.annotations.Nullable;
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
 * for a processor for as long as a maximum was exceeded, or a minimum was kept by, nothing is shown. Nor where it may have taken away
 * as much, from a time that begins with a reception. Likewise for what follows
 * such a time, as the minimum distance of a safeguard does. To a mean period only what ends with its last reception adds, and only
 * what ends with its first takes away; of the stamps that an instrument made itself, nothing. Its own threads are in the uncertainty; the kernel's workers and
 * other processes are not. That other frames came on time on the same channel is no bound to such a wait: they do not go the way
 * of a command, may be those of another device behind the same broker, and may all come late, evenly, out of a queue that drains.
 */
public final class BusyComputer {

    private static final double NANOS = 1e-9;
    private static final Text NOT_TO_BLAME = new Text(
            "；但计算机在该时段内持续繁忙 %.2f s，不能归咎于设备，请在空闲的计算机上重试",
            "; but the computer was busy for %.2f s of that stretch on end, so the device is not to blame: run again on a quiet one");
    private static final Text NOT_SHOWN = new Text(
            "；但计算机在该时段内持续繁忙 %.2f s，不能证明设备符合，请在空闲的计算机上重试",
            "; but the computer was busy for %.2f s of that stretch on end, so the device is not shown to conform: run again on a quiet one");

    private final Measurement measurement;
    private final Unit unit;
    private final boolean fails;
    private final LongBinaryOperator pressure;

    private BusyComputer(Measurement measurement, Unit unit, boolean fails, LongBinaryOperator pressure) {
        this.measurement = measurement;
        this.unit = unit;
        this.fails = fails;
        this.pressure = pressure;
    }

    /**
     * The judgement, or inconclusive in its place.
     *
     * @param pressure how long on end something had to wait between two times, all in nanoseconds since the run's start
     */
    public static Judgement weigh(Judgement judgement, LongBinaryOperator pressure) {
        Measurement measurement = judgement.measurement();
        Tolerance tolerance = judgement.tolerance();
        boolean fails = judgement.verdict() == Verdict.FAIL;
        if (measurement == null || tolerance == null || !fails && judgement.verdict() != Verdict.PASS) {
            return judgement;
        }
        BusyComputer computer = new BusyComputer(measurement, tolerance.unit(), fails, pressure);
        double waited = Math.max(
                computer.added(fails ? tolerance.max() : tolerance.min()),
                computer.taken(fails ? tolerance.min() : tolerance.max()));
        return waited > 0 ? undecided(judgement, waited, fails ? NOT_TO_BLAME : NOT_SHOWN) : judgement;
    }

    /** How long a wait lasted, in seconds, that may have added what lies between a bound and the value; 0 where none lasted so long. */
    private double added(@Nullable Double bound) {
        if (bound == null) {
            return 0;
        }
        double beyond = seconds(measurement.value() - bound);
        long begins = Timing.isOfFirstAndLast(measurement) && beyond > 0
                ? Math.max(measurement.from(), measurement.to() - nanos(beyond))
                : measurement.from();
        double waited = waited(begins, measurement.to());
        return explains(waited, beyond) ? waited : 0;
    }

    /** The same of one that may have taken it away: where it ended with the first reception, it began before the stretch. */
    private double taken(@Nullable Double bound) {
        if (bound == null) {
            return 0;
        }
        double beyond = seconds(bound - measurement.value());
        long ends = Timing.isOfFirstAndLast(measurement) && beyond > 0 ? measurement.from() : measurement.to();
        double waited = waited(measurement.from() - nanos(Math.max(0, beyond)), ends);
        return explains(Timing.taken(measurement, waited), beyond) ? waited : 0;
    }

    private static long nanos(double seconds) {
        return (long) Math.ceil(seconds / NANOS);
    }

    private double waited(long from, long to) {
        return pressure.applyAsLong(from, to) * NANOS;
    }

    /** What fails does so for the other bound where it keeps this one; what passes may be beyond by a rule that rejects so. */
    private boolean explains(double waited, double beyond) {
        return waited > 0 && waited + NANOS >= beyond && (beyond > 0 || !fails);
    }

    /** How long a wait is that makes that much; what was made of no time stamp is infinitely much, as one that a device sent. */
    private double seconds(double beyond) {
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
