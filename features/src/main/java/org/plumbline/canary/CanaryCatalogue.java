package org.plumbline.canary;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.plumbline.ics.Applicability;
import org.plumbline.quantity.Unit;
import org.plumbline.standard.Bound;
import org.plumbline.standard.Completeness;
import org.plumbline.standard.Limit;
import org.plumbline.standard.Modality;
import org.plumbline.standard.Requirement;
import org.plumbline.standard.Standard;
import org.plumbline.text.Text;
import org.plumbline.verdict.DecisionRule;

/** The limits that the canaries are judged by: each decision rule, each side of an interval. */
public final class CanaryCatalogue {

    /** Its one requirement. */
    public static final String REQUIREMENT = "CANARY-1";

    static final String DECLARED = "declared";

    static final Unit NEWTON = Unit.of("N").orElseThrow();
    static final Unit METRE = Unit.of("m").orElseThrow();
    static final Unit METRE_PER_SECOND = Unit.of("m/s").orElseThrow();
    static final Unit PERCENT = Unit.of("%").orElseThrow();
    static final Unit RADIAN = Unit.of("rad").orElseThrow();

    private CanaryCatalogue() {}

    /** The catalogue as it is shipped. */
    public static Standard standard() {
        return standard(List.of(
                max("time", 1, Unit.S, DecisionRule.GUARDED),
                max("transient", 280, NEWTON, DecisionRule.GUARDED),
                max("quasi-static", 140, NEWTON, DecisionRule.GUARDED),
                max("reach", 2, METRE, DecisionRule.GUARDED),
                max("jitter", 0.05, Unit.S, DecisionRule.GUARDED),
                max("difference", 0.1, METRE, DecisionRule.GUARDED),
                max("percentage", 10, PERCENT, DecisionRule.GUARDED),
                max("fluctuation", 0.1, METRE_PER_SECOND, DecisionRule.GUARDED),
                max("angle", 0.1, RADIAN, DecisionRule.GUARDED),
                max("count", 0, Unit.ONE, DecisionRule.SIMPLE),
                limit("share", Unit.ONE, Bound.of(0.8, Unit.ONE), null, DecisionRule.SIMPLE),
                max("ceiling", 1, METRE, DecisionRule.GUARDED),
                limit("floor", METRE, Bound.of(0, METRE), null, DecisionRule.GUARDED),
                limit("between", METRE, Bound.of(0, METRE), Bound.of(1, METRE), DecisionRule.GUARDED),
                max("simple", 1, METRE, DecisionRule.SIMPLE),
                max("rejection", 1, METRE, new DecisionRule(DecisionRule.Kind.GUARDED_REJECTION, 1)),
                max("four-state", 1, METRE, new DecisionRule(DecisionRule.Kind.FOUR_STATE, 1)),
                limit("declared", METRE, null, declared(), DecisionRule.GUARDED)));
    }

    /** A catalogue with those limits. */
    public static Standard standard(List<Limit> limits) {
        Map<String, Limit> byName = new LinkedHashMap<>();
        limits.forEach(limit -> byName.put(limit.name(), limit));
        Text words = new Text("判定自检", "self-check of the judge");
        return new Standard(
                "CANARY",
                words,
                "local",
                "draft",
                "1",
                List.of(),
                List.of(),
                Map.of(),
                Map.of(),
                List.of(),
                Completeness.DEFAULT,
                List.of(new Requirement(
                        REQUIREMENT,
                        "1",
                        "basic",
                        Modality.SHALL,
                        words,
                        new Applicability.Always(),
                        byName,
                        List.of())));
    }

    private static Bound declared() {
        return new Bound("ixit(" + DECLARED + ")", List.of(new Bound.Term(1, DECLARED, null)));
    }

    private static Limit max(String name, double value, Unit unit, DecisionRule rule) {
        return limit(name, unit, null, Bound.of(value, unit), rule);
    }

    private static Limit limit(String name, Unit unit, @Nullable Bound min, @Nullable Bound max, DecisionRule rule) {
        return new Limit(name, unit, min, max, rule, true, "proposal", null);
    }
}
