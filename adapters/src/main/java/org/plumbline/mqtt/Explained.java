package org.plumbline.mqtt;

import org.plumbline.text.Text;

/** A failure that has words of its own. */
abstract class Explained extends Exception {

    private static final long serialVersionUID = 1L;

    Explained(String message) {
        super(message);
    }

    Explained(Throwable cause) {
        super(cause);
    }

    abstract Text what();

    abstract Text remedy();
}
