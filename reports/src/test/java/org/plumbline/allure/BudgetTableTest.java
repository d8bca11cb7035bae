package org.plumbline.allure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.plumbline.measure.Measurement;
import org.plumbline.measure.Uncertainty;
import org.plumbline.quantity.Unit;
import org.plumbline.text.Language;
import org.plumbline.text.Text;
import org.plumbline.verdict.DecisionRule;
import org.plumbline.verdict.Judgement;
import org.plumbline.verdict.Tolerance;
import org.plumbline.verdict.Verdict;

class BudgetTableTest {

    private static final Unit M = Unit.of("m").orElseThrow();

    private static String table(Measurement measurement, Language language) {
        Judgement judgement = new Judgement(
                0,
                "X-1",
                "l",
                measurement,
                new Tolerance(null, 0.1, M, true, DecisionRule.SIMPLE),
                Verdict.PASS,
                Text.same("why"));
        return BudgetTable.html(judgement, language).orElseThrow();
    }

    private static Measurement measured() {
        return new Measurement(
                Text.same("q"), 0.08, M, false, Uncertainty.stated(0.008, 2), 0, 1, 1, List.of("depth"), null);
    }

    @Test
    void saysWhatTheRowsMakeTogether() {
        assertThat(table(measured(), Language.EN))
                .contains(
                        "<p>0.0800 m ± 0.0080 m (k = 2), coverage probability 95.45 %, effective degrees of freedom ∞.");
    }

    @Test
    void saysThatItIsNotWholeWhereSomethingIsNotDeclared() {
        Measurement undeclared = measured().withUndeclared(List.of("depth"));
        assertThat(table(undeclared, Language.EN))
                .contains("uncertainty as stated")
                .contains(
                        "<p>0.08 m. The budget is not whole: no uncertainty is declared for the signal depth, U is not"
                                + " known.<br>Limit ≤ 0.1 m, simple acceptance, guard band w = 0; no risk can be stated.");
        assertThat(table(undeclared, Language.ZH)).contains("<p>0.08 m。概算不完整：信号 depth 未声明不确定度，U 未知。<br>");
    }
}
