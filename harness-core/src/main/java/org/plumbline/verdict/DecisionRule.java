package org.plumbline.verdict;

import java.util.Locale;
import org.plumbline.text.Text;

/** How the expanded uncertainty enters the decision (ILAC-G8:09/2019, JCGM 106:2012). */
public enum DecisionRule {
    /** Simple acceptance: guard band 0, the measured value alone decides (ILAC-G8, 4.2.1). */
    SIMPLE(new Text("简单接受", "simple acceptance")),
    /** Guard band w = U on both sides of the limit: pass inside, fail outside, between them inconclusive (ILAC-G8, 4.2.3). */
    GUARDED(new Text("保护带接受(w = U)", "guarded acceptance (w = U)"));

    private final Text word;

    DecisionRule(Text word) {
        this.word = word;
    }

    /** The name that reports print. */
    public Text word() {
        return word;
    }

    /** The key in the catalogue: {@code simple}, {@code guarded}. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The guard band for an expanded uncertainty, in the same unit. */
    public double guardBand(double expandedUncertainty) {
        return this == GUARDED ? expandedUncertainty : 0;
    }
}
