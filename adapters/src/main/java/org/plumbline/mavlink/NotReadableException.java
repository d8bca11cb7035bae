package org.plumbline.mavlink;

import org.plumbline.text.Text;

/** A value that is infinite, or that nobody can tell from its neighbours. */
final class NotReadableException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Text detail;

    NotReadableException(Text detail) {
        super(detail.en());
        this.detail = detail;
    }

    Text detail() {
        return detail;
    }
}
