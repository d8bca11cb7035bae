package org.plumbline.csv;

import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.plumbline.error.InputException;
import org.plumbline.error.Place;
import org.plumbline.error.Problem;
import org.plumbline.text.Text;

/**
 * The names of a file's columns.
 *
 * @param line where they stand, from 1; 0 where there are none
 */
record CsvHeader(String file, int line, String[] names) {

    private static final int MOST_SHOWN = 8;

    /**
     * The index of a column.
     *
     * @param column its name, or its number from 1
     * @throws InputException where there is none, or more than one of that name
     */
    int place(String column) {
        int[] named = IntStream.range(0, names.length)
                .filter(i -> names[i].strip().equals(column))
                .toArray();
        if (named.length == 1) {
            return named[0];
        }
        boolean number = column.matches("[1-9]\\d{0,3}");
        if (named.length == 0 && number && (line == 0 || Integer.parseInt(column) <= names.length)) {
            return Integer.parseInt(column) - 1;
        }
        throw new InputException(new Problem(
                new Place(file, Math.max(1, line), 0),
                (named.length == 0
                                ? new Text("没有列“%s”", "there is no column \"%s\"")
                                : new Text("列名“%s”出现不止一次", "more than one column is called \"%s\""))
                        .with(column),
                line == 0
                        ? new Text("没有列名时请写列号，从 1 起", "without names write the column's number, from 1")
                        : new Text("请写列号，或其中之一: %s", "write its number, or one of: %s").with(some())));
    }

    private String some() {
        String first = Arrays.stream(names).limit(MOST_SHOWN).map(Shown::of).collect(Collectors.joining(", "));
        return names.length <= MOST_SHOWN ? first : first + " … (" + names.length + ")";
    }
}
