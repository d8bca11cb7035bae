package org.plumbline.yaml;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.plumbline.error.InputException;
import org.plumbline.text.Language;

/**
 * One mistake, made by editing a good example, and the whole text that is said of it. The resource files hold them as
 * {@code == title}, {@code in FILE}, lines to take out ({@code -}, {@code -*} for all) and to put in ({@code +}),
 * {@code schema> accepts|rejects}, and one {@code zh>} and {@code en>} line for each problem.
 */
public record ErrorCase(String title, List<Edit> edits, boolean schemaAccepts, String zh, String en) {

    /** Lines of one file that are replaced. */
    public record Edit(String file, List<String> out, List<String> in) {}

    /** All cases of a resource file. */
    public static List<ErrorCase> read(Class<?> beside, String resource) {
        return List.of(resource(beside, resource).split("(?m)^== ")).stream()
                .skip(1)
                .map(ErrorCase::parse)
                .toList();
    }

    /** The text of a resource. */
    public static String resource(Class<?> beside, String name) {
        try (InputStream in = beside.getResourceAsStream(name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).replace("\r\n", "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ErrorCase parse(String block) {
        List<String> lines = block.lines().toList();
        List<Edit> edits = new ArrayList<>();
        String file = "";
        boolean adding = true;
        for (String line : lines) {
            if (line.startsWith("in ")) {
                file = line.substring(3);
                adding = true;
            } else if (line.startsWith("-")) {
                if (adding) {
                    edits.add(new Edit(file, new ArrayList<>(), new ArrayList<>()));
                    adding = false;
                }
                edits.get(edits.size() - 1).out().add(line.substring(1));
            } else if (line.startsWith("+")) {
                adding = true;
                edits.get(edits.size() - 1).in().add(line.substring(1));
            }
        }
        return new ErrorCase(
                lines.get(0),
                edits,
                said(lines, "schema> ").equals("accepts"),
                said(lines, "zh> "),
                said(lines, "en> "));
    }

    private static String said(List<String> lines, String prefix) {
        return lines.stream()
                .filter(line -> line.startsWith(prefix))
                .map(line -> line.substring(prefix.length()))
                .collect(Collectors.joining("\n"));
    }

    /** The example's files with the mistake made, by name. */
    public Map<String, String> apply(Map<String, String> good) {
        Map<String, String> files = new LinkedHashMap<>(good);
        String first = good.keySet().iterator().next();
        for (Edit edit : edits) {
            files.computeIfPresent(edit.file().isEmpty() ? first : edit.file(), (name, text) -> edited(text, edit));
        }
        return files;
    }

    private String edited(String text, Edit edit) {
        String in = edit.in().stream().map(line -> line + "\n").collect(Collectors.joining());
        if (edit.out().equals(List.of("*"))) {
            return in;
        }
        String out = edit.out().stream().map(line -> line + "\n").collect(Collectors.joining());
        int at = ("\n" + text).indexOf("\n" + out);
        if (at < 0) {
            throw new IllegalStateException(title + ": the example has no lines\n" + out);
        }
        return text.substring(0, at) + in + text.substring(at + out.length());
    }

    /** Writes files into a folder. */
    public static void write(Map<String, String> files, Path folder) {
        files.forEach((name, text) -> {
            try {
                Files.writeString(folder.resolve(name), text, StandardCharsets.UTF_8);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    /** What is said, with the folder taken out of the places. */
    public static String said(InputException e, Language language, Path folder) {
        return e.message(language).replace(folder + folder.getFileSystem().getSeparator(), "");
    }

    @Override
    public String toString() {
        return title;
    }
}
