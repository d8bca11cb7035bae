package org.plumbline.uncertainty;

import org.plumbline.text.Text;

/** How a standard uncertainty was evaluated (JCGM 100:2008, 2.3.2 and 2.3.3). */
public enum Evaluation {
    /** From repeated observations. */
    A(new Text("A 类", "type A")),
    /** By any other means: certificate, resolution, data sheet. */
    B(new Text("B 类", "type B"));

    private final Text word;

    Evaluation(Text word) {
        this.word = word;
    }

    /** What budgets print. */
    public Text word() {
        return word;
    }
}
