package org.plumbline.pose;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.plumbline.measure.Measurement;
import org.plumbline.statistics.Reference;

/** Cases whose results follow from the formulas with pencil and paper, and the poses that they are of. */
final class Analytic {

    private Analytic() {}

    static JsonNode named(String name) {
        for (JsonNode node :
                Reference.json(Measurement.class, "iso9283_analytic.json").get("cases")) {
            if (node.get("name").textValue().equals(name)) {
                return node;
            }
        }
        throw new IllegalStateException(name);
    }

    static double figure(String name, String figure) {
        return named(name).get(figure).doubleValue();
    }

    /** Six positions at half a unit about commanded + (3, 4, 12). */
    static List<Position> sphere(Position commanded) {
        Position centre = commanded.plus(new Position(3, 4, 12));
        List<Position> sphere = new ArrayList<>();
        for (double r : new double[] {-0.5, 0.5}) {
            sphere.add(centre.plus(new Position(r, 0, 0)));
            sphere.add(centre.plus(new Position(0, r, 0)));
            sphere.add(centre.plus(new Position(0, 0, r)));
        }
        return sphere;
    }

    /** Five pairs at 0.1 and ten pairs at 0.4 about the commanded position. */
    static List<Position> shells() {
        List<Position> shells = new ArrayList<>();
        for (int pair = 0; pair < 15; pair++) {
            double r = pair < 5 ? 0.1 : 0.4;
            for (double side : new double[] {-r, r}) {
                shells.add(new Position(pair % 3 == 0 ? side : 0, pair % 3 == 1 ? side : 0, pair % 3 == 2 ? side : 0));
            }
        }
        return shells;
    }

    /** The angles of the case angle_wrap, rad. */
    static double[] angles() {
        double[] degrees = Reference.numbers(named("angle_wrap").get("angles_deg"));
        for (int i = 0; i < degrees.length; i++) {
            degrees[i] = Math.toRadians(degrees[i]);
        }
        return degrees;
    }

    static Pose at(double x, double y, double z) {
        return Pose.of(x, y, z, 0, 0, 0);
    }

    static Pose turned(double a, double b, double c) {
        return Pose.of(0, 0, 0, a, b, c);
    }
}
