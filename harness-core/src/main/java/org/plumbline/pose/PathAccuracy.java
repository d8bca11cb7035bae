package org.plumbline.pose;

import java.util.List;
import java.util.stream.IntStream;

/**
 * Path accuracy AT: the worst pose accuracy over the planes (ISO 9283:1998, 8.2; GB/T 12642-2013, 8.2).
 *
 * @param planes what each plane came to
 */
public record PathAccuracy(List<PoseAccuracy> planes) {

    /** Keeps its own list. */
    public PathAccuracy {
        planes = List.copyOf(planes);
    }

    /**
     * Of one path.
     *
     * @throws IllegalArgumentException without cycles
     */
    public static PathAccuracy of(Path path) {
        return new PathAccuracy(IntStream.range(0, path.planes())
                .mapToObj(plane -> PoseAccuracy.of(path.commanded().get(plane), path.attained(plane)))
                .toList());
    }

    /** AT_p: the largest distance of a barycentre from the commanded path, in the unit of the positions. */
    public double position() {
        return planes.stream()
                .mapToDouble(plane -> plane.position().value())
                .max()
                .orElseThrow();
    }

    /** AT_a, AT_b, AT_c: the largest |mean - commanded angle|, rad. */
    public Orientation orientation() {
        return Orientation.largest(
                planes.stream().map(plane -> plane.orientation().value()).toList());
    }
}
