package org.plumbline.steps;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.plumbline.text.Text;

/**
 * What a formula of separation needs to know: just these rows stand in the table below its step.
 *
 * @param formula what is measured by it
 */
public record TermUse(Text formula, List<Term> terms) {

    private static final Text MARGIN = new Text("保护间距的余量", "margin over the protective separation distance");

    /** Of every formula; that of the protective separation distance has two forms. */
    public static List<TermUse> all() {
        return Stream.concat(
                        Stream.of(Term.STOPPING_TIME, Term.DECELERATION).map(stop -> new TermUse(MARGIN, margin(stop))),
                        Arrays.stream(Safeguard.values())
                                .map(safeguard -> new TermUse(safeguard.word(), safeguard.terms())))
                .toList();
    }

    /** @param stop what is known of how the robot stops */
    static List<Term> margin(Term stop) {
        return List.of(
                Term.REACTION_TIME,
                stop,
                Term.PERSON_SPEED,
                Term.INTRUSION,
                Term.PERSON_UNCERTAINTY,
                Term.ROBOT_UNCERTAINTY);
    }
}
