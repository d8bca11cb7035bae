package org.plumbline.measure;

import java.util.List;
import java.util.stream.IntStream;
import org.plumbline.pose.Plane;
import org.plumbline.pose.Position;
import org.plumbline.text.Text;

/**
 * A commanded path of straight lines.
 *
 * @param points two or more
 */
record Chain(List<Position> points) {

    /** Planes across the path, in the middle of parts of equal length. */
    List<Plane> planes(int number) {
        double length = IntStream.range(1, points.size())
                .mapToDouble(i -> points.get(i).distance(points.get(i - 1)))
                .sum();
        if (number < 1 || !(length > 0)) {
            throw new NotMeasurableException(new Text(
                    "指令轨迹须有两个不同的点和至少一个平面", "a commanded path needs two different points and at least one plane"));
        }
        return IntStream.range(0, number)
                .mapToObj(i -> plane(length * (i + 0.5) / number))
                .toList();
    }

    private Plane plane(double distance) {
        double left = distance;
        int end = 1;
        while (left > length(end)) {
            left -= length(end);
            end++;
        }
        Position line = points.get(end).minus(points.get(end - 1));
        return new Plane(points.get(end - 1).plus(line.times(left / line.length())), line);
    }

    private double length(int end) {
        return points.get(end).distance(points.get(end - 1));
    }
}
