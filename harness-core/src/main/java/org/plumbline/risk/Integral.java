package org.plumbline.risk;

import java.util.Collection;
import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.function.DoubleUnaryOperator;
import java.util.function.ToDoubleFunction;

/**
 * Adaptive integration by Gauss and Kronrod's pair of 7 and 15 nodes (QUADPACK, Piessens et al., 1983). Libraries at
 * hand refine the whole range evenly; a narrow measurement over a wide prior needs its nodes in one place.
 */
final class Integral {

    private static final double[] NODES = {
        0.991455371120812639206854697526329,
        0.949107912342758524526189684047851,
        0.864864423359769072789712788640926,
        0.741531185599394439863864773280788,
        0.586087235467691130294144838258730,
        0.405845151377397166906606412076961,
        0.207784955007898467600689403773245,
        0
    };
    private static final double[] KRONROD = {
        0.022935322010529224963732008058970,
        0.063092092629978553290700663189204,
        0.104790010322250183839876322541518,
        0.140653259715525918745189590510238,
        0.169004726639267902826583426598550,
        0.190350578064785409913256402421014,
        0.204432940075298892414161999234649,
        0.209482141084727828012999174891714
    };
    private static final double[] GAUSS = {
        0.129484966168869693270611432679082,
        0.279705391489276667901467771423780,
        0.381830050505118944950369775488975,
        0.417959183673469387755102040816327
    };
    private static final double RELATIVE = 1e-12;
    private static final double ABSOLUTE = 1e-300;
    private static final int MOST_PANELS = 500;

    /** A halving that leaves this part of the error did not help; so many of them show that rounding is all that is left. */
    private static final double HARDLY_LESS = 0.99;

    private static final int MOST_IN_VAIN = 6;

    private record Panel(double from, double to, double integral, double error) {}

    private Integral() {}

    /** The panel with the largest error is halved until the sum is good, or rounding keeps it from getting better (QAG). */
    static double of(DoubleUnaryOperator function, double from, double to) {
        PriorityQueue<Panel> panels = new PriorityQueue<>(
                Comparator.comparingDouble((Panel panel) -> -panel.error()).thenComparingDouble(Panel::from));
        panels.add(panel(function, from, to));
        int inVain = 0;
        while (!isGood(panels) && panels.size() < MOST_PANELS && inVain < MOST_IN_VAIN) {
            Panel worst = panels.remove();
            double middle = (worst.from + worst.to) / 2;
            Panel left = panel(function, worst.from, middle);
            Panel right = panel(function, middle, worst.to);
            inVain += left.error + right.error >= HARDLY_LESS * worst.error ? 1 : 0;
            panels.add(left);
            panels.add(right);
        }
        return sum(panels, Panel::integral);
    }

    private static boolean isGood(Collection<Panel> panels) {
        return sum(panels, Panel::error) <= RELATIVE * Math.abs(sum(panels, Panel::integral)) + ABSOLUTE;
    }

    private static double sum(Collection<Panel> panels, ToDoubleFunction<Panel> part) {
        return panels.stream().mapToDouble(part).sum();
    }

    private static Panel panel(DoubleUnaryOperator function, double from, double to) {
        double middle = (from + to) / 2;
        double half = (to - from) / 2;
        double kronrod = 0;
        double gauss = 0;
        for (int i = 0; i < NODES.length; i++) {
            double shift = half * NODES[i];
            double value = function.applyAsDouble(middle + shift)
                    + (NODES[i] == 0 ? 0 : function.applyAsDouble(middle - shift));
            kronrod += KRONROD[i] * value;
            gauss += i % 2 == 1 ? GAUSS[i / 2] * value : 0;
        }
        return new Panel(from, to, kronrod * half, Math.abs(kronrod - gauss) * half);
    }
}
