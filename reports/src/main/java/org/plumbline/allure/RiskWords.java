package org.plumbline.allure;

import java.util.Locale;
import org.plumbline.measure.Measurement;
import org.plumbline.measure.Rounding;
import org.plumbline.quantity.Unit;
import org.plumbline.risk.GlobalRisk;
import org.plumbline.text.Text;
import org.plumbline.verdict.Judgement;
import org.plumbline.verdict.Tolerance;
import org.plumbline.verdict.Verdict;

/** Guard band and specific risk of a judgement in words (JCGM 106:2012, 9.3). */
final class RiskWords {

    private static final Text NOT_COMPARED = new Text("未与限值比较。", "Not compared with a limit.");

    private RiskWords() {}

    static Text of(Judgement judgement) {
        Tolerance tolerance = judgement.tolerance();
        if (tolerance == null || judgement.guardBand().isEmpty()) {
            return NOT_COMPARED;
        }
        double w = judgement.guardBand().getAsDouble();
        String unit = tolerance.unit().equals(Unit.ONE) ? "" : " " + tolerance.unit();
        String band = w == 0 ? "0" : Rounding.uncertainty(w) + unit;
        Text words = new Text("限值 %s，%s，保护带 w = %s；%s", "Limit %s, %s, guard band w = %s; %s")
                .with(tolerance, tolerance.rule().word(), band, risk(judgement));
        GlobalRisk global = judgement.global();
        Text ofAll = global == null
                ? Text.same("")
                : new Text("；总体误收概率 %s，总体误拒概率 %s", "; global false acceptance %s, false rejection %s")
                        .with(percent(global.falseAcceptance()), percent(global.falseRejection()));
        return words.and(ofAll).and(new Text("。", "."));
    }

    /** The probability that the verdict is false; for an undecided one, that the limit is exceeded. */
    static Text risk(Judgement judgement) {
        Measurement measurement = judgement.measurement();
        String most = measurement != null && measurement.uncertainty().isOfLimit() ? "≤ " : "";
        return judgement
                .risk()
                .map(risk -> judgement.verdict() == Verdict.FAIL
                        ? new Text("误判为不合格的概率 %s", "probability of false rejection %s")
                                .with(most + percent(risk.falseRejection()))
                        : judgement.verdict() == Verdict.PASS
                                ? new Text("误收概率 %s", "probability of false acceptance %s")
                                        .with(most + percent(risk.falseAcceptance()))
                                : new Text("真值超出限值的概率 %s", "probability beyond the limit %s")
                                        .with(percent(risk.falseAcceptance())))
                .orElseGet(() -> new Text("风险不可计算", "no risk can be stated"));
    }

    /** Below a millionth only that is said: no distribution is known so far out. */
    private static String percent(double probability) {
        return probability < 1e-6 ? "< 0.0001 %" : String.format(Locale.ROOT, "%.2g %%", probability * 100);
    }
}
