package org.plumbline.suite;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.plumbline.capture.Capture;
import org.plumbline.run.ScenarioPlan;
import org.plumbline.timeline.Observation.Boundary;
import org.plumbline.timeline.Observation.Command;
import org.plumbline.timeline.Recording.Act;

/**
 * Which recorded scenario stands in for one that the recording does not have by that name: renamed, moved to another file,
 * or written in the other language.
 *
 * @param names by {@link ScenarioPlan#key}
 * @param attempts how often each scenario was begun there, or the one that stands in for it; by {@link ScenarioPlan#id}
 */
record StandIns(Map<String, String> names, Map<String, Long> attempts) {

    /** Each recorded scenario stands in for one at most, in the order of both. */
    static StandIns of(Capture capture, List<Script> scripts) {
        Map<String, Long> recorded = capture.attempts();
        Map<String, String> names = names(capture, recorded.keySet(), scripts);
        Map<String, Long> attempts = new HashMap<>();
        for (Script script : scripts) {
            String key = script.plan().key();
            Long begun = recorded.get(names.getOrDefault(key, key));
            if (begun != null) {
                attempts.put(script.plan().id(), begun);
            }
        }
        return new StandIns(names, attempts);
    }

    private static Map<String, String> names(Capture capture, Set<String> recorded, List<Script> scripts) {
        Set<String> wanted = scripts.stream().map(script -> script.plan().key()).collect(Collectors.toSet());
        if (recorded.containsAll(wanted)) {
            return Map.of();
        }
        List<Script> free = new ArrayList<>(recorded(capture));
        free.removeIf(script -> wanted.contains(script.plan().key()));
        Map<String, String> standIns = new HashMap<>();
        for (Script script : scripts) {
            if (!recorded.contains(script.plan().key())) {
                Optional<Script> found = free.stream().filter(script::fits).findFirst();
                found.ifPresent(standIn -> {
                    standIns.put(script.plan().key(), standIn.plan().key());
                    free.remove(standIn);
                });
            }
        }
        return standIns;
    }

    /** What each scenario did the last time. */
    private static List<Script> recorded(Capture capture) {
        Map<String, ScenarioPlan> plans = capture.planned().stream()
                .collect(Collectors.toMap(ScenarioPlan::key, plan -> plan, (one, other) -> one));
        Map<String, Script> scripts = new LinkedHashMap<>();
        List<String> commands = new ArrayList<>();
        for (Act act : capture.recording().acts()) {
            if (act.observation() instanceof Command command) {
                commands.add(command.command());
            } else if (act.observation() instanceof Boundary boundary) {
                boolean trial = boundary.step().isEmpty();
                commands = trial ? new ArrayList<>() : commands; // what comes between trials is nobody's
                ScenarioPlan plan = plans.get(boundary.scenario());
                Script before = scripts.get(boundary.scenario());
                if (boundary.begins() && trial && plan != null) {
                    scripts.put(boundary.scenario(), new Script(plan, commands, 0));
                } else if (boundary.begins() && !trial && before != null) {
                    scripts.put(boundary.scenario(), new Script(before.plan(), commands, before.steps() + 1));
                }
            }
        }
        return List.copyOf(scripts.values());
    }
}
