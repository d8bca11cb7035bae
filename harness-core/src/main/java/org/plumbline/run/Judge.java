package org.plumbline.run;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.plumbline.bench.Bench;
import org.plumbline.bench.Calibration;
import org.plumbline.bench.Instrument;
import org.plumbline.error.UnfitException;
import org.plumbline.measure.Measurement;
import org.plumbline.measure.Timing;
import org.plumbline.measure.Uncertainty;
import org.plumbline.risk.GlobalRisk;
import org.plumbline.standard.Bound;
import org.plumbline.standard.Limit;
import org.plumbline.standard.LimitPrior;
import org.plumbline.standard.Requirement;
import org.plumbline.text.Text;
import org.plumbline.verdict.DecisionRule;
import org.plumbline.verdict.Judgement;
import org.plumbline.verdict.Statement;
import org.plumbline.verdict.Tolerance;
import org.plumbline.verdict.Verdict;

/** Compares a measurement with a limit of the catalogue. A pure function of its arguments. */
public final class Judge implements Judging {

    private static final double MOST = 0.5;

    private static final Text TOO_COARSE = new Text(
            "；测量仪器对该限值过粗：容差小于两侧保护带之和",
            "; the instrument is too coarse for this limit: the guard bands leave nothing of the tolerance");
    /** Why there is no measurement where nothing else is known. */
    public static final Text NOT_TAKEN = new Text("未取得测量结果", "no measurement was taken");

    private static final Text BUSY = new Text(
            "；计算机繁忙，时间戳不准，请在空闲的计算机上重试", "; the computer was busy and time stamps are late: run again on a quiet one");
    private static final Text GUARDED_INSTEAD =
            new Text("；标准规定%s，因计算机繁忙而加保护带", "; the standard says %s, guarded because the computer was busy");
    private static final Text UNDECLARED = new Text(
            "%s，限值 %s，%s：信号 %s 未声明不确定度，没有保护带可据以判定；请为其声明 uncertainty",
            "%s, limit %s, %s: no uncertainty is declared for the signal %s, so there is no guard band to decide by;"
                    + " declare its uncertainty");
    private static final Text OR_SIMPLE = new Text("，或在标准中改用简单接受", ", or choose simple acceptance in the standard");

    private final Bench bench;
    private final Instant started;

    /** @param started when the run began: calibrations must be valid on the day of each measurement */
    public Judge(Bench bench, Instant started) {
        this.bench = bench;
        this.started = started;
    }

    /** The same of a measurement that nobody knows why it was not taken, where it is null. */
    public Judgement judge(long time, Requirement requirement, Limit limit, @Nullable Measurement measurement) {
        return judge(time, requirement, limit, measurement, NOT_TAKEN);
    }

    @Override
    public Judgement judge(
            long time, Requirement requirement, Limit limit, @Nullable Measurement measurement, Text lacking) {
        Tolerance tolerance;
        try {
            tolerance = resolve(limit);
        } catch (UnfitException e) {
            return inconclusive(
                    time,
                    requirement,
                    limit,
                    measurement,
                    null,
                    new Text("限值无法确定: %s", "the limit cannot be resolved: %s").with(e.reason()));
        }
        if (measurement == null) {
            return inconclusive(time, requirement, limit, null, tolerance, lacking);
        }
        if (!measurement.unit().isExpressibleIn(limit.unit())) {
            return inconclusive(
                    time,
                    requirement,
                    limit,
                    measurement,
                    tolerance,
                    new Text("测量单位 %s 与限值单位 %s 不可换算", "the measurement is in %s, the limit in %s")
                            .with(measurement.unit(), limit.unit()));
        }
        Measurement inUnit = measurement.in(limit.unit()).covering(limit.coverage());
        Optional<Text> doubt = doubt(inUnit);
        if (doubt.isPresent()) {
            return inconclusive(time, requirement, limit, inUnit, tolerance, doubt.get());
        }
        boolean heldUp = isUncertainByHoldUps(inUnit);
        Tolerance deciding = heldUp ? guarded(tolerance) : tolerance;
        if (!inUnit.isUncertaintyKnown() && !deciding.rule().equals(DecisionRule.SIMPLE)) {
            return inconclusive(time, requirement, limit, inUnit, deciding, undeclared(inUnit, deciding, tolerance));
        }
        Statement statement = decide(deciding, inUnit);
        Text reason = reason(inUnit, deciding, statement, heldUp);
        return new Judgement(
                time,
                requirement.id(),
                limit.name(),
                inUnit,
                deciding,
                statement.verdict(),
                deciding.equals(tolerance) ? reason : reason.and(insteadOf(tolerance)),
                global(inUnit, deciding, limit),
                statement);
    }

    private static Text undeclared(Measurement measurement, Tolerance deciding, Tolerance tolerance) {
        Text why = UNDECLARED.with(
                measurement, deciding, deciding.rule().word(), String.join(", ", measurement.undeclared()));
        return deciding.equals(tolerance) ? why.and(OR_SIMPLE) : why.and(BUSY).and(insteadOf(tolerance));
    }

    private static Text insteadOf(Tolerance tolerance) {
        return GUARDED_INSTEAD.with(tolerance.rule().word());
    }

    private static @Nullable GlobalRisk global(Measurement measurement, Tolerance tolerance, Limit limit) {
        LimitPrior prior = limit.prior();
        return prior == null || !measurement.isUncertaintyKnown()
                ? null
                : tolerance.globalRisk(prior.distribution(), measurement).orElse(null);
    }

    /**
     * A busy computer is no reason to call a device nonconforming, nor to let one pass beyond its limit, whatever the catalogue's
     * rule: the guard band lies on both sides of the limit and is U at least.
     */
    private static Tolerance guarded(Tolerance tolerance) {
        DecisionRule rule = tolerance.rule();
        DecisionRule.Kind kind = rule.kind() == DecisionRule.Kind.FOUR_STATE ? rule.kind() : DecisionRule.Kind.GUARDED;
        return tolerance.under(new DecisionRule(kind, Math.max(1, rule.multiple())));
    }

    /** Whether most of the uncertainty comes from the harness's own computer, on the side on which that is least. */
    private static boolean isUncertainByHoldUps(Measurement measurement) {
        Uncertainty uncertainty = measurement.uncertainty();
        double narrower = Math.min(uncertainty.below(), uncertainty.above()) / uncertainty.coverageFactor();
        return uncertainty.contributions().stream()
                .anyMatch(row -> row.name().equals(Timing.HELD_UP)
                        && row.component() * row.component() > MOST * narrower * narrower);
    }

    private Tolerance resolve(Limit limit) {
        return new Tolerance(
                resolve(limit.min(), limit),
                resolve(limit.max(), limit),
                limit.unit(),
                limit.inclusive(),
                limit.decision());
    }

    private @Nullable Double resolve(@Nullable Bound bound, Limit limit) {
        return bound == null ? null : bound.resolve(bench.device().ixit(), limit.unit());
    }

    /** A value that is only a lower bound shows that a maximum is exceeded, or that a minimum alone is kept. */
    private static Statement decide(Tolerance tolerance, Measurement measurement) {
        Statement statement = tolerance.decide(measurement);
        if (!measurement.atLeast()) {
            return statement;
        }
        Double max = tolerance.max();
        boolean shown =
                max == null ? statement == Statement.PASS : statement == Statement.FAIL && measurement.value() > max;
        return shown ? statement : Statement.INCONCLUSIVE;
    }

    /** What is not whole, and an instrument out of calibration, prove nothing (ISO/IEC 17025:2017, 6.4.4, 7.7.1). */
    private Optional<Text> doubt(Measurement measurement) {
        Text known = measurement.doubt();
        if (known != null) {
            return Optional.of(known);
        }
        LocalDate day = bench.laboratory().day(started.plusNanos(measurement.to()));
        for (String signal : measurement.signals()) {
            Optional<Instrument> instrument = bench.instrumentOf(signal);
            Calibration calibration = instrument.map(Instrument::calibration).orElse(null);
            if (calibration != null && day.isAfter(calibration.due())) {
                return Optional.of(new Text("测量仪器 %s 的校准已于 %s 到期", "the calibration of instrument %s was due on %s")
                        .with(instrument.orElseThrow().name(), calibration.due()));
            }
        }
        return Optional.empty();
    }

    private static Judgement inconclusive(
            long time,
            Requirement requirement,
            Limit limit,
            @Nullable Measurement measurement,
            @Nullable Tolerance tolerance,
            Text why) {
        return new Judgement(time, requirement.id(), limit.name(), measurement, tolerance, Verdict.INCONCLUSIVE, why);
    }

    private static Text reason(Measurement measurement, Tolerance tolerance, Statement statement, boolean heldUp) {
        Text decided = new Text("%s，限值 %s，%s：%s", "%s, limit %s, %s: %s")
                .with(tolerance.shown(measurement), tolerance, tolerance.rule().word(), statement.word());
        if (tolerance.isTooNarrowFor(measurement)) {
            return decided.and(TOO_COARSE);
        }
        if (statement != Statement.INCONCLUSIVE) {
            return decided;
        }
        Text remark = measurement.remark();
        Text why = remark == null ? decided : decided.and(new Text("；%s", "; %s").with(remark));
        return heldUp ? why.and(BUSY) : why;
    }
}
