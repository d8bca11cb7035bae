package org.plumbline.text;

/** The beginning of what may be long, for a message. */
public final class Excerpt {

    private Excerpt() {}

    /** At most so many characters of it; where more were there an ellipsis follows. */
    public static String of(String text, int most) {
        return text.length() > most ? text.substring(0, most) + "…" : text;
    }
}
