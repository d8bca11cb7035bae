package org.plumbline.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.plumbline.error.InputException;
import org.plumbline.error.Place;
import org.plumbline.error.Problem;
import org.plumbline.text.Text;

/**
 * Where the user has the files from that are judged as copies.
 *
 * @param copies their folder
 * @param source the bundle or capture that they come from
 * @param own those that the user gave instead, by name
 */
record Origins(Path copies, Path source, Map<String, Path> own) {

    Origins(Path copies, Path source) {
        this(copies, source, new LinkedHashMap<>());
    }

    /** The same problems in the user's own files. */
    InputException inOwnFiles(InputException wrong) {
        return new InputException(wrong.problems().stream().map(this::inOwnFile).toList(), wrong);
    }

    private Problem inOwnFile(Problem problem) {
        Place place = problem.place();
        return new Problem(
                place == null ? null : new Place(named(place.file()), place.line(), place.column()),
                new Text(named(problem.what().zh()), named(problem.what().en())),
                problem.remedy());
    }

    private String named(String words) {
        String named = words;
        for (Map.Entry<String, Path> file : own.entrySet()) {
            named = named.replace(
                    copies.resolve(file.getKey()).toString(), file.getValue().toString());
        }
        String rest = Files.isDirectory(source) ? source.resolve("data/inputs").toString() : source + "!";
        return named.replace(copies.toString(), rest);
    }
}
