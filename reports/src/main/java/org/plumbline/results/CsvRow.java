package org.plumbline.results;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** One row of a CSV file (RFC 4180). Texts cannot become formulas when a spreadsheet opens it; numbers stay numbers. */
public final class CsvRow {

    /** Also the full-width forms, which spreadsheets in Chinese take for the same. */
    private static final Pattern FORMULA = Pattern.compile("\\s*[=+\\-@＝＋－＠].*|[\\t\\r\\n].*", Pattern.DOTALL);

    private static final Pattern QUOTED = Pattern.compile("[\",\\r\\n]|^\\s|\\s$");

    private final List<String> cells = new ArrayList<>();

    /** A text; empty for a cell without a value. */
    public CsvRow text(String text) {
        return add(FORMULA.matcher(text).matches() ? "'" + text : text);
    }

    /** As Java writes it, every digit. */
    public CsvRow number(double number) {
        return add(Double.toString(number));
    }

    CsvRow number(int number) {
        return add(Integer.toString(number));
    }

    CsvRow empty(int count) {
        for (int i = 0; i < count; i++) {
            add("");
        }
        return this;
    }

    private CsvRow add(String cell) {
        cells.add(QUOTED.matcher(cell).find() ? "\"" + cell.replace("\"", "\"\"") + "\"" : cell);
        return this;
    }

    @Override
    public String toString() {
        return cells.stream().collect(Collectors.joining(",", "", "\r\n"));
    }
}
