package org.plumbline.measure;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
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

    /** The same rows under names that tell them from those of other groups. */
    static List<Contribution> ofGroup(int number, List<Contribution> rows) {
        return rows.stream()
                .map(each -> each.named(new Text("%s（第 %d 组）", "%s (group %d)").with(each.name(), number)))
                .toList();
    }

    /**
     * A row of what several axes share.
     *
     * @param sum of the absolute sensitivities to them
     */
    static Contribution together(Contribution row, int axes, double sum) {
        Text name = axes == 1 ? row.name() : row.name().and(new Text("（各轴全相关）", " (axes fully correlated)"));
        return row.named(name).withSensitivity(row.sensitivity() * sum);
    }

    /** The same rows in another unit, of which the old one has {@code factor}. */
    static Stream<Contribution> times(double factor, List<Contribution> rows) {
        return rows.stream().map(each -> each.withSensitivity(each.sensitivity() * factor));
    }

    /**
     * What drawn inputs add to a result, to first order.
     *
     * @param drawn values of the rows, from index {@code from} on
     */
    static double off(List<Contribution> rows, double[] drawn, int from) {
        double sum = 0;
        int size = rows.size();
        for (int i = 0; i < size; i++) {
            Contribution row = rows.get(i);
            sum += row.sensitivity() * (drawn[from + i] - row.estimate());
        }
        return sum;
    }

    static Contribution within(Text name, double halfWidth) {
        return Contribution.within(name, 0, halfWidth, Distribution.UNIFORM);
    }
}
