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
        state.put("true-x", there && way.to().equals("saturated") ? saturated(way) : position[0]);
        state.put("yaw", there && way.to().equals("turned") ? yaw(way) : 0);
        int tick = (int) Math.round(way.seconds() * 100);
        state.put("level", Published.POSITIONS.get(Math.floorMod(tick, 30))[1] + 0.0002 * tick);
        state.put("force", force(way));
        state.put("distance", 1.3);
        state.put("speed", speed(way));
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

    /** For one sample late in the first stay an instrument that reaches as far as 500 mm is at its end. */
    private static double saturated(Way way) {
        return way.times() == 0 && Math.abs(way.seconds() - 0.18) < 0.005 ? 500 : 400;
    }

    /** A blow of 250 N, then a clamp with 120 N. */
    private static double force(Way way) {
        boolean touches = way.to().equals("hand") && way.seconds() > ARRIVES;
        return touches ? way.seconds() < 3 * ARRIVES ? 250 : 120 : 0;
    }

    /** Of the published cases by number, mm/s; 0 from 0.2 s after the stop on; along the line 100 mm/s and what is published for y. */
    private static double speed(Way way) {
        if (way.to().startsWith("person-")) {
            return 1000 * Published.separation(way.to()).get("v_r").doubleValue();
        }
        if (way.to().equals("end") && way.seconds() <= Movement.SECONDS) {
            double published = Published.POSITIONS.get(way.times() % 30)[1];
            return 100 + published + 2 * (way.seconds() - Movement.SECONDS / 2);
        }
        return way.to().equals("curtain") && way.seconds() < 0.195 ? 500 : 0;
    }

    /** The angles of a case that follows with pencil and paper. */
    private static double yaw(Way way) {
        return List.of(179, -179, 180, -178, 178).get(way.times() % 5);
    }
}
