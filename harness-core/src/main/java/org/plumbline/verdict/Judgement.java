package org.plumbline.verdict;

import java.util.Optional;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;
import org.plumbline.measure.Measurement;
import org.plumbline.risk.GlobalRisk;
import org.plumbline.risk.SpecificRisk;
import org.plumbline.text.Text;

/**
 * One comparison of one measurement with one limit.
 *
 * @param time nanoseconds since the run's start
 * @param measurement null where none could be taken; the verdict is then not a pass
 * @param tolerance null where the limit could not be resolved; the verdict is then not a pass
 * @param reason one sentence that names the numbers
 * @param global what the rule does to all devices that the catalogue's prior speaks of (JCGM 106:2012, 9.4); null without
 *     a prior, and where nothing was compared
 * @param statement what the decision rule says, which tells conditional ones apart; null where nothing was compared, and
 *     where what it says does not count
 */
public record Judgement(
        long time,
        String requirement,
        String limit,
        @Nullable Measurement measurement,
        @Nullable Tolerance tolerance,
        Verdict verdict,
        Text reason,
        @Nullable GlobalRisk global,
        @Nullable Statement statement) {

    /** Without a prior; the rule said nothing but pass and fail. */
    public Judgement(
            long time,
            String requirement,
            String limit,
            @Nullable Measurement measurement,
            @Nullable Tolerance tolerance,
            Verdict verdict,
            Text reason) {
        this(time, requirement, limit, measurement, tolerance, verdict, reason, null, unconditional(verdict));
    }

    private static @Nullable Statement unconditional(Verdict verdict) {
        return verdict == Verdict.PASS ? Statement.PASS : verdict == Verdict.FAIL ? Statement.FAIL : null;
    }

    /** Refuses a pass that rests on nothing, and a verdict that is not what the rule says. */
    public Judgement {
        if (verdict == Verdict.PASS && (measurement == null || tolerance == null)) {
            throw new IllegalArgumentException("a pass needs a measurement and a tolerance: " + limit);
        }
        if (statement != null && statement.verdict() != verdict) {
            throw new IllegalArgumentException(limit + " is " + verdict + ", but its rule says " + statement);
        }
    }

    /** The same, with more to its reason. */
    public Judgement and(Text more) {
        return new Judgement(
                time, requirement, limit, measurement, tolerance, verdict, reason.and(more), global, statement);
    }

    /** The same that shows nothing, now or when it is judged again: its measurement is doubted for that reason. */
    public Judgement doubted(Text why) {
        return new Judgement(
                time,
                requirement,
                limit,
                measurement == null ? null : measurement.doubted(why),
                tolerance,
                Verdict.INCONCLUSIVE,
                reason.and(new Text("；%s", "; %s").with(why)),
                global,
                null);
    }

    /** w in the limit's unit, see {@link Tolerance#guardBand}; empty where nothing was compared, or by a multiple of a U that nobody knows. */
    public OptionalDouble guardBand() {
        return compared()
                        && (measurement.isUncertaintyKnown() || tolerance.rule().multiple() == 0)
                ? OptionalDouble.of(tolerance.guardBand(measurement.uncertainty()))
                : OptionalDouble.empty();
    }

    /** Whether no value could have passed, so that only a better instrument could decide. */
    public boolean tooCoarse() {
        return compared() && measurement.isUncertaintyKnown() && tolerance.isTooNarrowFor(measurement);
    }

    /**
     * How probable it is that a pass, or a fail, would be false (JCGM 106:2012, 9.3); empty where nothing was compared,
     * where the value is only known to be no less, where its uncertainty is not known, and where a limit of confidence shows
     * neither. What such a limit shows is false with no more than 1 - its confidence.
     */
    public Optional<SpecificRisk> risk() {
        return compared()
                        && measurement.isUncertaintyKnown()
                        && !measurement.atLeast()
                        && !(measurement.uncertainty().isOfLimit() && statement == null)
                        && Double.isFinite(measurement.value())
                ? Optional.of(tolerance.risk(measurement))
                : Optional.empty();
    }

    private boolean compared() {
        return measurement != null
                && tolerance != null
                && measurement.unit().equals(tolerance.unit())
                && (tolerance.min() != null || tolerance.max() != null);
    }
}
