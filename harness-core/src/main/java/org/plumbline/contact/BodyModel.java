package org.plumbline.contact;

import java.util.List;
import java.util.OptionalDouble;
import org.plumbline.text.Text;

/**
 * The body as the limits know it: 12 regions with forces, 29 areas with pressures (ISO/TS 15066:2016, annex A,
 * informative; GB/T 36008-2018). The data files say where each figure was seen: they are not a copy of the standard and
 * need a check against one before a claim rests on them.
 *
 * @param regions in the standard's order
 * @param areas in the standard's order
 */
public record BodyModel(List<BodyRegion> regions, List<BodyArea> areas) {

    private static final double NEWTON_PER_MILLIMETRE = 1e3;
    private static final double NEWTON_PER_SQUARE_CENTIMETRE = 1e4;

    /** Keeps its own lists. */
    public BodyModel {
        regions = List.copyOf(regions);
        areas = List.copyOf(areas);
    }

    /** That of ISO/TS 15066:2016. */
    public static BodyModel ofIsoTs15066() {
        List<BodyRegion> regions =
                Rows.of("body-regions.csv").stream().map(BodyModel::region).toList();
        return new BodyModel(
                regions,
                Rows.of("body-areas.csv").stream()
                        .map(row -> area(row, regions))
                        .toList());
    }

    /**
     * One region.
     *
     * @throws IllegalArgumentException for an unknown one
     */
    public BodyRegion region(String id) {
        return region(id, regions);
    }

    /**
     * One area.
     *
     * @param number 1 to 29
     * @throws IllegalArgumentException for an unknown one
     */
    public BodyArea area(int number) {
        return areas.stream()
                .filter(area -> area.number() == number)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no body area " + number));
    }

    private static BodyRegion region(String id, List<BodyRegion> regions) {
        return regions.stream()
                .filter(region -> region.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no body region " + id));
    }

    private static BodyRegion region(String[] row) {
        return new BodyRegion(
                row[0],
                new Text(row[1], row[2]),
                Double.parseDouble(row[3]),
                row[4].isEmpty() ? OptionalDouble.empty() : OptionalDouble.of(Double.parseDouble(row[4])),
                row[5].equals("yes"),
                Double.parseDouble(row[6]) * NEWTON_PER_MILLIMETRE,
                Double.parseDouble(row[7]),
                Integer.parseInt(row[8]));
    }

    private static BodyArea area(String[] row, List<BodyRegion> regions) {
        return new BodyArea(
                Integer.parseInt(row[0]),
                region(row[1], regions),
                new Text(row[2], row[3]),
                Double.parseDouble(row[4]) * NEWTON_PER_SQUARE_CENTIMETRE,
                Integer.parseInt(row[5]));
    }
}
