package org.plumbline.run;

import java.util.List;
import org.plumbline.text.Language;

/**
 * One scenario of a run before it is executed.
 *
 * @param id the same for each attempt: feature file and line
 * @param feature file name within the suite
 * @param requirements those that it decides, by its tags
 * @param applies whether at least one of them applies to the device
 * @param observation how long its observations take, in nanoseconds: the least that it will last
 */
public record ScenarioPlan(
        String id,
        String name,
        String feature,
        int line,
        Language language,
        List<String> requirements,
        boolean applies,
        long observation) {

    /** What it is found again by in a recording: its feature file and its name, whatever line it stands on. */
    public String key() {
        return feature + ": " + name;
    }
}
