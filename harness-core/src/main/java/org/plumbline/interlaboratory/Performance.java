package org.plumbline.interlaboratory;

import org.plumbline.text.Text;

/** What a score says about a laboratory's result (ISO 13528:2022, 9; ISO/IEC 17043:2023, annex B). */
public enum Performance {
    /** Nothing to do. */
    SATISFACTORY(new Text("满意", "satisfactory")),
    /** A warning signal. */
    QUESTIONABLE(new Text("有问题", "questionable")),
    /** An action signal. */
    UNSATISFACTORY(new Text("不满意", "unsatisfactory"));

    private final Text word;

    Performance(Text word) {
        this.word = word;
    }

    /** The word that reports print. */
    public Text word() {
        return word;
    }
}
