package org.plumbline.suite;

import java.util.List;
import java.util.stream.Stream;
import org.plumbline.steps.CycleStep;
import org.plumbline.text.Language;
import org.plumbline.text.Text;

/** The table of the cycle step: its columns, and rows as an example. */
public final class CycleExample {

    private static final List<List<String>> ROWS = List.of(
            List.of("move", "point", "p2", "at", "p2", "0.1 s"), List.of("move", "point", "p1", "at", "p1", "0.2 s"));

    private CycleExample() {}

    /** The names of the columns. */
    public static List<Text> columns() {
        return CycleStep.COLUMNS;
    }

    /** The heading and two rows. */
    public static List<List<String>> table(Language language) {
        List<String> heading =
                columns().stream().map(column -> column.in(language)).toList();
        return Stream.concat(Stream.of(heading), ROWS.stream()).toList();
    }
}
