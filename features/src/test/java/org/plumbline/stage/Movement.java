package org.plumbline.stage;

import java.util.Optional;

/** Where the stage is in the course of movements, mm: along a line, round a corner, and coming to rest. */
final class Movement {

    /** How long a movement along a path takes. */
    static final double SECONDS = 1;

    private static final double[][] AT_THE_CORNER = {{0, 0}, {48, 0}, {50, 2}, {50.3, 10}, {50, 20}, {50, 50}};

    private Movement() {}

    /** Empty for places to which nobody looks how it gets there. */
    static Optional<double[]> to(Way way) {
        return switch (way.to()) {
            case "end" -> Optional.of(line(way));
            case "end-of-corner" -> Optional.of(corner(Math.min(SECONDS, way.seconds())));
            case "rest" -> Optional.of(new double[] {rest(way.seconds()), 0, 0});
            default -> Optional.empty();
        };
    }

    /** 100 mm along x, aside by what the published positions are off their commanded one across it. */
    private static double[] line(Way way) {
        double[] published = Published.POSITIONS.get(way.times() % 30);
        return new double[] {100 * Math.min(SECONDS, way.seconds()), published[1], published[2] - 600};
    }

    /** From point to point, each in a fifth of the time. */
    private static double[] corner(double seconds) {
        double part = seconds / SECONDS * (AT_THE_CORNER.length - 1);
        int last = Math.min((int) part, AT_THE_CORNER.length - 2);
        double[] from = AT_THE_CORNER[last];
        double[] to = AT_THE_CORNER[last + 1];
        double share = part - last;
        return new double[] {from[0] + share * (to[0] - from[0]), from[1] + share * (to[1] - from[1]), 0};
    }

    private static double rest(double seconds) {
        if (seconds < 0.195) {
            return 15;
        } else if (seconds < 0.295) {
            return 5.05;
        }
        return seconds < 0.495 ? 5.4 : 5;
    }
}
