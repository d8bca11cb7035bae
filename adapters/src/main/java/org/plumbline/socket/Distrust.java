package org.plumbline.socket;

import java.security.cert.CertificateException;
import org.plumbline.text.Text;

/** Why a certificate is not believed: {@link TlsRefused} from inside the handshake. */
final class Distrust extends CertificateException {

    private static final long serialVersionUID = 1L;

    private final transient Text what;
    private final transient Text remedy;

    Distrust(Text what, Text remedy, CertificateException cause) {
        super(what.en(), cause);
        this.what = what;
        this.remedy = remedy;
    }

    Text what() {
        return what;
    }

    Text remedy() {
        return remedy;
    }
}
