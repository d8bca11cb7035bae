package org.plumbline.uncertainty;

/** Changes of a model's value about the inputs' estimates; every difference is for a step of the inputs' own u. */
final class Derivatives {

    private static final int HALVINGS = 9;

    private final Model model;
    private final double[] at;
    private final double[] u;

    Derivatives(Model model, Inputs inputs) {
        this.model = model;
        this.at = inputs.estimates();
        this.u = inputs.contributions().stream()
                .mapToDouble(Contribution::standardUncertainty)
                .toArray();
    }

    double value() {
        return model.value(at.clone());
    }

    int size() {
        return u.length;
    }

    /** Half the difference for a step of {@code part} u either way. */
    double central(int i, double part) {
        return (shifted(i, part, i, 0) - shifted(i, -part, i, 0)) / 2;
    }

    /** c_i for a step of u_i; 0 for an input known exactly, whose uncertainty adds nothing. */
    double overUncertainty(int i) {
        return u[i] == 0 ? 0 : central(i, 1) / u[i];
    }

    /** c_i u_i for a step that goes to nothing: Richardson's extrapolation, the order that changes least. */
    double limit(int i) {
        double[] row = new double[HALVINGS];
        double best = Double.NaN;
        double change = Double.POSITIVE_INFINITY;
        for (int k = 0; k < HALVINGS; k++) {
            double[] next = new double[HALVINGS];
            next[0] = central(i, Math.scalb(1, -k)) * Math.scalb(1, k);
            for (int order = 1; order <= k; order++) {
                double weight = Math.scalb(1, 2 * order);
                next[order] = (weight * next[order - 1] - row[order - 1]) / (weight - 1);
                double moved =
                        Math.max(Math.abs(next[order] - next[order - 1]), Math.abs(next[order] - row[order - 1]));
                if (moved < change) {
                    change = moved;
                    best = next[order];
                }
            }
            row = next;
        }
        return best;
    }

    /** f_ij u_i u_j. */
    double second(int i, int j) {
        return i == j
                ? shifted(i, 1, i, 0) - 2 * value() + shifted(i, -1, i, 0)
                : (shifted(i, 1, j, 1) - shifted(i, 1, j, -1) - shifted(i, -1, j, 1) + shifted(i, -1, j, -1)) / 4;
    }

    /** f_ijj u_i u_j^2. */
    double third(int i, int j) {
        if (i == j) {
            return (shifted(i, 2, i, 0) - shifted(i, -2, i, 0)) / 2 - shifted(i, 1, i, 0) + shifted(i, -1, i, 0);
        }
        return (curvature(i, 1, j) - curvature(i, -1, j)) / 2;
    }

    private double curvature(int i, double step, int j) {
        return shifted(i, step, j, 1) - 2 * shifted(i, step, j, 0) + shifted(i, step, j, -1);
    }

    private double shifted(int i, double steps, int j, double others) {
        double[] inputs = at.clone();
        inputs[i] += steps * u[i];
        inputs[j] += others * u[j];
        return model.value(inputs);
    }
}
