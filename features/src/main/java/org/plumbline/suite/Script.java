package org.plumbline.suite;

import java.util.List;
import org.plumbline.run.ScenarioPlan;

/**
 * What a scenario will do, as far as a recording shows it.
 *
 * @param commands those that its steps send, by name, in order; without what a repetition sends
 * @param steps how many it has, with those of the background
 */
record Script(ScenarioPlan plan, List<String> commands, int steps) {

    /** Whether a recorded scenario can have been this one; it may have ended before it had sent everything. */
    boolean fits(Script recorded) {
        return !plan.requirements().isEmpty()
                && plan.requirements().equals(recorded.plan.requirements())
                && steps == recorded.steps
                && recorded.commands.size() <= commands.size()
                && recorded.commands.equals(commands.subList(0, recorded.commands.size()));
    }
}
