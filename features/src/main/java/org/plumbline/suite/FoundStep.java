package org.plumbline.suite;

import java.util.List;

/**
 * A step of a scenario and the step of the vocabulary that it is.
 *
 * @param wording the step of the vocabulary, in the language in which it was found
 * @param arguments as they stand in the text, quotes taken off
 */
record FoundStep(Wording wording, List<String> arguments) {

    StepTemplate template() {
        return wording.template();
    }
}
