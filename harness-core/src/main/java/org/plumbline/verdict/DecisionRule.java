package org.plumbline.verdict;

import java.util.Locale;
import org.plumbline.quantity.Quantity;
import org.plumbline.text.Text;

/**
 * How the expanded uncertainty enters the decision (ILAC-G8:09/2019, 4.2; JCGM 106:2012, 8).
 *
 * @param multiple r: the guard band is w = r U; 0 for simple acceptance
 */
public record DecisionRule(Kind kind, double multiple) {

    /** Simple acceptance. */
    public static final DecisionRule SIMPLE = new DecisionRule(Kind.SIMPLE, 0);

    /** Guarded acceptance with w = U (ILAC-G8). */
    public static final DecisionRule GUARDED = new DecisionRule(Kind.GUARDED, 1);

    /** What the guard band is for. */
    public enum Kind {
        /** Guard band 0: the measured value alone decides (ILAC-G8, 4.2.1). */
        SIMPLE(new Text("简单接受", "simple acceptance")),
        /** Pass within the limit less w, fail beyond the limit plus w, between them inconclusive (ILAC-G8, 4.2.2). */
        GUARDED(new Text("保护带接受", "guarded acceptance")),
        /** Fail beyond the limit plus w only: nonconformity is to be shown (JCGM 106, 8.3.3). */
        GUARDED_REJECTION(new Text("保护带拒绝", "guarded rejection")),
        /** Guarded acceptance that tells the two sides of the limit apart in between (ILAC-G8, 4.2.3). */
        FOUR_STATE(new Text("四态判定", "four-state rule"));

        private final Text word;

        Kind(Text word) {
            this.word = word;
        }

        /** The key in the catalogue: {@code simple}, {@code guarded}, {@code guarded-rejection}, {@code four-state}. */
        public String key() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /** Refuses a guard band that is negative, infinite or no number, and one for simple acceptance. */
    public DecisionRule {
        if (!(multiple >= 0 && multiple < Double.POSITIVE_INFINITY) || kind == Kind.SIMPLE && multiple != 0) {
            throw new IllegalArgumentException("no guard band for " + kind.key() + ": " + multiple);
        }
    }

    /** The rule of that key. */
    public static DecisionRule of(String key, double multiple) {
        return new DecisionRule(Kind.valueOf(key.toUpperCase(Locale.ROOT).replace('-', '_')), multiple);
    }

    /** The name that reports print. */
    public Text word() {
        String band = multiple == 1 ? "U" : Quantity.plain(multiple) + " U";
        return kind == Kind.SIMPLE
                ? kind.word
                : new Text(kind.word.zh() + "(w = " + band + ")", kind.word.en() + " (w = " + band + ")");
    }

    /** The kind's key in the catalogue. */
    public String key() {
        return kind.key();
    }

    /** The guard band for an expanded uncertainty, in the same unit. */
    public double guardBand(double expandedUncertainty) {
        return multiple * expandedUncertainty;
    }
}
