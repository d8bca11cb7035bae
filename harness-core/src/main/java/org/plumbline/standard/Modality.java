package org.plumbline.standard;

import java.util.Locale;
import org.plumbline.text.Text;

/** The force of a requirement (GB/T 1.1-2020; ISO/IEC Directives, Part 2). Only {@link #SHALL} decides conformity. */
public enum Modality {
    /** 应: a requirement. */
    SHALL(new Text("应", "shall")),
    /** 宜: a recommendation, reported as a deviation where it is not met. */
    SHOULD(new Text("宜", "should")),
    /** 可: a permission; feeds the ICS. */
    MAY(new Text("可", "may"));

    private final Text word;

    Modality(Text word) {
        this.word = word;
    }

    /** The modal verb. */
    public Text word() {
        return word;
    }

    /** The key in the catalogue: {@code shall}, {@code should}, {@code may}. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
