package org.plumbline.suite;

import org.jspecify.annotations.Nullable;
import org.plumbline.steps.Below;
import org.plumbline.text.Text;

/**
 * One step of the vocabulary.
 *
 * @param expression as a Cucumber expression, in Chinese and English
 * @param kind what it is for: drive, measure or judge
 * @param example a step of that form, in Chinese and English
 * @param below the table that stands below it; null for none
 */
public record StepTemplate(Text expression, Kind kind, Text example, Below.@Nullable Kind below) {

    /** What a step is for. */
    public enum Kind {
        /** Brings the device somewhere, or watches it. */
        DRIVE(new Text("操作与观察", "drive and observe")),
        /** Takes a measurement for a limit. */
        MEASURE(new Text("测量", "measure")),
        /** Compares a measurement with its limit. */
        JUDGE(new Text("判定", "judge"));

        private final Text word;

        Kind(Text word) {
            this.word = word;
        }

        /** A heading. */
        public Text word() {
            return word;
        }
    }
}
