package org.plumbline.capture;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.plumbline.run.RunPlan;
import org.plumbline.run.ScenarioPlan;

/**
 * Where the steps of a scenario stand in its feature file, which the capture does not say.
 *
 * @param lines of the file; empty where it cannot be read
 * @param first the scenario's line, from 1
 */
record RecordedSteps(List<String> lines, int first) {

    static RecordedSteps of(RunPlan plan, ScenarioPlan scenario) {
        Path inputs = plan.inputs();
        try {
            return new RecordedSteps(
                    inputs == null ? List.of() : Files.readAllLines(inputs.resolve(scenario.feature())),
                    scenario.line());
        } catch (IOException e) {
            return new RecordedSteps(List.of(), scenario.line());
        }
    }

    /** From 1; 0 where it is not found: a step of an outline is not there word for word. */
    int line(String step) {
        int own = line(step, first, end());
        return own > 0 ? own : line(step, 0, lines.size());
    }

    /** Where the next scenario begins, with its tags. */
    private int end() {
        int end = Math.min(first, lines.size());
        while (end < lines.size() && !lines.get(end).strip().startsWith("@")) {
            end++;
        }
        return end;
    }

    private int line(String step, int from, int to) {
        for (int i = from; i < to; i++) {
            if (lines.get(i).strip().endsWith(step)) {
                return i + 1;
            }
        }
        return 0;
    }

    String keyword(String step) {
        int line = line(step);
        String text = line == 0 ? step : lines.get(line - 1).strip();
        return text.substring(0, text.length() - step.length()).strip();
    }
}
