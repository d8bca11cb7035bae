package org.plumbline.suite;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.plumbline.steps.Below;
import org.plumbline.steps.CycleStep;
import org.plumbline.steps.PathPoint;
import org.plumbline.steps.Term;
import org.plumbline.text.Language;
import org.plumbline.text.Text;

/** A table that stands below some steps: its columns, and rows as an example. */
public enum TableExample {
    /** What a cycle does. */
    CYCLE(
            Below.Kind.CYCLE,
            new Text("循环步骤下面的表格；参数与值两列可以留空", "the table below the cycle step; parameter and value may be left empty"),
            CycleStep.COLUMNS,
            List.of(row("move", "point", "p2", "at", "p2", "0.1 s"), row("move", "point", "p1", "at", "p1", "0.2 s"))),
    /** Points of a path. */
    POINTS(
            Below.Kind.POINTS,
            new Text(
                    "轨迹步骤下面的表格；拐角的步骤恰需三点: 第一条线上一点、拐角、第二条线上一点",
                    "the table below steps about paths; those about corners need three points: one on the first line, the corner, one on the second line"),
            PathPoint.COLUMNS,
            List.of(
                    row("400 mm", "0 mm", "600 mm"),
                    row("550 mm", "0 mm", "600 mm"),
                    row("550 mm", "150 mm", "600 mm"))),
    /** Known quantities of a formula: every one that there is. */
    TERMS(
            Below.Kind.TERMS,
            new Text(
                    "保护间距与最小距离的步骤下面的表格；值可引用 IXIT: ixit(stopping-time)",
                    "the table below steps about separation; a value may refer to the IXIT: ixit(stopping-time)"),
            List.of(Term.NAME, Term.VALUE),
            List.of(
                    row(Term.REACTION_TIME, "0.1 s"),
                    row(Term.STOPPING_TIME, "0.2 s"),
                    row(Term.DECELERATION, "2 m/s2"),
                    row(Term.PERSON_SPEED, "1.6 m/s"),
                    row(Term.INTRUSION, "0.2 m"),
                    row(Term.PERSON_UNCERTAINTY, "0.05 m"),
                    row(Term.ROBOT_UNCERTAINTY, "0.01 m"),
                    row(Term.RESPONSE_TIME, "0.02 s"),
                    row(Term.DETECTION, "30 mm"),
                    row(Term.HEIGHT, "300 mm")));

    private final Below.Kind kind;
    private final Text title;
    private final List<Text> columns;
    private final List<List<Text>> rows;

    TableExample(Below.Kind kind, Text title, List<Text> columns, List<List<Text>> rows) {
        this.kind = kind;
        this.title = title;
        this.columns = columns;
        this.rows = rows;
    }

    private static List<Text> row(String... cells) {
        return Arrays.stream(cells).map(Text::same).toList();
    }

    private static List<Text> row(Term term, String value) {
        return List.of(term.word(), Text.same(value));
    }

    /** The one of that kind. */
    public static TableExample of(Below.Kind kind) {
        return Arrays.stream(values())
                .filter(table -> table.kind == kind)
                .findFirst()
                .orElseThrow();
    }

    /** Below which steps it stands, and what is to be known of it. */
    public Text title() {
        return title;
    }

    /** The heading and the rows. */
    public List<List<String>> cells(Language language) {
        return Stream.concat(Stream.of(columns), rows.stream())
                .map(row -> row.stream().map(cell -> cell.in(language)).toList())
                .toList();
    }
}
