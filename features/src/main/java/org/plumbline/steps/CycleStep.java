package org.plumbline.steps;

import io.cucumber.datatable.DataTable;
import java.util.List;
import java.util.Map;
import org.plumbline.error.InputException;
import org.plumbline.error.Problem;
import org.plumbline.quantity.Quantity;
import org.plumbline.quantity.Unit;
import org.plumbline.text.Text;

/**
 * One row of a cycle: a command, then what is waited for, then how long the device stays there.
 *
 * @param parameters none or one
 * @param dwell nanoseconds at the place; its second half is where the pose is read
 */
public record CycleStep(String command, Map<String, String> parameters, String signal, String value, long dwell) {

    /** The table's columns in Chinese and English: command, its parameter and value, what signal becomes what, how long. */
    public static final List<Text> COLUMNS = List.of(
            new Text("命令", "command"),
            new Text("参数", "parameter"),
            new Text("值", "value"),
            new Text("信号", "signal"),
            new Text("变为", "becomes"),
            new Text("停留", "dwell"));

    static List<CycleStep> of(DataTable table) {
        return table.asMaps().stream().map(CycleStep::of).toList();
    }

    /**
     * Reads one row.
     *
     * @param row its cells by the names of their columns
     * @throws InputException where a column is missing or the dwell is no time
     */
    public static CycleStep of(Map<String, String> row) {
        String parameter = cell(row, 1);
        Quantity dwell = Quantity.parse(cell(row, 5))
                .filter(time -> time.unit().isCommensurableWith(Unit.S) && time.value() >= 0)
                .orElseThrow(() -> malformed(COLUMNS.get(5)));
        return new CycleStep(
                cell(row, 0),
                parameter.isEmpty() ? Map.of() : Map.of(parameter, cell(row, 2)),
                cell(row, 3),
                cell(row, 4),
                dwell.nanos());
    }

    private static String cell(Map<String, String> row, int column) {
        Text name = COLUMNS.get(column);
        if (!row.containsKey(name.zh()) && !row.containsKey(name.en())) {
            throw malformed(name);
        }
        String value = row.containsKey(name.zh()) ? row.get(name.zh()) : row.get(name.en());
        return value == null ? "" : value;
    }

    private static InputException malformed(Text column) {
        return new InputException(Problem.of(
                new Text(
                        "循环表的列“%s”缺失或有误".formatted(column.zh()),
                        "the column \"%s\" of the cycle table is missing or wrong".formatted(column.en())),
                new Text(
                        "各列为: 命令、参数、值、信号、变为、停留（如 0.2 s）",
                        "its columns are: command, parameter, value, signal, becomes, dwell (such as 0.2 s)")));
    }
}
