package org.plumbline.probe;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.plumbline.channel.Decoder;
import org.plumbline.channel.Packet;

/** How many frames came of each kind. Not thread-safe. */
final class Kinds {

    /** Beyond these nobody looks, and noise may look like any number. */
    private static final int MOST = 100;

    private final Decoder decoder;
    private final Map<String, Long> counts = new TreeMap<>();
    private String newest = "";
    private boolean told;
    private @Nullable Throwable thrown;

    /** @param decoder for nothing but to name them */
    Kinds(Decoder decoder) {
        this.decoder = decoder;
    }

    /** One that cannot name frames is not asked again. */
    void add(Packet frame) {
        if (thrown != null) {
            return;
        }
        Optional<String> kind;
        try {
            kind = decoder.kind(frame);
        } catch (RuntimeException | Error e) {
            thrown = e;
            return;
        }
        told = kind.isPresent() || Shown.isReadable(frame.text());
        newest = kind.orElseGet(() -> Shown.head(frame.payload()));
        if (!newest.isEmpty() && (counts.size() < MOST || counts.containsKey(newest))) {
            counts.merge(newest, 1L, Long::sum);
        }
    }

    /** The newest one is faulty: how bytes begin that nobody can name or read says nothing then. */
    void faulty() {
        if (!told) {
            counts.computeIfPresent(newest, (kind, count) -> count > 1 ? count - 1 : null);
        }
    }

    /** What the decoder threw when it was to name a frame; empty where nothing. */
    Optional<Throwable> thrown() {
        return Optional.ofNullable(thrown);
    }

    Map<String, Long> counts() {
        return Map.copyOf(counts);
    }
}
