package org.plumbline.cli;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.plumbline.interlaboratory.Cochran;
import org.plumbline.interlaboratory.Grubbs;
import org.plumbline.interlaboratory.GrubbsPair;
import org.plumbline.interlaboratory.Mandel;
import org.plumbline.interlaboratory.Precision;
import org.plumbline.statistics.Bartlett;
import org.plumbline.statistics.Summary;

/**
 * What a round says about the method (ISO 5725-2:2019).
 *
 * @param replicates the number of results that most laboratories have, the larger one of two (7.3.3)
 * @param pair of the two farthest laboratories; null where there are no critical values for so many
 * @param bartlett whether all laboratories repeat equally well
 */
record Precisions(
        Precision precision,
        int replicates,
        Mandel mandel,
        Cochran cochran,
        Grubbs grubbs,
        @Nullable GrubbsPair pair,
        Bartlett bartlett) {

    /** Empty where a laboratory has one result only. */
    static Optional<Precisions> of(LaboratoryResults round) {
        if (round.cells().stream().anyMatch(cell -> cell.n() == 1)) {
            return Optional.empty();
        }
        Precision precision = Precision.of(round.results());
        List<Summary> cells = precision.cells();
        int replicates = usual(cells);
        double[] means = cells.stream().mapToDouble(Summary::mean).toArray();
        double[] deviations =
                cells.stream().mapToDouble(Summary::standardDeviation).toArray();
        return Optional.of(new Precisions(
                precision,
                replicates,
                Mandel.of(cells),
                Cochran.of(deviations, replicates),
                Grubbs.of(means),
                GrubbsPair.covers(means.length) ? GrubbsPair.of(means) : null,
                Bartlett.ofSummaries(cells)));
    }

    private static int usual(List<Summary> cells) {
        return cells.stream()
                .mapToInt(Summary::n)
                .boxed()
                .max(Comparator.<Integer>comparingLong(n ->
                                cells.stream().filter(cell -> cell.n() == n).count())
                        .thenComparing(Comparator.naturalOrder()))
                .orElseThrow();
    }
}
