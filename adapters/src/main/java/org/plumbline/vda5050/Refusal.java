package org.plumbline.vda5050;

import org.plumbline.bench.Settings;
import org.plumbline.error.InputException;
import org.plumbline.error.Problem;
import org.plumbline.text.Text;

/** Says what is wrong with the value of a key. */
final class Refusal {

    private Refusal() {}

    static InputException of(Settings settings, String key, Text what, Text remedy) {
        return new InputException(new Problem(settings.placeOf(key), what, remedy));
    }
}
