package org.plumbline.uncertainty;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.plumbline.text.Text;

/**
 * The inputs of one result with their correlations.
 *
 * @param contributions at least one, names unique
 * @param correlations of pairs of them; pairs not named are independent
 */
public record Inputs(List<Contribution> contributions, List<Correlation> correlations) {

    /** Refuses names and pairs met twice, correlations of unknown inputs, and those that cannot hold together. */
    public Inputs {
        contributions = List.copyOf(contributions);
        correlations = List.copyOf(correlations);
        if (contributions.isEmpty()) {
            throw new IllegalArgumentException("no contributions");
        }
        Set<Text> names = new HashSet<>();
        for (Contribution contribution : contributions) {
            if (!names.add(contribution.name())) {
                throw new IllegalArgumentException("two contributions are called " + contribution.name());
            }
        }
        Set<Set<Text>> pairs = new HashSet<>();
        for (Correlation correlation : correlations) {
            if (!pairs.add(Set.of(correlation.first(), correlation.second()))) {
                throw new IllegalArgumentException(
                        "two correlations of " + correlation.first() + " and " + correlation.second());
            }
        }
        Cholesky.of(matrix(contributions, correlations));
    }

    /** Independent inputs. */
    public static Inputs of(Contribution... contributions) {
        return new Inputs(List.of(contributions), List.of());
    }

    /** The same with a correlation more. */
    public Inputs with(Correlation... more) {
        return new Inputs(
                contributions,
                Stream.concat(correlations.stream(), Arrays.stream(more)).toList());
    }

    /** Whether any two inputs depend on each other. */
    public boolean correlated() {
        return correlations.stream().anyMatch(correlation -> correlation.coefficient() != 0);
    }

    /** The estimates, in order. */
    public double[] estimates() {
        return contributions.stream().mapToDouble(Contribution::estimate).toArray();
    }

    /** The inputs with other sensitivities. */
    Inputs withSensitivities(double[] coefficients) {
        List<Contribution> changed = new ArrayList<>();
        for (int i = 0; i < coefficients.length; i++) {
            changed.add(contributions.get(i).withSensitivity(coefficients[i]));
        }
        return new Inputs(changed, correlations);
    }

    /** The correlation coefficients, square and symmetric, in order. */
    double[][] matrix() {
        return matrix(contributions, correlations);
    }

    private static double[][] matrix(List<Contribution> contributions, List<Correlation> correlations) {
        List<Text> names = contributions.stream().map(Contribution::name).toList();
        double[][] matrix = new double[names.size()][names.size()];
        for (int i = 0; i < matrix.length; i++) {
            matrix[i][i] = 1;
        }
        for (Correlation correlation : correlations) {
            int i = index(names, correlation.first());
            int j = index(names, correlation.second());
            matrix[i][j] = correlation.coefficient();
            matrix[j][i] = correlation.coefficient();
        }
        return matrix;
    }

    private static int index(List<Text> names, Text name) {
        int index = names.indexOf(name);
        if (index < 0) {
            throw new IllegalArgumentException("no contribution is called " + name);
        }
        return index;
    }
}
