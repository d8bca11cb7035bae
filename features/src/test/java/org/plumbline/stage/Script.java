package org.plumbline.stage;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What the stage shows on its ways. */
final class Script {

    private static final double ARRIVES = 0.1;

    private Script() {}

    static Map<String, Object> shows(Way way) {
        Map<String, Object> state = new LinkedHashMap<>();
        boolean there = way.seconds() > (way.to().startsWith("end") ? Movement.SECONDS : ARRIVES);
        state.put("at", there ? way.to() : "");
        double[] position = Movement.to(way).orElseGet(() -> there ? position(way) : new double[3]);
        state.put("x", position[0]);
        state.put("y", position[1]);
        state.put("z", position[2]);
        state.put("yaw", there && way.to().equals("turned") ? yaw(way) : 0);
        int tick = (int) Math.round(way.seconds() * 100);
        state.put("level", Published.POSITIONS.get(Math.floorMod(tick, 30))[1] + 0.0002 * tick);
        return state;
    }

    /** At p1 the thirty published positions, one after the other; from p3 they are 0.5 mm aside. */
    private static double[] position(Way way) {
        return switch (way.to()) {
            case "p1" -> {
                double[] attained = Published.POSITIONS.get(way.times() % 30);
                double aside = way.from().equals("p3") ? 1 : 0;
                yield new double[] {attained[0] + 0.3 * aside, attained[1] - 0.4 * aside, attained[2]};
            }
            default -> new double[3];
        };
    }

    /** The angles of a case that follows with pencil and paper. */
    private static double yaw(Way way) {
        return List.of(179, -179, 180, -178, 178).get(way.times() % 5);
    }
}
