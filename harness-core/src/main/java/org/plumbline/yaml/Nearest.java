package org.plumbline.yaml;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.plumbline.text.Text;

/** Finds the known word that somebody meant. */
public final class Nearest {

    private Nearest() {}

    /** The nearest of the known words; empty where none is near enough to be meant. */
    public static Optional<String> to(String word, Collection<String> known) {
        String lower = word.toLowerCase(Locale.ROOT);
        int near = Math.min(3, (word.length() + 1) / 3);
        return known.stream()
                .filter(candidate -> distance(lower, candidate.toLowerCase(Locale.ROOT)) <= near)
                .min(Comparator.comparingInt(candidate -> distance(lower, candidate.toLowerCase(Locale.ROOT))));
    }

    /**
     * A remedy: the nearest known word, all that differ in the case of letters only where those are several, as kn and kN are, or
     * all of them where none is near.
     */
    public static Text remedy(String word, Collection<String> known) {
        List<String> same = known.stream().filter(word::equalsIgnoreCase).toList();
        if (same.size() > 1) {
            return list(same);
        }
        return to(word, known)
                .map(near -> new Text("是否应为 \"%s\"", "did you mean \"%s\"").with(near))
                .orElseGet(() -> list(known));
    }

    private static Text list(Collection<String> known) {
        return known.isEmpty()
                ? new Text("此处尚未声明任何名称：请先声明它，或删去此处", "nothing is declared here: declare it first, or take it out")
                : new Text("可用的有：" + String.join("、", known), "use one of: " + String.join(", ", known));
    }

    /** Insertions, deletions, replacements and swaps of neighbours (optimal string alignment). */
    static int distance(String a, String b) {
        int[][] d = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            for (int j = 0; j <= b.length(); j++) {
                if (i == 0 || j == 0) {
                    d[i][j] = i + j;
                    continue;
                }
                int replaced = d[i - 1][j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                d[i][j] = Math.min(replaced, Math.min(d[i - 1][j], d[i][j - 1]) + 1);
                if (i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1)) {
                    d[i][j] = Math.min(d[i][j], d[i - 2][j - 2] + 1);
                }
            }
        }
        return d[a.length()][b.length()];
    }
}
