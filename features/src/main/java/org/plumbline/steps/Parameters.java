package org.plumbline.steps;

import org.plumbline.error.Place;
import org.plumbline.run.Session;
import org.plumbline.run.Trial;
import org.plumbline.standard.DeclaredValue;

/** What a parameter of a command is for the device under test. */
final class Parameters {

    private Parameters() {}

    /** The text itself, or the number that it stands for where it refers to declared values. */
    static String value(Trial trial, String text) {
        if (!DeclaredValue.isIn(text)) {
            return text;
        }
        Session session = trial.session();
        return DeclaredValue.of(
                        text, session.standard(), Place.of(trial.scenario().feature()))
                .number(session.bench().device().ixit());
    }
}
