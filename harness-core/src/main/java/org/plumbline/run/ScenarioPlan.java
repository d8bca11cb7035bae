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
 * @param observation the sum of its observations, in nanoseconds
 * @param stretches the longest observation in each of its stretches, in nanoseconds: a stretch ends where the scenario
 *     changes the device's state. One stretch alone: the scenario is passive
 * @param waiting how much longer it may take where the device makes it wait as long as it may, in nanoseconds
 * @param occurrence which of the scenarios of that name in its feature file it is, from 1: the rows of an outline may all
 *     have the same
 */
public record ScenarioPlan(
        String id,
        String name,
        String feature,
        int line,
        Language language,
        List<String> requirements,
        boolean applies,
        long observation,
        List<Long> stretches,
        long waiting,
        int occurrence) {

    /** The only one of its name. */
    public ScenarioPlan(
            String id,
            String name,
            String feature,
            int line,
            Language language,
            List<String> requirements,
            boolean applies,
            long observation,
            List<Long> stretches,
            long waiting) {
        this(id, name, feature, line, language, requirements, applies, observation, stretches, waiting, 1);
    }

    /** A scenario that waits for nothing. */
    public ScenarioPlan(
            String id,
            String name,
            String feature,
            int line,
            Language language,
            List<String> requirements,
            boolean applies,
            long observation,
            List<Long> stretches) {
        this(id, name, feature, line, language, requirements, applies, observation, stretches, 0);
    }

    /** A passive scenario that waits for nothing. */
    public ScenarioPlan(
            String id,
            String name,
            String feature,
            int line,
            Language language,
            List<String> requirements,
            boolean applies,
            long observation) {
        this(id, name, feature, line, language, requirements, applies, observation, List.of(observation));
    }

    /**
     * What it is found again by in a recording: its feature file and its name, whatever line it stands on; of several of one
     * name each has its own.
     */
    public String key() {
        return feature + (occurrence > 1 ? " (" + occurrence + ")" : "") + ": " + name;
    }

    /** Whether it only watches: it can judge what was recorded for others. */
    public boolean passive() {
        return stretches.size() == 1;
    }
}
