package org.plumbline.capture;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The links of a chain's file one after the other, up to the first line that is none; a last line without its end was
 * being written at the kill. A day's recording has a million links: none is kept but the last.
 */
final class ChainLinks {

    /** More than the longest line has. */
    private static final int MOST = 256;

    private final InputStream chain;
    private @Nullable ChainLink last;
    private boolean broken;

    ChainLinks(InputStream chain) {
        this.chain = new BufferedInputStream(chain, 1 << 16);
    }

    /** The next link; null where there is none. */
    @Nullable
    ChainLink next() throws IOException {
        Optional<String> line = broken ? Optional.empty() : line();
        Optional<ChainLink> link = line.flatMap(ChainLink::parse).filter(this::follows);
        broken |= line.isPresent() && link.isEmpty();
        link.ifPresent(next -> last = next);
        return link.orElse(null);
    }

    private boolean follows(ChainLink link) {
        return last == null
                ? link.index() == 1 && link.offset() == 0
                : !last.last() && link.index() == last.index() + 1 && link.offset() == last.end();
    }

    private Optional<String> line() throws IOException {
        StringBuilder line = new StringBuilder();
        for (int next = chain.read(); next >= 0; next = chain.read()) {
            if (next == '\n' || line.length() == MOST) {
                return Optional.of(line.toString());
            }
            line.append((char) next);
        }
        return Optional.empty();
    }

    /** The last one that was read; null before the first. */
    @Nullable
    ChainLink last() {
        return last;
    }

    long count() {
        return last == null ? 0 : last.index();
    }

    /** Whether a line came that is not the next link: the one after {@link #count}. */
    boolean broken() {
        return broken;
    }
}
