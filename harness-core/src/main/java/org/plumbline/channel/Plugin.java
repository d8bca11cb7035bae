package org.plumbline.channel;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * Transports and codecs of somebody else, in one jar.
 *
 * @param jar where it was found
 * @param sha256 of the whole jar, in lower-case hexadecimal
 */
public record Plugin(Path jar, String sha256, List<Transport> transports, List<Codec> codecs) {

    /** Before the jar's file name in the name of its class loader. */
    static final String LOADER = "plumbline-plugin ";

    /** Whether code of a plugin ran there. */
    public static boolean isIn(StackTraceElement frame) {
        String loader = frame.getClassLoaderName();
        return loader != null && loader.startsWith(LOADER);
    }

    /** The jar's file name, what is in it, and its digest: in one line. */
    public String line() {
        return "%s: %s, sha256 %s".formatted(jar.getFileName(), String.join(", ", holds()), sha256);
    }

    /** {@code transport} or {@code codec} and its name, for each. */
    public List<String> holds() {
        return Stream.concat(
                        transports.stream().map(transport -> "transport " + transport.name()),
                        codecs.stream().map(codec -> "codec " + codec.name()))
                .toList();
    }

    /** Where what it holds comes from. */
    public Stream<PluginOrigin> origins() {
        return holds().stream().map(hold -> new PluginOrigin(hold, String.valueOf(jar.getFileName()), sha256));
    }
}
