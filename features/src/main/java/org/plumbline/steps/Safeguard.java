package org.plumbline.steps;

import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleFunction;
import java.util.function.ToDoubleFunction;
import org.plumbline.separation.MinimumDistance;
import org.plumbline.text.Text;

/** A safeguard whose distance from the hazard ISO 13855:2010 tells. */
public enum Safeguard {
    /** Across the approach (6.2). */
    LIGHT_CURTAIN(new Text("光幕", "light curtain"), Term.RESPONSE_TIME, Term.DETECTION),
    /** Parallel to the approach (6.3). */
    ZONE(new Text("水平探测区", "horizontal detection zone"), Term.RESPONSE_TIME, Term.HEIGHT, Term.DETECTION),
    /** On the floor (7). */
    MAT(new Text("压敏垫", "pressure-sensitive mat"), Term.RESPONSE_TIME),
    /** Without a cover (8). */
    TWO_HANDS(new Text("双手操纵装置", "two-hand control"), Term.RESPONSE_TIME),
    /** With a cover that keeps the hands from reaching in (8). */
    TWO_HANDS_COVERED(new Text("带罩双手操纵装置", "covered two-hand control"), Term.RESPONSE_TIME);

    private final Text word;
    private final List<Term> terms;

    Safeguard(Text word, Term... terms) {
        this.word = word;
        this.terms = List.of(terms);
    }

    /** The one of that word, Chinese or English. */
    static Safeguard of(String word) {
        return Arrays.stream(values())
                .filter(safeguard ->
                        safeguard.word.zh().equals(word) || safeguard.word.en().equals(word))
                .findFirst()
                .orElseThrow();
    }

    Text word() {
        return word;
    }

    /** What its formula needs. */
    List<Term> terms() {
        return terms;
    }

    /** S by the overall time in s. */
    DoubleFunction<MinimumDistance> formula(ToDoubleFunction<Term> value) {
        return time -> switch (this) {
            case LIGHT_CURTAIN -> MinimumDistance.across(time, value.applyAsDouble(Term.DETECTION));
            case ZONE ->
                MinimumDistance.along(time, value.applyAsDouble(Term.HEIGHT), value.applyAsDouble(Term.DETECTION));
            case MAT -> MinimumDistance.onTheFloor(time);
            case TWO_HANDS -> MinimumDistance.ofTwoHandControl(time, false);
            case TWO_HANDS_COVERED -> MinimumDistance.ofTwoHandControl(time, true);
        };
    }
}
