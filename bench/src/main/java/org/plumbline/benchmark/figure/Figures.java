package org.plumbline.benchmark.figure;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A table of figures, each beside its peer's figure and its goal. */
public final class Figures {

    private static final String LINE = "%-46s %16s  %16s  %8s  %9s  %s%n";

    private static final String MISSED = "MISSED";

    private final List<Figure> figures = new ArrayList<>();

    /** One line of it: numbers as they are shown, and what came of the goal. */
    private record Figure(String what, String ours, String peers, String ratio, String goal, String result) {}

    /** A figure that is to be at least {@code goal} times the peer's. */
    public void ratio(String what, double ours, double peers, String unit, double goal) {
        double ratio = ours / peers;
        add(what, shown(ours, unit), shown(peers, unit), times(ratio), times(goal), ratio >= goal);
    }

    /** A figure that is to be at least {@code goal}; the peer's is shown beside it. */
    public void atLeast(String what, double ours, double peers, String unit, double goal) {
        String ratio = times(ours / peers);
        add(what, shown(ours, unit), shown(peers, unit), ratio, ">= " + shown(goal, ""), ours >= goal);
    }

    /** A figure that is to be at most {@code goal}; the peer's is shown beside it. */
    public void atMost(String what, double ours, double peers, String unit, double goal) {
        String ratio = times(ours / peers);
        add(what, shown(ours, unit), shown(peers, unit), ratio, "<= " + shown(goal, ""), ours <= goal);
    }

    /** A figure and its peer's without a goal. */
    public void note(String what, double ours, double peers, String unit) {
        figures.add(new Figure(what, shown(ours, unit), shown(peers, unit), times(ours / peers), "", ""));
    }

    private void add(String what, String ours, String peers, String ratio, String goal, boolean met) {
        figures.add(new Figure(what, ours, peers, ratio, goal, met ? "met" : MISSED));
    }

    /** Prints the table; whether every goal is met. */
    public boolean print() {
        System.out.printf(LINE, "", "Plumbline", "peer", "ratio", "goal", "");
        figures.forEach(figure -> System.out.printf(
                LINE, figure.what(), figure.ours(), figure.peers(), figure.ratio(), figure.goal(), figure.result()));
        return figures.stream().noneMatch(figure -> figure.result().equals(MISSED));
    }

    private static String shown(double number, String unit) {
        String digits = Math.abs(number) < 100 && number != Math.rint(number) ? "%,.1f" : "%,.0f";
        return (number(digits, number) + " " + unit).strip();
    }

    /** A dash for the ratio of nothing to nothing. */
    private static String times(double ratio) {
        return Double.isNaN(ratio) ? "–" : number("x%.2f", ratio);
    }

    private static String number(String format, double number) {
        return String.format(Locale.ROOT, format, number);
    }
}
