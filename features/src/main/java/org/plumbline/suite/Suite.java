package org.plumbline.suite;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.JarURLConnection;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.plumbline.error.InputException;
import org.plumbline.error.Place;
import org.plumbline.error.Problem;
import org.plumbline.text.Text;

/**
 * A catalogue and the scenarios that decide it: a folder with {@code standard.yaml} and feature files.
 *
 * @param name the field's name, or the folder's
 * @param folder null for a suite that comes with the product
 * @param tags a tag expression that selects scenarios; empty for all
 */
public record Suite(String name, @Nullable Path folder, String tags) {

    /** The suites that come with the product. */
    public static final List<String> FIELDS = List.of("underwater", "cobot", "inspection");

    private static final String ROOT = "org/plumbline/suites/";

    /**
     * A suite that comes with the product.
     *
     * @throws InputException where there is none of that name
     */
    public static Suite named(String field) {
        if (!FIELDS.contains(field)) {
            throw new InputException(Problem.of(
                    new Text("没有名为“%s”的测试套件", "there is no suite called \"%s\"").with(field),
                    new Text("请使用 %s，或套件文件夹的路径", "use one of %s, or the path of a suite's folder")
                            .with(String.join(", ", FIELDS))));
        }
        return new Suite(field, null, "");
    }

    /**
     * A suite in a folder.
     *
     * @throws InputException where the folder has no standard.yaml
     */
    public static Suite at(Path folder) {
        if (!Files.isRegularFile(folder.resolve("standard.yaml"))) {
            throw new InputException(new Problem(
                    Place.of(folder.toString()),
                    new Text("该文件夹中没有 standard.yaml", "this folder has no standard.yaml"),
                    new Text(
                            "套件文件夹应包含 standard.yaml 与 *.feature",
                            "a suite's folder holds standard.yaml and *.feature")));
        }
        Path name = folder.toAbsolutePath().normalize().getFileName();
        return new Suite(name == null ? "suite" : name.toString(), folder, "");
    }

    /** A field's name, or the path of a folder: what the command line takes. */
    public static Suite of(String nameOrFolder) {
        boolean folder = !FIELDS.contains(nameOrFolder) && Files.isDirectory(Path.of(nameOrFolder));
        return folder ? at(Path.of(nameOrFolder)) : named(nameOrFolder);
    }

    /** The same suite with only those scenarios that decide one of the requirements. */
    public Suite only(String... requirements) {
        return tagged("@" + String.join(" or @", requirements));
    }

    /** The same suite with only those scenarios that fit a tag expression, such as {@code @UW-A02 or @UW-A03}. */
    public Suite tagged(String expression) {
        return new Suite(name, folder, expression);
    }

    /** Copies standard.yaml and the feature files, byte for byte, into a folder. */
    void copyTo(Path target) {
        try {
            Files.createDirectories(target);
            if (folder != null) {
                copy(folder, target);
            } else {
                copyResources(target);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Where the catalogue is read from: the user's own file where there is one, so that mistakes are found in it. */
    Path standard(Path copies) {
        return (folder == null ? copies : folder).resolve("standard.yaml");
    }

    /** The same for a feature file, or for the whole suite where no file is named; its name where it has no folder. */
    String shown(String file) {
        return folder == null
                ? (file.isEmpty() ? name : file)
                : (file.isEmpty() ? folder : folder.resolve(file)).toString();
    }

    private void copyResources(Path target) throws IOException {
        URL url = Suite.class.getClassLoader().getResource(ROOT + name + "/standard.yaml");
        if (url == null) {
            throw new IOException("the suite " + name + " is missing from this installation");
        }
        if (url.openConnection() instanceof JarURLConnection jar) {
            // Not through the jar's URI: that file system is one for the whole process, and runs go on side by side.
            Path file = path(jar.getJarFileURL());
            try (FileSystem files = FileSystems.newFileSystem(file, Suite.class.getClassLoader())) {
                copy(files.getPath(ROOT + name), target);
            }
        } else {
            copy(path(url).resolveSibling(""), target);
        }
    }

    private static Path path(URL url) throws IOException {
        try {
            return Path.of(url.toURI());
        } catch (URISyntaxException e) {
            throw new IOException(e);
        }
    }

    private static void copy(Path from, Path target) throws IOException {
        try (Stream<Path> files = Files.list(from)) {
            for (Path file : (Iterable<Path>) files.sorted()::iterator) {
                String fileName = String.valueOf(file.getFileName());
                if (fileName.equals("standard.yaml") || fileName.endsWith(".feature")) {
                    Files.copy(file, target.resolve(fileName));
                }
            }
        }
    }
}
