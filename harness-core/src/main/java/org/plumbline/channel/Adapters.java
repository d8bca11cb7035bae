package org.plumbline.channel;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;

/**
 * The transports and codecs that are there.
 *
 * @param transports in the order in which they were found; the first of a name counts
 * @param codecs likewise
 */
public record Adapters(List<Transport> transports, List<Codec> codecs) {

    /** Those on the class path. */
    public static Adapters installed() {
        List<Transport> transports = new ArrayList<>();
        ServiceLoader.load(Transport.class).forEach(transports::add);
        List<Codec> codecs = new ArrayList<>();
        ServiceLoader.load(Codec.class).forEach(codecs::add);
        return new Adapters(List.copyOf(transports), List.copyOf(codecs));
    }

    /** The transport of that name. */
    public Optional<Transport> transport(String name) {
        return transports.stream().filter(t -> t.name().equals(name)).findFirst();
    }

    /** The codec of that name. */
    public Optional<Codec> codec(String name) {
        return codecs.stream().filter(c -> c.name().equals(name)).findFirst();
    }
}
