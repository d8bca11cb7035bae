package org.plumbline.steps;

import io.cucumber.datatable.DataTable;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.plumbline.error.InputException;
import org.plumbline.error.Problem;
import org.plumbline.pose.Position;
import org.plumbline.quantity.Quantity;
import org.plumbline.quantity.Unit;
import org.plumbline.text.Text;

/** One row of a path: a point of it, each coordinate with its unit. */
public record PathPoint(Quantity x, Quantity y, Quantity z) {

    /** The table's columns. */
    public static final List<Text> COLUMNS = List.of(Text.same("x"), Text.same("y"), Text.same("z"));

    static List<Position> of(DataTable table, Unit unit) {
        return table.asMaps().stream()
                .map(PathPoint::of)
                .map(point -> new Position(point.x.in(unit), point.y.in(unit), point.z.in(unit)))
                .toList();
    }

    /**
     * Reads one row.
     *
     * @param row its cells by the names of their columns
     * @throws InputException where a coordinate is missing or has no known unit
     */
    public static PathPoint of(Map<String, String> row) {
        return new PathPoint(coordinate(row, 0), coordinate(row, 1), coordinate(row, 2));
    }

    /** Its coordinates. */
    public Stream<Quantity> coordinates() {
        return Stream.of(x, y, z);
    }

    private static Quantity coordinate(Map<String, String> row, int column) {
        Text name = COLUMNS.get(column);
        String cell = row.get(name.en());
        return Quantity.parse(cell == null ? "" : cell)
                .filter(quantity -> !quantity.unit().equals(Unit.ONE))
                .orElseThrow(() -> new InputException(Problem.of(
                        new Text("轨迹表的列“%s”缺失或有误", "the column \"%s\" of the path table is missing or wrong")
                                .with(name),
                        new Text(
                                "各列为 x、y、z，坐标带单位（如 400 mm）",
                                "its columns are x, y and z, with units (such as 400 mm)"))));
    }
}
