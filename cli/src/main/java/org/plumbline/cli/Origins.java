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
        return new InputException(wrong.problems().stream().map(this::corrected).toList(), wrong);
    }

    private Problem corrected(Problem problem) {
        Problem own = inOwnFile(problem);
        return new Problem(own.place(), own.what(), wayOut(own.remedy()));
    }

    /** The same problem in the user's own file. */
    Problem inOwnFile(Problem problem) {
        Place place = problem.place();
        return new Problem(
                place == null ? null : new Place(named(place.file()), place.line(), place.column()),
                named(problem.what()),
                named(problem.remedy()));
    }

    private Text named(Text words) {
        return new Text(named(words.zh()), named(words.en()));
    }

    /** What is sealed is not to be edited. */
    private Text wayOut(Text remedy) {
        return isSealed(remedy, InputPrints.BENCH) || isSealed(remedy, InputPrints.DEVICE)
                ? remedy.and(
                        new Text(
                                "；封存的文件不能改动，请更正一份副本，用 plumbline rejudge … --bench FILE 给出",
                                "; what is sealed stays as it is: correct a copy and give it by plumbline rejudge … --bench FILE"))
                : remedy;
    }

    private boolean isSealed(Text remedy, String name) {
        return remedy.en().contains(sealed() + copies.getFileSystem().getSeparator() + name);
    }

    private String sealed() {
        return Files.isDirectory(source) ? source.resolve("data/inputs").toString() : source + "!";
    }

    private String named(String words) {
        String named = words;
        for (Map.Entry<String, Path> file : own.entrySet()) {
            named = named.replace(
                    copies.resolve(file.getKey()).toString(), file.getValue().toString());
        }
        return named.replace(copies.toString(), sealed());
    }
}
