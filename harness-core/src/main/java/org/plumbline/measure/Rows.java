package org.plumbline.measure;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.plumbline.text.Text;
import org.plumbline.uncertainty.Contribution;
import org.plumbline.uncertainty.Distribution;

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

    /** Of a sample of the axis that is known worst, for what is made of several axes. */
    static List<Contribution> ofTheWorst(List<Trace> axes) {
        return axes.stream()
                .max(Comparator.comparingDouble(Trace::standard))
                .map(Trace::contributions)
                .orElse(List.of());
    }

    /** The same rows in another unit, of which the old one has {@code factor}. */
    static Stream<Contribution> times(double factor, List<Contribution> rows) {
        return rows.stream().map(each -> each.withSensitivity(each.sensitivity() * factor));
    }

    static Contribution within(Text name, double halfWidth) {
        return Contribution.within(name, 0, halfWidth, Distribution.UNIFORM);
    }
}
