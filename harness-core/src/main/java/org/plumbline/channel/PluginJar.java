package org.plumbline.channel;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.ServiceLoader.Provider;
import java.util.jar.JarFile;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.plumbline.error.FileTrouble;
import org.plumbline.error.InputException;
import org.plumbline.error.Place;
import org.plumbline.error.Problem;
import org.plumbline.text.Text;

/** One jar with plugins. It has a class loader of its own, so that two may bring different versions of a library. */
final class PluginJar {

    private static final Pattern CLASS_FILE = Pattern.compile("class file version (\\d+)");

    /** The version of class files that Java 1 would have had, counted back from the later ones. */
    private static final int BEFORE_JAVA_1 = 44;

    private static final int OLDEST_JAVA = 17;

    private final Path jar;

    PluginJar(Path jar) {
        this.jar = jar;
    }

    /** @throws InputException where the jar cannot be read, what is in it does not start, or there is nothing in it */
    Plugin load() {
        Plugin plugin;
        try {
            plugin = providers(sha256());
        } catch (IOException e) {
            throw wrong(
                    new Text("插件无法读取: %s", "the plugin cannot be read: %s").with(FileTrouble.words(e)),
                    new Text("请重新复制该 jar，或将其移出该文件夹", "copy the jar anew, or take it out of the folder"),
                    e);
        } catch (UnsupportedClassVersionError e) {
            throw tooNew(e);
        } catch (ServiceConfigurationError | LinkageError | RuntimeException e) {
            throw wrong(
                    new Text("插件无法启动: %s", "the plugin does not start: %s").with(reason(e)),
                    new Text("请换用与本版本相符的插件，或将其移出该文件夹", "get one that fits this version, or take it out of the folder"),
                    e);
        }
        if (plugin.transports().isEmpty() && plugin.codecs().isEmpty()) {
            throw new InputException(problem(
                    new Text("其中没有传输或编解码", "there is no transport and no codec in it"),
                    new Text(
                                    "类名应写在 META-INF/services/%s 或 %s 中；不是插件的 jar 请移出该文件夹",
                                    "its META-INF/services/%s or %s has to name the class; take a jar that is no plugin out of the"
                                            + " folder")
                            .with(Codec.class.getName(), Transport.class.getName())));
        }
        return plugin;
    }

    private String sha256() throws IOException {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(jar)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /** A class loader passes a jar that it cannot read by, and says nothing. */
    private Plugin providers(String sha256) throws IOException {
        new JarFile(jar.toFile()).close();
        ClassLoader loader = new URLClassLoader(
                Plugin.LOADER + jar.getFileName(), new URL[] {jar.toUri().toURL()}, PluginJar.class.getClassLoader());
        List<Transport> transports = providers(Transport.class, loader);
        List<Codec> codecs = providers(Codec.class, loader);
        transports.forEach(transport -> List.of(transport.name(), transport.keys()));
        codecs.forEach(codec -> List.of(codec.name(), codec.channelKeys(), codec.signalKeys(), codec.commandKeys()));
        return new Plugin(jar, sha256, transports, codecs);
    }

    private static <T> List<T> providers(Class<T> service, ClassLoader loader) {
        return ServiceLoader.load(service, loader).stream()
                .filter(provider -> provider.type().getClassLoader() == loader)
                .map(Provider::get)
                .toList();
    }

    private InputException tooNew(UnsupportedClassVersionError error) {
        Matcher version = CLASS_FILE.matcher(String.valueOf(error.getMessage()));
        int needed = version.find() ? Integer.parseInt(version.group(1)) - BEFORE_JAVA_1 : 0;
        return wrong(
                new Text("插件为 Java %d 编译，而当前是 Java %d", "the plugin was built for Java %d, and this is Java %d")
                        .with(needed, Runtime.version().feature()),
                new Text(
                                "请用 Java %d 或更高版本运行，或换用为 Java %d 编译的插件",
                                "run with Java %d or newer, or get one that was built for Java %d")
                        .with(needed, OLDEST_JAVA),
                error);
    }

    private static String reason(Throwable failure) {
        Throwable cause = failure.getCause();
        return failure instanceof RuntimeException || cause == null
                ? failure.toString()
                : failure.getMessage() + ": " + cause;
    }

    private InputException wrong(Text what, Text remedy, Throwable cause) {
        return new InputException(problem(what, remedy), cause);
    }

    private Problem problem(Text what, Text remedy) {
        return new Problem(Place.of(jar.toString()), what, remedy);
    }
}
