package org.plumbline.timeline;

import java.util.ArrayList;
import java.util.List;
import org.plumbline.text.Text;

/** Several texts in one, each behind its length: {@code 2:go5:where2:up}. */
final class Packed {

    private Packed() {}

    static void add(StringBuilder target, String part) {
        target.append(part.length()).append(':').append(part);
    }

    /** Its Chinese words, then the English ones. */
    static void add(StringBuilder target, Text words) {
        add(target, words.zh());
        add(target, words.en());
    }

    /** The words of which the Chinese ones are the part at {@code at}. */
    static Text words(List<String> parts, int at) {
        return new Text(parts.get(at), parts.get(at + 1));
    }

    static List<String> parts(String packed) {
        List<String> parts = new ArrayList<>();
        int at = 0;
        while (at < packed.length()) {
            int colon = packed.indexOf(':', at);
            int end = colon + 1 + Integer.parseInt(packed, at, colon, 10);
            parts.add(packed.substring(colon + 1, end));
            at = end;
        }
        return parts;
    }
}
