package org.plumbline.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.plumbline.error.InputException;
import org.plumbline.error.Place;
import org.plumbline.error.Problem;
import org.plumbline.statistics.Summary;
import org.plumbline.text.Text;

/**
 * The results of a round between laboratories, in one unit: one row each, its name and then its results; cells may differ
 * in size.
 *
 * @param names of the laboratories, in the order of the file
 * @param results one array a laboratory, none of them empty
 * @param expanded U with k = 2 of each laboratory's mean; not a number where it states none
 */
record LaboratoryResults(List<String> names, List<double[]> results, List<Double> expanded) {

    private static final String STATED = "U=";

    /**
     * Reads a CSV file in UTF-8. Empty lines and such as begin with # say nothing.
     *
     * @throws InputException where it cannot be read or holds no three laboratories, with the place
     */
    static LaboratoryResults read(Path file) {
        List<String> names = new ArrayList<>();
        List<double[]> results = new ArrayList<>();
        List<Double> expanded = new ArrayList<>();
        List<String> lines = lines(file);
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i).replace("\uFEFF", "").strip();
            if (!line.isEmpty() && !line.startsWith("#")) {
                Place place = new Place(file.toString(), i + 1, 1);
                List<String> cells =
                        Arrays.stream(line.split(",")).map(String::strip).toList();
                names.add(cells.get(0));
                results.add(numbers(cells, place));
                expanded.add(expanded(cells, place));
            }
        }
        if (names.size() < 3) {
            throw wrong(
                    Place.of(file.toString()),
                    new Text("只有 %d 个实验室，至少需要 3 个", "there are %d laboratories, at least 3 are needed")
                            .with(names.size()));
        }
        return new LaboratoryResults(names, results, expanded);
    }

    /** Each laboratory's number, mean and standard deviation. */
    List<Summary> cells() {
        return results.stream().map(Summary::of).toList();
    }

    private static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw wrong(Place.of(file.toString()), new Text("无法读取", "cannot be read"));
        }
    }

    private static double[] numbers(List<String> cells, Place place) {
        double[] numbers = cells.stream()
                .skip(1)
                .filter(cell -> !cell.startsWith(STATED))
                .mapToDouble(cell -> number(cell, place))
                .toArray();
        if (numbers.length == 0) {
            throw wrong(place, new Text("该实验室没有结果", "the laboratory has no result"));
        }
        return numbers;
    }

    private static double expanded(List<String> cells, Place place) {
        List<String> stated =
                cells.stream().skip(1).filter(cell -> cell.startsWith(STATED)).toList();
        if (stated.isEmpty()) {
            return Double.NaN;
        }
        double expanded = number(stated.get(0).substring(STATED.length()).strip(), place);
        if (stated.size() > 1 || !(expanded > 0)) {
            throw wrong(place, new Text("扩展不确定度须大于 0，且只写一次", "U is above 0 and stands there once"));
        }
        return expanded;
    }

    private static double number(String cell, Place place) {
        double number;
        try {
            number = Double.parseDouble(cell);
        } catch (NumberFormatException e) {
            number = Double.NaN;
        }
        if (!Double.isFinite(number)) {
            throw wrong(place, new Text("“%s”不是数", "\"%s\" is no number").with(cell));
        }
        return number;
    }

    private static InputException wrong(Place place, Text what) {
        return new InputException(
                new Problem(
                        place,
                        what,
                        new Text(
                                "每个实验室一行：名称,结果,结果；可再写 U=扩展不确定度；表头以 # 开头",
                                "write one line a laboratory: name,result,result, and U=… if it states one; begin a heading with #")));
    }
}
