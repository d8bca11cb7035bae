package org.plumbline.socket;

import java.io.IOException;
import org.plumbline.text.Text;

/** No TLS connection came about, and why. */
public final class TlsRefused extends IOException {

    private static final long serialVersionUID = 1L;

    private final transient Text what;
    private final transient Text remedy;

    TlsRefused(Text what, Text remedy, Throwable cause) {
        super(what.en(), cause);
        this.what = what;
        this.remedy = remedy;
    }

    /** What is wrong, without the name of channel and host. */
    public Text what() {
        return what;
    }

    /** What to do about it. */
    public Text remedy() {
        return remedy;
    }
}
