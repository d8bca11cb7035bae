package org.plumbline.channel;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Transports and codecs of somebody else, in one jar.
 *
 * @param jar where it was found
 * @param sha256 of the whole jar, in lower-case hexadecimal
 */
public record Plugin(Path jar, String sha256, List<Transport> transports, List<Codec> codecs) {

    /** The jar's file name, what is in it, and its digest: in one line. */
    public String line() {
        String holds = Stream.concat(
                        transports.stream().map(transport -> "transport " + transport.name()),
                        codecs.stream().map(codec -> "codec " + codec.name()))
                .collect(Collectors.joining(", "));
        return "%s: %s, sha256 %s".formatted(jar.getFileName(), holds, sha256);
    }
}
