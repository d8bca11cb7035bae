package org.plumbline.run;

import java.util.List;
import java.util.Locale;
import org.plumbline.text.Text;
import org.plumbline.verdict.Verdict;

/**
 * How often a verdict changed when the same was tried again: of all pairs of consecutive attempts, in the order in which
 * they were executed, those whose verdicts differ.
 *
 * @param attempts how many there were
 * @param flips pairs of consecutive attempts with different verdicts; from 0 to {@code attempts - 1}
 */
public record FlipRate(int attempts, int flips) {

    /** Of verdicts in the order in which they were reached. */
    public static FlipRate of(List<Verdict> verdicts) {
        int flips = 0;
        for (int i = 1; i < verdicts.size(); i++) {
            flips += verdicts.get(i) == verdicts.get(i - 1) ? 0 : 1;
        }
        return new FlipRate(verdicts.size(), flips);
    }

    /** Flips by pairs, from 0 to 1; 0 where there was only one attempt. */
    public double rate() {
        return attempts < 2 ? 0 : (double) flips / (attempts - 1);
    }

    /** One sentence for people. */
    public Text remark() {
        return new Text(
                        "%d 次尝试中，相邻两次的结论有 %d 次不同（翻转率 %s）",
                        "verdict changed between attempts: of %d attempts %d flips (flip rate %s)")
                .with(attempts, flips, shown());
    }

    /** The rate with two decimals. */
    public String shown() {
        return String.format(Locale.ROOT, "%.2f", rate());
    }
}
