package org.plumbline.channel;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.plumbline.error.FileTrouble;
import org.plumbline.error.InputException;
import org.plumbline.error.Place;
import org.plumbline.error.Problem;
import org.plumbline.text.Text;

/** The plugins of a folder. Those of this process are read once, so that what ran is what is recorded of them. */
final class Plugins {

    /** The system property that names the folder; the launcher sets it. */
    static final String FOLDER = "plumbline.plugins";

    private static final Supplier<List<Plugin>> OF_THIS_PROCESS = ofThisProcess();

    private Plugins() {}

    /** @throws InputException where a jar is wrong */
    static List<Plugin> ofProcess() {
        return OF_THIS_PROCESS.get();
    }

    private static Supplier<List<Plugin>> ofThisProcess() {
        try {
            String folder = System.getProperty(FOLDER, "");
            List<Plugin> plugins = folder.isEmpty() ? List.of() : in(Path.of(folder));
            return () -> plugins;
        } catch (InputException e) {
            return () -> {
                throw e;
            };
        }
    }

    /**
     * Every jar in the folder, in the order of their names; not those in folders below it.
     *
     * @throws InputException that names every jar that is wrong
     */
    static List<Plugin> in(Path folder) {
        List<Plugin> plugins = new ArrayList<>();
        List<Problem> problems = new ArrayList<>();
        for (Path jar : jars(folder)) {
            try {
                plugins.add(new PluginJar(jar).load());
            } catch (InputException e) {
                problems.addAll(e.problems());
            }
        }
        if (!problems.isEmpty()) {
            throw new InputException(problems, null);
        }
        return List.copyOf(plugins);
    }

    private static List<Path> jars(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().toLowerCase(Locale.ROOT).endsWith(".jar"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new InputException(
                    new Problem(
                            Place.of(folder.toString()),
                            new Text("插件文件夹无法读取: %s", "the folder of plugins cannot be read: %s")
                                    .with(FileTrouble.words(e)),
                            new Text("请核对 PLUMBLINE_PLUGINS", "check PLUMBLINE_PLUGINS")),
                    e);
        }
    }
}
