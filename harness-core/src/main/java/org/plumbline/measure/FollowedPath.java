package org.plumbline.measure;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.plumbline.pose.Corner;
import org.plumbline.pose.CornerDeviation;
import org.plumbline.pose.Path;
import org.plumbline.pose.PathAccuracy;
import org.plumbline.pose.Plane;
import org.plumbline.pose.Pose;
import org.plumbline.pose.PoseAccuracy;
import org.plumbline.pose.Position;
import org.plumbline.text.Text;
import org.plumbline.uncertainty.Contribution;

/**
 * How truly and how alike a commanded path is followed (ISO 9283:1998, 8; GB/T 12642-2013, 8). The commanded path is a chain
 * of straight lines; between samples the tool is taken to move straight, and what it may have bulged enters u.
 */
public final class FollowedPath {

    private static final Text CYCLES = new Text("%d 次循环的分散性", "scatter of %d cycles");
    private static final Text CORNER =
            new Text("测量仪器对拐角处取舍的影响", "the instrument at the corner's end of the second line");

    private FollowedPath() {}

    /**
     * Path accuracy AT: the largest distance of a barycentre of the cycles from the commanded path, over planes across it
     * (8.2). U reaches as far as that of any plane.
     *
     * @param cycles of each cycle one trace an axis
     * @param commanded the points of the path, in the axes' unit, two or more
     * @param planes how many, at even distances along the path
     * @throws NotMeasurableException with fewer than two cycles, or where one does not cross a plane
     */
    public static Measurement accuracy(List<List<Trace>> cycles, List<Position> commanded, int planes) {
        List<Track> tracks = tracks(cycles, 2);
        Path path = path(tracks, new Chain(commanded).planes(planes));
        List<PoseAccuracy> each = PathAccuracy.of(path).planes();
        int axes = tracks.get(0).axes().size();
        Track worst = Track.worst(tracks);
        return overPlanes(
                new Text("轨迹准确度 AT(%d 次，%d 个平面)", "path accuracy AT (%d cycles, %d planes)")
                        .with(tracks.size(), planes),
                tracks,
                IntStream.range(0, planes)
                        .mapToObj(plane -> new Offset(
                                        each.get(plane).position().deviation(),
                                        axes,
                                        worst.ofInstrument(),
                                        List.of(worst.betweenSamples()),
                                        new Barycentre(CYCLES.with(tracks.size()), crossed(path, plane), axes))
                                .candidate())
                        .toList());
    }

    /**
     * Path repeatability RT: the largest radius of repeatability over planes across the commanded path (8.3). U reaches as
     * far as that of any plane.
     *
     * @param cycles as for {@link #accuracy}
     * @param commanded as for {@link #accuracy}
     * @param planes as for {@link #accuracy}
     * @throws NotMeasurableException with fewer than three cycles, or where one does not cross a plane
     */
    public static Measurement repeatability(List<List<Trace>> cycles, List<Position> commanded, int planes) {
        List<Track> tracks = tracks(cycles, 3);
        Path path = path(tracks, new Chain(commanded).planes(planes));
        return overPlanes(
                new Text("轨迹重复性 RT(%d 次，%d 个平面)", "path repeatability RT (%d cycles, %d planes)")
                        .with(tracks.size(), planes),
                tracks,
                IntStream.range(0, planes)
                        .mapToObj(plane -> Repeatability.spread(
                                        CYCLES.with(tracks.size()),
                                        crossed(path, plane),
                                        Track.worst(tracks).rows())
                                .candidate())
                        .toList());
    }

    /**
     * Corner overshoot CO: the largest distance on the outer side of the second line, over the cycles (8.5). What is within the
     * instrument's U of the corner's end of that line may count or not: U reaches to both.
     *
     * @param cycles of each cycle one trace an axis
     * @throws NotMeasurableException where a cycle has too few samples
     */
    public static Measurement overshoot(List<List<Trace>> cycles, Corner corner) {
        return atCorner(
                new Text("拐角超调 CO(%d 次)", "corner overshoot CO (%d cycles)"), cycles, corner, (deviation, tracks) -> {
                    Uncertainty own = Uncertainty.of(inAnyDirection(tracks));
                    double beyond =
                            Uncertainty.of(ofInstrument(Track.worst(tracks))).expanded();
                    Reach reach = Reach.of(
                            deviation.overshoot(),
                            DoubleStream.of(-beyond, beyond)
                                    .map(from -> CornerDeviation.overshoot(
                                            corner, tracks.stream().map(Track::positions), from)));
                    return new Candidate(deviation.overshoot(), own.beyond(CORNER, reach));
                });
    }

    /**
     * Corner rounding CR: the largest of the cycles' least distances from the corner (8.5). That a distance is not linear where
     * it is small is checked by Monte Carlo.
     *
     * @param cycles of each cycle one trace an axis
     * @throws NotMeasurableException where a cycle has too few samples
     */
    public static Measurement rounding(List<List<Trace>> cycles, Corner corner) {
        return atCorner(
                new Text("圆角误差 CR(%d 次)", "corner rounding CR (%d cycles)"),
                cycles,
                corner,
                (deviation, tracks) -> Offset.of(
                                deviation.rounding(),
                                tracks.get(0).axes().size(),
                                Track.worst(tracks).ofInstrument(),
                                List.of(Track.worst(tracks).betweenSamples()))
                        .candidate());
    }

    /** Of a distance in that direction in which the axes' shared error counts most. */
    private static List<Contribution> inAnyDirection(List<Track> tracks) {
        Track worst = Track.worst(tracks);
        List<Contribution> rows = new ArrayList<>(ofInstrument(worst));
        rows.add(worst.betweenSamples());
        return rows;
    }

    private static List<Contribution> ofInstrument(Track worst) {
        int axes = worst.axes().size();
        return worst.ofInstrument().stream()
                .map(row -> Rows.together(row, axes, Math.sqrt(axes)))
                .toList();
    }

    private static Measurement atCorner(
            Text quantity,
            List<List<Trace>> cycles,
            Corner corner,
            BiFunction<CornerDeviation, List<Track>, Candidate> figure) {
        List<Track> tracks = tracks(cycles, 1);
        CornerDeviation deviation =
                CornerDeviation.of(corner, tracks.stream().map(Track::positions).toList());
        return result(quantity.with(tracks.size()), tracks, figure.apply(deviation, tracks));
    }

    private static List<Track> tracks(List<List<Trace>> cycles, int least) {
        if (cycles.size() < least) {
            throw new NotMeasurableException(new Text("只有 %d 次循环，至少需要 %d 次", "only %d cycles, at least %d are needed")
                    .with(cycles.size(), least));
        }
        return cycles.stream().map(Track::of).toList();
    }

    private static Path path(List<Track> tracks, List<Plane> planes) {
        try {
            return new Path(
                    planes.stream().map(plane -> Axes.pose(plane.point())).toList(),
                    tracks.stream().map(track -> crossings(track, planes)).toList());
        } catch (IllegalArgumentException e) {
            throw new NotMeasurableException(new Text(
                    "有一次循环没有穿过指令轨迹上的某个平面，不能比较",
                    "a cycle does not cross one of the planes along the commanded path: nothing to compare"));
        }
    }

    private static List<Pose> crossings(Track track, List<Plane> planes) {
        List<Pose> poses = track.positions().stream().map(Axes::pose).toList();
        return planes.stream().map(plane -> plane.crossing(poses)).toList();
    }

    private static List<Position> crossed(Path path, int plane) {
        return path.cycles().stream().map(cycle -> cycle.get(plane).position()).toList();
    }

    private static Measurement overPlanes(Text quantity, List<Track> tracks, List<Candidate> planes) {
        return result(quantity, tracks, Candidate.largest(planes));
    }

    private static Measurement result(Text quantity, List<Track> tracks, Candidate figure) {
        List<Trace> axes = tracks.get(0).axes();
        List<Trace> all =
                tracks.stream().flatMap(track -> track.axes().stream()).toList();
        return Result.of(quantity, figure.value(), axes.get(0).unit().ofDifference(), figure.uncertainty(), all)
                .withSignals(axes.stream().map(Trace::signal).toList());
    }
}
