package org.plumbline.interlaboratory;

import org.plumbline.text.Text;

/** What a test for outliers came to, by its two critical values (ISO 5725-2:2019, 7.3.2). */
public enum OutlierTest {
    /** Not significant at 5 %: the item is accepted as correct. */
    CORRECT(new Text("正常值", "correct")),
    /** Significant at 5 % but not at 1 %: kept, marked with one asterisk. */
    STRAGGLER(new Text("歧离值", "straggler")),
    /** Significant at 1 %: marked with two asterisks, discarded unless it is explained. */
    OUTLIER(new Text("离群值", "statistical outlier"));

    private final Text word;

    OutlierTest(Text word) {
        this.word = word;
    }

    /** The word that reports print. */
    public Text word() {
        return word;
    }

    /** For a statistic that is suspicious where it is large. */
    static OutlierTest ofLarge(double statistic, double atFive, double atOne) {
        return statistic > atOne ? OUTLIER : statistic > atFive ? STRAGGLER : CORRECT;
    }

    /** For a statistic that is suspicious where it is small. */
    static OutlierTest ofSmall(double statistic, double atFive, double atOne) {
        return ofLarge(-statistic, -atFive, -atOne);
    }
}
