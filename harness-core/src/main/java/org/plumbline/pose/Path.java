package org.plumbline.pose;

import java.util.List;

/**
 * A commanded path and how each cycle followed it, both as the poses in the same planes across the commanded path (ISO
 * 9283:1998, 8.1; GB/T 12642-2013, 8.1); see {@link Plane}.
 *
 * @param commanded one pose a plane
 * @param cycles of each cycle one pose a plane; the standard asks for 10 cycles
 */
public record Path(List<Pose> commanded, List<List<Pose>> cycles) {

    /** Refuses a path without planes and cycles that do not cross each plane once. */
    public Path {
        commanded = List.copyOf(commanded);
        cycles = cycles.stream().map(List::copyOf).toList();
        if (commanded.isEmpty()) {
            throw new IllegalArgumentException("a path needs planes");
        }
        for (List<Pose> cycle : cycles) {
            if (cycle.size() != commanded.size()) {
                throw new IllegalArgumentException(
                        "a cycle has " + cycle.size() + " poses for " + commanded.size() + " planes");
            }
        }
    }

    /** How many planes, m. */
    int planes() {
        return commanded.size();
    }

    /** The poses of all cycles in one plane. */
    List<Pose> attained(int plane) {
        return cycles.stream().map(cycle -> cycle.get(plane)).toList();
    }
}
