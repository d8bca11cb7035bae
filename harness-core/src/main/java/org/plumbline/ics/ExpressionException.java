package org.plumbline.ics;

import org.plumbline.text.Text;

/** An applicability expression that cannot be read. */
public final class ExpressionException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int offset;
    private final transient Text what;

    ExpressionException(int offset, Text what) {
        super(what.en());
        this.offset = offset;
        this.what = what;
    }

    /** Where in the text, from 0. */
    public int offset() {
        return offset;
    }

    /** What is wrong there. */
    public Text what() {
        return what;
    }
}
