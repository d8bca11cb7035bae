package org.plumbline.pose;

import java.util.List;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;

/**
 * Drift of pose accuracy dAP and of pose repeatability dRP: the largest difference of a later block's figure from that of
 * the first (ISO 9283:1998, 7.6; GB/T 12642-2013, 7.6). AP_p is a distance, so a barycentre that moves round the commanded
 * position at the same distance shows no dAP_p.
 *
 * @param positionAccuracy dAP_p, in the unit of the positions
 * @param orientationAccuracy dAP_a, dAP_b, dAP_c, rad
 * @param positionRepeatability dRP_p, in the unit of the positions
 * @param orientationRepeatability dRP_a, dRP_b, dRP_c, rad
 */
public record Drift(
        double positionAccuracy,
        Orientation orientationAccuracy,
        double positionRepeatability,
        Orientation orientationRepeatability) {

    /**
     * Of blocks of cycles at one commanded pose, spread over the warm-up time (8 h in the standard), from cold.
     *
     * @throws IllegalArgumentException with fewer than two blocks, or one with fewer than two poses
     */
    public static Drift of(Pose commanded, List<List<Pose>> blocks) {
        Cycles.atLeast(2, blocks);
        List<PoseAccuracy> accuracy =
                blocks.stream().map(block -> PoseAccuracy.of(commanded, block)).toList();
        List<PoseRepeatability> repeatability =
                blocks.stream().map(PoseRepeatability::of).toList();
        return new Drift(
                length(accuracy, block -> block.position().value()),
                angles(accuracy, block -> block.orientation().value()),
                length(repeatability, block -> block.position().value()),
                angles(repeatability, block -> block.orientation().value()));
    }

    private static <T> double length(List<T> blocks, ToDoubleFunction<T> figure) {
        double first = figure.applyAsDouble(blocks.get(0));
        return blocks.stream()
                .mapToDouble(block -> Math.abs(figure.applyAsDouble(block) - first))
                .max()
                .orElseThrow();
    }

    private static <T> Orientation angles(List<T> blocks, Function<T, Orientation> figure) {
        Orientation first = figure.apply(blocks.get(0));
        return Orientation.largest(
                blocks.stream().map(block -> figure.apply(block).minus(first)).toList());
    }
}
