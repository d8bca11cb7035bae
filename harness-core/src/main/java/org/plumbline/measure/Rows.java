package org.plumbline.measure;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.plumbline.text.Text;
import org.plumbline.uncertainty.Contribution;
import org.plumbline.uncertainty.Distribution;
import org.plumbline.uncertainty.Evaluation;

/** The rows of a budget that several measurements have. */
final class Rows {

    private Rows() {}

    /** Of the difference of two samples of a trace, taken as independent. */
    static List<Contribution> ofTwoSamples(Trace trace) {
        return trace.contributions().stream()
                .map(each -> each.named(new Text(
                                each.name().zh() + "（两个样本）", each.name().en() + " (two samples)"))
                        .withSensitivity(Math.sqrt(2)))
                .toList();
    }

    /** Of the difference of two samples of the axis that is known worst. */
    static List<Contribution> ofTwoOfTheWorst(List<Trace> axes) {
        return worst(axes).map(Rows::ofTwoSamples).orElse(List.of());
    }

    /** Of a sample of the axis that is known worst, for what is made of several axes. */
    static List<Contribution> ofTheWorst(List<Trace> axes) {
        return worst(axes).map(Trace::contributions).orElse(List.of());
    }

    private static Optional<Trace> worst(List<Trace> axes) {
        return axes.stream().max(Comparator.comparingDouble(Trace::standard));
    }

    /**
     * What the repeats of a measurement show of its uncertainty (JCGM 100:2008, 4.2).
     *
     * @param u in the result's unit
     */
    static Contribution scatter(Text name, double u, int degreesOfFreedom) {
        return new Contribution(name, 0, u, degreesOfFreedom, Evaluation.A, Distribution.NORMAL, 1);
    }

    /** The same rows in another unit, of which the old one has {@code factor}. */
    static Stream<Contribution> times(double factor, List<Contribution> rows) {
        return rows.stream().map(each -> each.withSensitivity(each.sensitivity() * factor));
    }

    static Contribution within(Text name, double halfWidth) {
        return Contribution.within(name, 0, halfWidth, Distribution.UNIFORM);
    }
}
