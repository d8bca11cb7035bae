package com.example.slcan;

import org.plumbline.bench.Settings;
import org.plumbline.error.InputException;
import org.plumbline.error.Problem;
import org.plumbline.text.Text;

/** Refuses settings, with their file and line. */
final class Wrong {

    private Wrong() {}

    static void unless(boolean right, Settings settings, String key, String zh, String en) {
        if (!right) {
            throw new InputException(new Problem(
                    settings.placeOf(key),
                    new Text("%s 的值 %s 无效", "%s cannot be %s")
                            .with(key, settings.shown(key).orElse("\"\"")),
                    new Text(zh, en)));
        }
    }
}
