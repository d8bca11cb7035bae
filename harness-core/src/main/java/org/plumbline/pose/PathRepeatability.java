package org.plumbline.pose;

import java.util.List;
import java.util.stream.IntStream;

/**
 * Path repeatability RT: the worst pose repeatability over the planes (ISO 9283:1998, 8.3; GB/T 12642-2013, 8.3).
 *
 * @param planes what each plane came to
 */
public record PathRepeatability(List<PoseRepeatability> planes) {

    /** Keeps its own list. */
    public PathRepeatability {
        planes = List.copyOf(planes);
    }

    /**
     * Of one path.
     *
     * @throws IllegalArgumentException with fewer than two cycles
     */
    public static PathRepeatability of(Path path) {
        return new PathRepeatability(IntStream.range(0, path.planes())
                .mapToObj(plane -> PoseRepeatability.of(path.attained(plane)))
                .toList());
    }

    /** RT_p: the largest radius, in the unit of the positions. */
    public double position() {
        return planes.stream()
                .mapToDouble(plane -> plane.position().value())
                .max()
                .orElseThrow();
    }

    /** RT_a, RT_b, RT_c: the largest of three standard deviations, rad, to be read as plus and minus. */
    public Orientation orientation() {
        return Orientation.largest(
                planes.stream().map(plane -> plane.orientation().value()).toList());
    }
}
