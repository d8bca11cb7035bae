package org.plumbline.uncertainty;

/** The lower triangle whose product with itself is a correlation matrix; singular matrices (r = 1) have one too. */
final class Cholesky {

    /** Published coefficients are rounded; what they miss by is no contradiction. */
    private static final double ROUNDING = 1e-9;

    private Cholesky() {}

    /** @throws IllegalArgumentException where the coefficients contradict each other */
    static double[][] of(double[][] matrix) {
        double[][] lower = new double[matrix.length][matrix.length];
        for (int j = 0; j < matrix.length; j++) {
            double pivot = matrix[j][j] - products(lower, j, j);
            if (pivot < -ROUNDING) {
                throw new IllegalArgumentException("the correlations contradict each other");
            }
            lower[j][j] = pivot <= ROUNDING ? 0 : Math.sqrt(pivot);
            for (int i = j + 1; i < matrix.length; i++) {
                lower[i][j] = below(matrix[i][j] - products(lower, i, j), lower[j][j]);
            }
        }
        return lower;
    }

    private static double below(double rest, double pivot) {
        if (pivot == 0) {
            if (Math.abs(rest) > Math.sqrt(ROUNDING)) {
                throw new IllegalArgumentException("the correlations contradict each other");
            }
            return 0;
        }
        return rest / pivot;
    }

    private static double products(double[][] lower, int i, int j) {
        double sum = 0;
        for (int k = 0; k < j; k++) {
            sum += lower[i][k] * lower[j][k];
        }
        return sum;
    }
}
