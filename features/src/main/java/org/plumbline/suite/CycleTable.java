package org.plumbline.suite;

import io.cucumber.core.gherkin.DataTableArgument;
import io.cucumber.core.gherkin.Step;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The rows of the table below a step, before it is executed. */
final class CycleTable {

    /**
     * One row below the heading.
     *
     * @param line in the feature file; as if no comment stood between the rows
     * @param cells by the names of their columns
     */
    record Row(int line, Map<String, String> cells) {}

    private CycleTable() {}

    /** None where the step has no table. */
    static List<Row> rows(Step step) {
        if (!(step.getArgument() instanceof DataTableArgument table)) {
            return List.of();
        }
        List<List<String>> cells = table.cells();
        List<Row> rows = new ArrayList<>();
        for (int i = 1; i < cells.size(); i++) {
            Map<String, String> row = new LinkedHashMap<>();
            for (int column = 0; column < cells.get(i).size(); column++) {
                row.put(cells.get(0).get(column), cells.get(i).get(column));
            }
            rows.add(new Row(table.getLine() + i, row));
        }
        return rows;
    }
}
