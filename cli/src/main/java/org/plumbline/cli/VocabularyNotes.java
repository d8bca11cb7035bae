package org.plumbline.cli;

import java.util.List;
import java.util.stream.Collectors;
import org.plumbline.quantity.Unit;
import org.plumbline.steps.TermUse;
import org.plumbline.suite.StepParameter;
import org.plumbline.suite.TableExample;

/** What may stand for the parameters of steps, for people. */
record VocabularyNotes(Console console) {

    void print() {
        console.say("花括号处可以写什么", "what may stand in the braces");
        Columns columns = new Columns();
        columns.row("  {string}", console.text("引号中的名称或值: \"depth\"", "a name or a value in quotes: \"depth\""));
        columns.row(
                "",
                console.text(
                        "命令参数的值可引用 IXIT: \"ixit(battery-threshold) - 0.8 V\"",
                        "the value of a command's parameter may refer to the IXIT: \"ixit(battery-threshold) - 0.8 V\""));
        columns.row("  {int}", console.text("整数: 95", "a whole number: 95"));
        columns.row("  {quantity}", console.text("数、空格、单位: 5 s", "a number, a space, a unit: 5 s"));
        columns.row("", console.text("单位: ", "units: ") + units());
        StepParameter.all()
                .forEach(parameter -> columns.row(
                        "  {" + parameter.name() + "}", String.join(" | ", parameter.words(console.language()))));
        columns.lines().forEach(console.out()::println);
        for (TableExample table : TableExample.values()) {
            console.out().println(table.title().in(console.language()));
            print(table);
        }
        console.say("以上各项中，恰需写出", "of these terms it needs just");
        Columns uses = new Columns();
        TermUse.all().forEach(use -> uses.row("  " + use.formula().in(console.language()), terms(use)));
        uses.lines().forEach(console.out()::println);
    }

    private String terms(TermUse use) {
        return use.terms().stream()
                .map(term -> term.word().in(console.language()))
                .collect(Collectors.joining(console.text("、", ", ")));
    }

    /** All that a quantity in a step can have: a number alone is none. */
    static String units() {
        return String.join(
                " ",
                Unit.symbols().stream().filter(symbol -> !symbol.equals("1")).toList());
    }

    private void print(TableExample table) {
        Columns columns = new Columns();
        for (List<String> row : table.cells(console.language())) {
            columns.row(row.stream().map(cell -> "| " + cell).toArray(String[]::new));
        }
        columns.lines().forEach(line -> console.out().println("  " + line + " |"));
    }
}
