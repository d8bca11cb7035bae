package org.plumbline.cli;

import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.plumbline.interlaboratory.AlgorithmA;
import org.plumbline.interlaboratory.EzScore;
import org.plumbline.interlaboratory.Score;
import org.plumbline.interlaboratory.StopRule;
import org.plumbline.statistics.Summary;

/**
 * What a round says about its laboratories: scores (ISO 13528:2022) by the robust mean of Algorithm A (as in ISO 13528:2005, C.1).
 *
 * @param robust mean and standard deviation of the laboratories' means
 * @param assigned X
 * @param sigma standard deviation for proficiency assessment
 * @param uAssigned u(X); not a number where nobody states it
 * @param laboratories in the order of the file
 */
record Performances(AlgorithmA robust, double assigned, double sigma, double uAssigned, List<Laboratory> laboratories) {

    /** After how many digits the robust iteration ends. */
    static final int DIGITS = 3;

    private static final double COVERAGE_FACTOR = 2;
    private static final double ROBUST_MEAN = 1.25;
    private static final double NEGLIGIBLE = 0.3;

    /**
     * One laboratory; null for scores whose uncertainties nobody states.
     *
     * @param mean of its results
     */
    record Laboratory(
            String name,
            double mean,
            Score z,
            @Nullable Score zPrime,
            @Nullable Score zeta,
            @Nullable Score en,
            @Nullable EzScore ez) {}

    /**
     * By the robust mean and standard deviation, unless others are given. Of the robust mean u(X) = 1.25 s* / sqrt(p) (7.7.3).
     *
     * @param assigned null for the robust mean
     * @param expanded U of {@code assigned} with k = 2; null where nobody states it
     * @param sigma null for the robust one
     */
    static Performances of(
            LaboratoryResults round, @Nullable Double assigned, @Nullable Double expanded, @Nullable Double sigma) {
        double[] means = round.cells().stream().mapToDouble(Summary::mean).toArray();
        AlgorithmA robust = AlgorithmA.of(means, new StopRule.SignificantDigits(DIGITS));
        double x = assigned == null ? robust.mean() : assigned;
        double s = sigma == null ? robust.deviation() : sigma;
        double u = expanded != null
                ? expanded / COVERAGE_FACTOR
                : assigned == null ? ROBUST_MEAN * robust.deviation() / Math.sqrt(means.length) : Double.NaN;
        return new Performances(
                robust,
                x,
                s,
                u,
                IntStream.range(0, means.length)
                        .mapToObj(i -> laboratory(
                                round.names().get(i), means[i], round.expanded().get(i), x, s, u))
                        .toList());
    }

    private static Laboratory laboratory(String name, double mean, double expanded, double x, double s, double u) {
        boolean both = !Double.isNaN(u) && !Double.isNaN(expanded);
        return new Laboratory(
                name,
                mean,
                Score.z(mean, x, s),
                Double.isNaN(u) ? null : Score.zPrime(mean, x, s, u),
                both ? Score.zeta(mean, x, expanded / COVERAGE_FACTOR, u) : null,
                both ? Score.en(mean, x, expanded, COVERAGE_FACTOR * u) : null,
                both ? EzScore.of(mean, x, expanded, COVERAGE_FACTOR * u) : null);
    }

    /** Whether u(X) is too large beside sigma for z, so that z' counts (9.2.1). */
    boolean isAssignedUncertain() {
        return uAssigned > NEGLIGIBLE * sigma;
    }

    boolean isUncertaintyKnown() {
        return !Double.isNaN(uAssigned);
    }

    /** Whether any laboratory's own uncertainty is judged. */
    boolean hasOwnUncertainties() {
        return laboratories.stream().anyMatch(laboratory -> laboratory.en() != null);
    }
}
