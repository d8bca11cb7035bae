package org.plumbline.error;

import org.jspecify.annotations.Nullable;
import org.plumbline.text.Language;
import org.plumbline.text.Text;

/**
 * One thing that is wrong, where, and what to do about it.
 *
 * @param place where; null where the problem has no place in a file
 * @param what what is wrong, one sentence without a full stop
 * @param remedy what would be right, one sentence without a full stop
 */
public record Problem(@Nullable Place place, Text what, Text remedy) {

    /** A problem without a place in a file. */
    public static Problem of(Text what, Text remedy) {
        return new Problem(null, what, remedy);
    }

    /** {@code file:line:column: what; remedy}. */
    public String in(Language language) {
        String sentence = what.in(language) + (language == Language.ZH ? "；" : "; ") + remedy.in(language);
        return place == null ? sentence : place + ": " + sentence;
    }
}
